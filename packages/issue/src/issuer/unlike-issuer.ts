import { keyIdentity, type PublicKey } from '@quorate/crypto';
import { encodeInteger, sameBytes } from '@quorate/der';
import { type Name, nameText, parseName, sameName } from '@quorate/x509';
import { IssueError } from '../error.ts';
import type { CertificateProfile } from '../profile.ts';
import { quoted } from '../text.ts';
import type { Waivers } from '../waivers.ts';
import type { Issuer } from './issuer.ts';

/** What a certificate has of its own. */
export interface OwnParts {
  readonly key: PublicKey;
  /** The argument that the key came in. */
  readonly keyPath: string;
  readonly serialNumber: bigint;
  readonly subjectKeyIdentifier: Uint8Array | null;
}

/**
 * Checks what must not be the issuer's: the key, since whoever holds it speaks with the voice of the CA; the identifier of
 * another key, since nobody could tell the two apart (RFC 5280, 4.2.1.2); the serial number, where the issuer's certificate
 * is one of those that the issuer numbers (4.1.2.2).
 *
 * @throws IssueError `key-equals-issuer`, `extension-invalid`, `serial-number-invalid`
 */
export function demandUnlikeIssuer(own: OwnParts, issuer: Issuer, waivers: Waivers): void {
  const { key, keyPath, serialNumber, subjectKeyIdentifier } = own;
  if (keyIdentity(key) === keyIdentity(issuer.key)) {
    const [expected, actual] = ["another key than the issuer's", 'the same'];
    waivers.refuse('key-equals-issuer', { path: keyPath, expected, actual });
  } else if (subjectKeyIdentifier !== null && sameBytes(subjectKeyIdentifier, issuer.keyIdentifier)) {
    const [path, expected] = ['subjectKeyIdentifier', "another identifier than that of the issuer's key"];
    throw new IssueError('extension-invalid', { path, expected, actual: 'the same' });
  }
  if (issuer.self && sameBytes(encodeInteger(serialNumber).subarray(2), issuer.serialNumber)) {
    const [path, expected] = ['serialNumber', 'another number than that of the certificate of the issuer itself'];
    throw new IssueError('serial-number-invalid', { path, expected, actual: `${serialNumber}` });
  }
}

/**
 * Checks that nobody but a CA, or a signer of its CRLs (RFC 5280, 6.3.3 (f)), bears the issuer's name: a name stands for one
 * subject (4.1.2.6).
 *
 * @throws IssueError `subject-equals-issuer`
 */
export function demandOtherSubject(
  subject: Name,
  { basicConstraints, keyUsage }: Pick<CertificateProfile, 'basicConstraints' | 'keyUsage'>,
  issuer: Issuer,
): void {
  if (basicConstraints?.ca === true || keyUsage?.includes('cRLSign') === true) return;
  if (!sameName(subject, parseName(issuer.name))) return;
  const expected = "another name than the issuer's, for what is neither a CA nor signs CRLs";
  throw new IssueError('subject-equals-issuer', { path: 'subject', expected, actual: quoted(nameText(subject)) });
}
