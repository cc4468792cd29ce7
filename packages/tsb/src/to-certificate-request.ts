import { CryptoError, type SignatureAlgorithm, signatureAlgorithmByName } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { displayName } from '@quorate/policy';
import { type CertificateRequest, NOTHING_ASKED } from '@quorate/verify/request';
import type { CertificationRequest } from '@quorate/x509';
import type { CsrSignBody, SelfSignCertificateBody, SignCertificateBody } from './certificate-requests.ts';
import { TsbError } from './error.ts';

/** What a body does not carry. */
export interface CertificateRequestSources {
  /** The CSR, where the body has a remark in its place. */
  readonly csr?: CertificationRequest;
  /**
   * SubjectPublicKeyInfo of the subject's key, as an HSM attests it: for a body that only names it, and beside a CSR, whose
   * key must then be this one.
   */
  readonly publicKey?: Uint8Array;
}

/**
 * What a body about certificates asks for, as `checkCertificateAgainstRequest` takes it.
 *
 * - `selfSignCertificateRequest`: a self-signed certificate. Its key is only named, so give `publicKey`.
 * - `signCertificateRequest`: the key is that of the CSR in the body, or of `csr`. The subject is the body's: the server
 *   replaces the CSR's (SKA.md 8.2.8), and extensions that only the CSR asks for are not asked for.
 * - `csrSignRequest`: what a certificate made from that CSR should be. Its signature algorithm is the CSR's own and says
 *   nothing about the certificate's; for the CSR itself see {@link toCsrRequest}.
 *
 * A key that comes from a CSR brings the CSR with it, as `keyFrom`: one that does not prove possession of its key fails
 * in the check of the certificate. With `publicKey` beside it that is the `attestedKey`, which the certificate must have
 * too.
 *
 * A member that is left out or null asks for nothing; an empty list asks for none.
 *
 * @throws TsbError `csr-conflict` when `csr` is another than the body's, `algorithm-unsupported`
 */
export function toCertificateRequest(
  body: SelfSignCertificateBody | CsrSignBody | SignCertificateBody,
  sources: CertificateRequestSources = {},
): CertificateRequest {
  const common = commonRequest(body);
  switch (body.type) {
    case 'selfSignCertificateRequest':
      return {
        ...common,
        ...namedKey(body, sources.publicKey),
        signatureAlgorithm: algorithmOf(body),
        ca: body.certificateAuthority,
        selfSigned: true,
      };
    case 'signCertificateRequest':
      return {
        ...common,
        ...csrKey(body, sources),
        signatureAlgorithm: algorithmOf(body),
        ca: body.certificateAuthority,
      };
    case 'csrSignRequest':
      return {
        ...common,
        ...(sources.csr === undefined ? namedKey(body, sources.publicKey) : keyOfCsr(sources.csr, sources.publicKey)),
      };
  }
}

/**
 * What a `csrSignRequest` asks of the CSR, as `checkCsr` takes it.
 *
 * @param publicKey SubjectPublicKeyInfo of the key that the body names, as an HSM attests it
 * @throws TsbError `algorithm-unsupported`
 */
export function toCsrRequest(body: CsrSignBody, publicKey?: Uint8Array): CertificateRequest {
  return { ...commonRequest(body), ...namedKey(body, publicKey), signatureAlgorithm: algorithmOf(body) };
}

function commonRequest(body: SelfSignCertificateBody | CsrSignBody | SignCertificateBody): CertificateRequest {
  return {
    ...NOTHING_ASKED,
    subject: { type: 'attributes', attributes: body.subject.attributes },
    validityDays: body.validity,
    keyUsage: body.keyUsage,
    extendedKeyUsage: body.extendedKeyUsage,
  };
}

type KeyPart = Pick<CertificateRequest, 'publicKey' | 'publicKeyUnknown' | 'keyFrom' | 'attestedKey'>;

function namedKey(body: { readonly signKeyName: string }, publicKey: Uint8Array | undefined): KeyPart {
  if (publicKey !== undefined) return { publicKey };
  const name = `\`${displayName(body.signKeyName)}\``;
  return { publicKey: null, publicKeyUnknown: `the request only names the key, ${name}: give its attested public key` };
}

/** With the CSR itself, whose signature whoever judges the certificate checks. */
function keyOfCsr(csr: CertificationRequest, attested: Uint8Array | undefined): KeyPart {
  const attestedKey = attested === undefined ? {} : { attestedKey: attested };
  return { publicKey: csr.publicKey, keyFrom: csr, ...attestedKey };
}

function csrKey(body: SignCertificateBody, { csr, publicKey }: CertificateRequestSources): KeyPart {
  const inside = body.certificateSigningRequest.csr;
  if (inside !== null && csr !== undefined && !sameBytes(inside.bytes, csr.bytes)) {
    const expected = 'the CSR in the body';
    throw new TsbError('csr-conflict', {
      path: 'certificateSigningRequest',
      expected,
      actual: 'another CSR beside it',
    });
  }
  const source = csr ?? inside;
  if (source !== null) return keyOfCsr(source, publicKey);
  if (publicKey !== undefined) return { publicKey };
  const publicKeyUnknown = 'the request has no PEM in `certificateSigningRequest`: give the CSR';
  return { publicKey: null, publicKeyUnknown };
}

function algorithmOf({ signatureAlgorithm }: { readonly signatureAlgorithm: string }): SignatureAlgorithm {
  try {
    return signatureAlgorithmByName(signatureAlgorithm);
  } catch (cause) {
    if (cause instanceof CryptoError) {
      throw new TsbError('algorithm-unsupported', { path: 'signatureAlgorithm', cause });
    }
    throw cause;
  }
}
