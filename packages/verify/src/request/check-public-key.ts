import {
  CryptoError,
  describeKey,
  keyFingerprint,
  keyIdentity,
  keyWeaknesses,
  type PublicKey,
  parsePublicKey,
  type WithAlgorithms,
} from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import type { CertificateRequest } from './certificate-request.ts';
import type { DifferenceKind, RequestFinding } from './difference.ts';
import { type Check, type Compared, differs, findingOf, type Remark } from './finding.ts';
import { parameterSetStrength } from './parameter-set-strength.ts';
import { type Unusable, unusable, unusableFinding } from './unusable.ts';

/** The key inside a SubjectPublicKeyInfo, or why there is none that can be used. */
export type KeyReading = { readonly key: PublicKey } | ({ readonly key: null } & Unusable);

export function readKey(spki: Uint8Array, { algorithms }: WithAlgorithms): KeyReading {
  try {
    return { key: parsePublicKey(spki, { algorithms }) };
  } catch (cause) {
    if (cause instanceof CryptoError) return { key: null, ...unusable(cause, algorithms) };
    throw cause;
  }
}

/** Which key was asked for; see `CertificateRequest`. */
export type RequestedKey = Pick<CertificateRequest, 'publicKey' | 'publicKeyUnknown' | 'attestedKey'>;

/**
 * Judges a subject's key: whether it is one at all, whether it is strong enough, and whether it is the one asked for:
 * that of the CSR, as an HSM attests it, or both. The same key in another encoding is a warning.
 *
 * @param known `algorithms`: more kinds of key than those that are always known
 * @param further what there is to say of where the key asked for comes from
 */
export function checkPublicKey(
  check: Check,
  spki: Uint8Array,
  asked: RequestedKey,
  known: WithAlgorithms,
  further: readonly Remark[] = [],
): RequestFinding {
  const { publicKey: requested, attestedKey } = asked;
  const reading = readKey(spki, known);
  const { key } = reading;
  const compared = {
    ...(requested === null ? {} : { expected: keyText(requested, readKey(requested, known)) }),
    actual: keyText(spki, reading),
  };
  if (key === null) return unusableKey(check, reading, compared);
  const remarks: Remark[] = [...weaknessRemarks(key), ...further];
  if (requested === null) {
    const message = asked.publicKeyUnknown ?? 'the key asked for is not known';
    remarks.push({ outcome: 'not-checked', message, action: 'give the CSR, or the public key as the HSM attests it' });
  } else if (!sameBytes(spki, requested)) {
    remarks.push(difference(key, readKey(requested, known), 'the one asked for'));
  }
  if (attestedKey !== undefined && !sameBytes(spki, attestedKey)) {
    remarks.push(difference(key, readKey(attestedKey, known), 'the one that is attested'));
  }
  return findingOf(
    check,
    remarks,
    attestedKey === undefined ? 'the key asked for' : 'the key asked for, as attested',
    compared,
  );
}

/** Only how strong the key is, where no other key is known to compare it with and none is needed. */
export function checkKeyStrength(check: Check, spki: Uint8Array, known: WithAlgorithms): RequestFinding {
  const reading = readKey(spki, known);
  const compared = { actual: keyText(spki, reading) };
  if (reading.key === null) return unusableKey(check, reading, compared);
  return findingOf(check, weaknessRemarks(reading.key), 'a key of sufficient strength', compared);
}

/** What there is to say of a key beside the one that it should be; none when they are the same bytes. */
function difference(key: PublicKey, asked: KeyReading, what: string): Remark {
  if (asked.key !== null && keyIdentity(asked.key) === keyIdentity(key)) {
    return differs('encoding', 'subjectPublicKeyInfo', 'the key asked for, in another encoding', 'warn');
  }
  const kind = asked.key === null ? 'other' : strengthBeside(key, asked.key);
  const word = kind === 'other' ? '' : `, a ${kind} one`;
  return differs(kind, 'subjectPublicKeyInfo', `another key than ${what}${word}`);
}

function unusableKey(check: Check, reading: Unusable, compared: Compared): RequestFinding {
  return unusableFinding(check, reading, `a key that cannot be used: ${reading.why}`, compared);
}

/** How a key compares with another of its kind by the length, or the parameter set, that its strength follows from. */
function strengthBeside(key: PublicKey, other: PublicKey): DifferenceKind {
  const difference = kindOf(key) === kindOf(other) ? lengthOf(key) - lengthOf(other) : 0;
  if (difference === 0) return 'other';
  return difference < 0 ? 'weaker' : 'stronger';
}

/** The type, and for those that are one parameter set each the scheme. */
function kindOf({ type }: PublicKey): string {
  return /^(?:ml|slh)-dsa/.exec(type)?.[0] ?? type;
}

/** Bits of the modulus or the field; the two curves of EdDSA are two types, and BLS keys have one strength. */
function lengthOf(key: PublicKey): number {
  switch (key.type) {
    case 'rsa':
      return key.bits;
    case 'ec':
      return key.point.length * 4;
    case 'dsa':
      return key.parameters?.p.toString(2).length ?? 0;
    default:
      return parameterSetStrength(key.type);
  }
}

/** Below 112 bits of security is a failure, a small exponent a warning. */
function weaknessRemarks(key: PublicKey): Remark[] {
  return keyWeaknesses(key).map((weakness) => ({
    outcome: weakness === 'rsa-exponent-below-65537' ? 'warn' : 'fail',
    message: `a weak key: ${weakness.replaceAll('-', ' ')}`,
    action: 'make a stronger key and ask anew',
  }));
}

function keyText(spki: Uint8Array, { key }: KeyReading): string {
  const what = key === null ? 'a key that cannot be used' : describeKey(key);
  return `${what}, SHA-256 ${keyFingerprint(spki)}`;
}
