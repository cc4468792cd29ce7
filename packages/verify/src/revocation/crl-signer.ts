import type { PublicKey } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import type { CertificateExtensions } from '@quorate/x509';
import type { Fault } from '../fault.ts';
import { crlFault } from './crl-fault.ts';
import { compareBytes, type HeldCrl } from './held-crl.ts';
import type { Authority, RevocationQuestion } from './question.ts';

/** Keys tried on one CRL beside the issuer's. A CA that changes its key has two to four certificates of its own name. */
const MAX_AUTHORITIES = 16;

/**
 * The key that signed a CRL (RFC 5280, 6.3.3 (f) and (g)): the key of the certificate's issuer when it bears the name of
 * the CRL's issuer, else that of an authority of that name; keyUsage, where there is one, must allow cRLSign. Or why
 * there is none.
 */
export function crlSigner(crl: HeldCrl, question: RevocationQuestion): { readonly key: PublicKey } | Fault {
  const { issuer } = question;
  let tried = 0;
  let withoutUsage = 0;
  if (issuer.nameKey === crl.issuerKey) {
    if (!maySignCrls(issuer.extensions)) withoutUsage++;
    else if (isSignedBy(crl, issuer.key, question)) return issuer;
    else tried++;
  }
  const authorities = question.authorities(crl.list.issuer);
  for (const { extensions, key } of likelyFirst(crl, authorities).slice(0, MAX_AUTHORITIES)) {
    if (!maySignCrls(extensions)) withoutUsage++;
    else if (isSignedBy(crl, key, question)) return { key };
    else tried++;
  }
  return tried > 0 ? signatureFault(crl) : signerFault(crl, withoutUsage > 0);
}

/** Whether the signature of a CRL, complete or delta, is by this key. */
export function isSignedBy({ list }: HeldCrl, key: PublicKey, { verify }: RevocationQuestion): boolean {
  return verify(list.signatureAlgorithm, key, list.tbs, list.signature);
}

function maySignCrls(extensions: CertificateExtensions | null): boolean {
  const keyUsage = extensions?.keyUsage ?? null;
  return keyUsage === null || keyUsage.usages.includes('cRLSign');
}

/** Those with the key identifier that the CRL names first, and in no order that depends on how they were found. */
function likelyFirst(crl: HeldCrl, authorities: readonly Authority[]): Authority[] {
  const wanted = crl.extensions.authorityKeyIdentifier?.keyIdentifier ?? null;
  const unlikely = ({ extensions }: Authority): number => {
    const given = extensions.subjectKeyIdentifier?.keyIdentifier;
    return wanted !== null && given !== undefined && sameBytes(wanted, given) ? 0 : 1;
  };
  return [...authorities].sort(
    (a, b) => unlikely(a) - unlikely(b) || compareBytes(a.certificate.bytes, b.certificate.bytes),
  );
}

function signatureFault(crl: HeldCrl): Fault {
  return crlFault(
    crl,
    {
      id: 'revocation.signature',
      where: 'signatureValue',
      message: `the signature of the CRL is by no key of ${crl.name} that is known here`,
      reference: 'RFC 5280 6.3.3 (g)',
      action: 'give the CA certificate with the key that signed it, or a CRL that has not been changed',
    },
    crl.list.signature,
  );
}

function signerFault(crl: HeldCrl, withoutUsage: boolean): Fault {
  return crlFault(crl, {
    id: 'revocation.signer',
    where: 'issuer',
    message: withoutUsage
      ? `no certificate of ${crl.name} may sign CRLs: keyUsage is there without cRLSign`
      : `no certificate of ${crl.name}, which issued the CRL, leads to the anchor of the path`,
    reference: 'RFC 5280 6.3.3 (f)',
    action: 'give the certificate of the CRL issuer, with those between it and the anchor',
  });
}
