import { CryptoError, type SignatureAlgorithm, signatureAlgorithmOfDer, type WithAlgorithms } from '@quorate/crypto';
import type { DifferenceKind, RequestFinding } from './difference.ts';
import { type Check, differs, findingOf, type Remark } from './finding.ts';
import { parameterSetStrength } from './parameter-set-strength.ts';
import { type Unusable, unusable, unusableFinding } from './unusable.ts';

/** The algorithm inside an AlgorithmIdentifier, or why there is none that can be used. */
export type AlgorithmReading = { readonly algorithm: SignatureAlgorithm } | ({ readonly algorithm: null } & Unusable);

export function readAlgorithm(identifier: Uint8Array, { algorithms }: WithAlgorithms): AlgorithmReading {
  try {
    return { algorithm: signatureAlgorithmOfDer(identifier, { algorithms }) };
  } catch (cause) {
    if (cause instanceof CryptoError) return { algorithm: null, ...unusable(cause, algorithms) };
    throw cause;
  }
}

/**
 * Judges a signature algorithm: known, and the one asked for if one was. SHA-1 and SHA-224 are warnings, whether asked
 * for or not: the first is broken, the second below what certificates use. Who asks for `EDDSA` by its REST name asks for
 * no curve: Ed25519 and Ed448 both meet it.
 *
 * @param identifier AlgorithmIdentifier, DER
 * @param known `algorithms`: more than those that are always known
 */
export function checkSignatureAlgorithm(
  check: Check,
  identifier: Uint8Array,
  requested: SignatureAlgorithm | null,
  known: WithAlgorithms = {},
): RequestFinding {
  const reading = readAlgorithm(identifier, known);
  const expected = expectedText(requested);
  if (reading.algorithm === null) return unusableFinding(check, reading, reading.why, { expected });
  const { algorithm } = reading;
  const { name, digest, scheme } = algorithm;
  const remarks: Remark[] = [];
  const anyCurve = requested?.restNames.includes('EDDSA') === true && scheme.name === 'EdDSA';
  if (requested !== null && requested.name !== name && !anyCurve) {
    const kind = strengthBeside(algorithm, requested);
    const message = `another algorithm than the one asked for${kind === 'other' ? '' : `, a ${kind} one`}`;
    remarks.push(differs(kind, 'signature', message));
  }
  if (digest === 'SHA-1' || digest === 'SHA-224') remarks.push({ outcome: 'warn', message: `${digest} is too weak` });
  const passed = requested === null ? 'an algorithm that is known' : 'the algorithm asked for';
  return findingOf(check, remarks, passed, { expected, actual: name });
}

function expectedText(requested: SignatureAlgorithm | null): string {
  if (requested === null) return 'no algorithm in particular';
  return requested.restNames.includes('EDDSA') ? 'id-Ed25519 or id-Ed448' : requested.name;
}

/** How an algorithm compares with another of its scheme, by the length of their digests or by their parameter sets. */
function strengthBeside(actual: SignatureAlgorithm, asked: SignatureAlgorithm): DifferenceKind {
  if (actual.scheme.name !== asked.scheme.name) return 'other';
  const difference = strengthOf(actual) - strengthOf(asked);
  if (difference === 0) return 'other';
  return difference < 0 ? 'weaker' : 'stronger';
}

/** `SHA-256`, `SHA-512/256`, `SHA3-384`: the last number is the length; SHA-1 is the shortest by that too. */
function strengthOf({ digest, keyTypes: [type] }: SignatureAlgorithm): number {
  if (digest === null) return type === undefined ? 0 : parameterSetStrength(type);
  return Number(/\d+$/.exec(digest)?.[0]);
}
