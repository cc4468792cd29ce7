import type { WithAlgorithms } from '@quorate/crypto';
import { hexOf, sameBytes } from '@quorate/der';
import { parseCertificate, X509Error } from '@quorate/x509';
import { assemble } from '../assembly/assemble.ts';
import type { SignatureForm } from '../assembly/signature-form.ts';
import { IssueError } from '../error.ts';
import { readTbs } from '../read-tbs.ts';
import { demandSealed, MAX_SIGNATURES, type PendingIssuance, seal } from './pending.ts';

/**
 * Adds the signature that came back. It is brought into the form that certificates have, verified under the issuer's key
 * and joined with the TBS, by `assemble`; one that does not verify is refused with the reason. Whether the approvals were
 * enough is not asked: the HSM did. One that is there already changes nothing.
 *
 * @param form what whoever brings it says that it is; nothing is guessed
 * @param options `algorithms`: more kinds of key
 * @throws IssueError `signature-encoding` and the other codes of `assemble`; `pending-malformed` for too many
 * @throws TypeError for text where the form says octets, or a pending issuance that was put together elsewhere
 */
export function addSignature(
  pending: PendingIssuance,
  signature: Uint8Array | string,
  form: SignatureForm,
  options: WithAlgorithms = {},
): PendingIssuance {
  demandSealed(pending);
  return withSigned(pending, signedWith(pending, signature, form, options));
}

/** Signatures in the order of their octets, and the certificate with the first of them. */
type Signed = Pick<PendingIssuance, 'signatures' | 'certificate'>;

/** With signatures more, which have been verified: the first of all is the first of the one or of the other. */
export function withSigned(pending: PendingIssuance, more: Signed): PendingIssuance {
  const byHex = new Map([...pending.signatures, ...more.signatures].map((octets) => [hexOf(octets), octets]));
  const signatures = [...byHex].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, octets]) => octets);
  if (signatures.length > MAX_SIGNATURES) {
    const [expected, actual] = [`at most ${MAX_SIGNATURES}`, `${signatures.length}`];
    throw new IssueError('pending-malformed', { path: 'signatures', expected, actual });
  }
  const [first, own] = [signatures[0], pending.signatures[0]];
  const kept = first !== undefined && own !== undefined && sameBytes(first, own);
  return seal({ ...pending, signatures, certificate: kept ? pending.certificate : more.certificate });
}

/**
 * A signature verified under the key out of the issuer's certificate or, of a self-signed one, out of the TBS.
 *
 * @throws IssueError the codes of `assemble`
 */
export function signedWith(
  { manifest: { issuer, profile }, tbs }: PendingIssuance,
  signature: Uint8Array | string,
  form: SignatureForm = 'der',
  { algorithms }: WithAlgorithms = {},
): Signed & { readonly certificate: Uint8Array } {
  const issuerKey = issuer === 'self' ? readTbs(tbs).publicKey : readIssuerKey(issuer);
  const certificate = assemble({ tbs, algorithm: profile.signatureAlgorithm, issuerKey, signature, form, algorithms });
  return { signatures: [parseCertificate(certificate).signature], certificate };
}

function readIssuerKey(issuer: Uint8Array): Uint8Array {
  try {
    return parseCertificate(issuer).publicKey;
  } catch (cause) {
    // It was read when the TBS was made.
    if (cause instanceof X509Error) throw new IssueError('issuer-malformed', { path: 'issuer', cause });
    throw cause;
  }
}
