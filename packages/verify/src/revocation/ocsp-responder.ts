import { CryptoError, type PublicKey, parseCertificateKey } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import {
  type BasicOcspResponse,
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  nameKey,
  X509Error,
} from '@quorate/x509';
import { displayName } from '../display-name.ts';
import type { Fault } from '../fault.ts';
import type { HeldResponse } from './held-response.ts';
import type { RevocationQuestion } from './question.ts';

const OCSP_SIGNING = '1.3.6.1.5.5.7.3.9';
const OCSP_NO_CHECK = '1.3.6.1.5.5.7.48.1.5';

/** The certificate of a responder to which the issuer has delegated. */
export interface Delegate {
  readonly certificate: Certificate;
  readonly extensions: CertificateExtensions;
  /** Whether the issuer says that its revocation need not be looked at (RFC 6960, 4.2.2.2.1). */
  readonly noCheck: boolean;
}

/**
 * Who signed a response: the issuer of the certificate itself, or a responder whose certificate the issuer's same key
 * signed for this use (RFC 6960, 4.2.2.2). Or why it was none of them.
 */
export function ocspResponder(
  held: HeldResponse,
  basic: BasicOcspResponse,
  question: RevocationQuestion,
): 'issuer' | Delegate | Fault {
  const { issuer } = question;
  let reason: string | null = null;
  if (held.isBy(issuer.name, issuer.key.spki, issuer.nameKey)) {
    if (isSigned(basic, issuer.key, question)) return 'issuer';
    reason = `its signature is not by the key of ${displayName(issuer.name)}`;
  }
  for (const certificate of held.responders) {
    const delegate = delegateOf(certificate, basic, question);
    if (typeof delegate !== 'string') return delegate;
    reason ??= delegate;
  }
  return held.fault(
    {
      id: reason === null ? 'revocation.ocsp-responder' : 'revocation.ocsp-signature',
      where: reason === null ? 'responderID' : 'signature',
      message: `the OCSP response is by ${held.name}, ${reason === null ? 'which is not the issuer, and no certificate for it is there' : `but ${reason}`}`,
      reference: 'RFC 6960 4.2.2.2',
      action: 'give a response signed by the issuer, or by a responder whose certificate the issuer signed for OCSP',
    },
    basic.signature,
  );
}

function isSigned(basic: BasicOcspResponse, key: PublicKey, { verify }: RevocationQuestion): boolean {
  return verify(basic.signatureAlgorithm, key, basic.tbs, basic.signature);
}

/** The responder, or what speaks against it. */
function delegateOf(
  certificate: Certificate,
  basic: BasicOcspResponse,
  question: RevocationQuestion,
): Delegate | string {
  const { issuer, time, verify } = question;
  if (nameKey(certificate.issuer) !== issuer.nameKey) return `its certificate is by ${displayName(certificate.issuer)}`;
  const { notBefore, notAfter } = certificate;
  if (time < notBefore.seconds || time > notAfter.seconds) {
    return `its certificate is valid from ${isoTime(notBefore.seconds)} to ${isoTime(notAfter.seconds)} alone`;
  }
  let extensions: CertificateExtensions;
  let key: PublicKey;
  try {
    extensions = certificateExtensions(certificate);
    key = parseCertificateKey(certificate.publicKey, question);
  } catch (cause) {
    if (!(cause instanceof X509Error) && !(cause instanceof CryptoError)) throw cause;
    return `its certificate cannot be used: ${cause.message}`;
  }
  const { extendedKeyUsage, keyUsage, other } = extensions;
  if (extendedKeyUsage?.purposes.includes(OCSP_SIGNING) !== true) return 'its certificate is not for OCSPSigning';
  if (
    keyUsage !== null &&
    !keyUsage.usages.some((usage) => usage === 'digitalSignature' || usage === 'nonRepudiation')
  ) {
    return 'the keyUsage of its certificate does not allow signatures';
  }
  const unknown = other.find(({ critical, oid }) => critical && oid !== OCSP_NO_CHECK);
  if (unknown !== undefined)
    return `its certificate has the critical extension \`${unknown.oid}\`, which is not known here`;
  if (!verify(certificate.signatureAlgorithm, issuer.key, certificate.tbs, certificate.signature)) {
    return `its certificate is not signed by the key of ${displayName(issuer.name)}`;
  }
  if (!isSigned(basic, key, question)) return 'its signature is not by the key of its certificate';
  return { certificate, extensions, noCheck: other.some(({ oid }) => oid === OCSP_NO_CHECK) };
}
