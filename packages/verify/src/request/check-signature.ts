import { checkSignature, type PlatformVerifier, type WithAlgorithms } from '@quorate/crypto';
import type { CertificationRequest } from '@quorate/x509';
import { readKey } from './check-public-key.ts';
import { readAlgorithm } from './check-signature-algorithm.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, findingOf, type Remark } from './finding.ts';
import { unusableFinding } from './unusable.ts';

/** One signature, and all it takes to judge it. */
export interface SignatureToCheck {
  /** Whose signature over what. */
  readonly subject: string;
  /** AlgorithmIdentifier, SubjectPublicKeyInfo, and the exact bytes that were signed. */
  readonly signatureAlgorithm: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
}

/** By what signatures are verified. */
export interface SignatureMeans extends WithAlgorithms {
  /** A fast path, see the crypto room. */
  readonly platform?: PlatformVerifier;
}

/** Judges a signature in one finding: not verified is a failure, a weakness of algorithm or key a warning. */
export function checkOneSignature(check: Check, input: SignatureToCheck, means: SignatureMeans): RequestFinding {
  const algorithm = readAlgorithm(input.signatureAlgorithm, means);
  if (algorithm.algorithm === null) return unusableFinding(check, algorithm, `${input.subject}: ${algorithm.why}`);
  const key = readKey(input.publicKey, means);
  if (key.key === null) return unusableFinding(check, key, `${input.subject}: ${key.why}`);
  const { subject, data, signature } = input;
  const findings = checkSignature(
    { ...check, subject, algorithm: algorithm.algorithm, key: key.key, data, signature },
    means.platform,
  );
  const remarks: Remark[] = findings
    .filter((each) => each.outcome !== 'pass')
    .map(({ outcome, message }) => ({ outcome: outcome === 'warn' ? 'warn' : 'fail', message }));
  return findingOf(check, remarks, findings[0]?.message ?? '');
}

/** Judges the proof in a CSR that its maker holds the key: its signature, over the exact bytes, under its own key. */
export function csrProof(check: Check, csr: CertificationRequest, means: SignatureMeans): RequestFinding {
  const subject = "the CSR's signature, which proves possession of the key,";
  const { signatureAlgorithm, publicKey, info: data, signature } = csr;
  return checkOneSignature(check, { subject, signatureAlgorithm, publicKey, data, signature }, means);
}
