import {
  CryptoError,
  describeKey,
  keyFingerprint,
  keyIdentity,
  keyWeaknesses,
  type PublicKey,
  parsePublicKey,
} from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import type { CertificateRequest } from './certificate-request.ts';
import type { DifferenceKind, RequestFinding } from './difference.ts';
import { type Check, differs, finding, findingOf, type Remark } from './finding.ts';

/** The key inside a SubjectPublicKeyInfo, or why there is none that can be used. */
export type KeyReading = { readonly key: PublicKey } | { readonly key: null; readonly why: string };

export function readKey(spki: Uint8Array): KeyReading {
  try {
    return { key: parsePublicKey(spki) };
  } catch (cause) {
    if (cause instanceof CryptoError) return { key: null, why: cause.message };
    throw cause;
  }
}

/** Which key was asked for; see `CertificateRequest`. */
export type RequestedKey = Pick<CertificateRequest, 'publicKey' | 'publicKeyUnknown' | 'attestedKey'>;

/**
 * Judges a subject's key: whether it is one at all, whether it is strong enough, and whether it is the one asked for:
 * that of the CSR, as an HSM attests it, or both. The same key in another encoding is a warning.
 *
 * @param further what there is to say of where the key asked for comes from
 */
export function checkPublicKey(
  check: Check,
  spki: Uint8Array,
  asked: RequestedKey,
  further: readonly Remark[] = [],
): RequestFinding {
  const { publicKey: requested, attestedKey } = asked;
  const compared = { ...(requested === null ? {} : { expected: keyText(requested) }), actual: keyText(spki) };
  const { key, ...reading } = readKey(spki);
  if (key === null) {
    const why = 'why' in reading ? reading.why : '';
    return finding(check, 'fail', `a key that cannot be used: ${why}`, compared);
  }
  const remarks: Remark[] = [...weaknessRemarks(key), ...further];
  if (requested === null) {
    const message = asked.publicKeyUnknown ?? 'the key asked for is not known';
    remarks.push({ outcome: 'not-checked', message, action: 'give the CSR, or the public key as the HSM attests it' });
  } else if (!sameBytes(spki, requested)) remarks.push(difference(key, requested, 'the one asked for'));
  if (attestedKey !== undefined && !sameBytes(spki, attestedKey)) {
    remarks.push(difference(key, attestedKey, 'the one that is attested'));
  }
  return findingOf(
    check,
    remarks,
    attestedKey === undefined ? 'the key asked for' : 'the key asked for, as attested',
    compared,
  );
}

/** Only how strong the key is, where no other key is known to compare it with and none is needed. */
export function checkKeyStrength(check: Check, spki: Uint8Array): RequestFinding {
  const reading = readKey(spki);
  const compared = { actual: keyText(spki) };
  if (reading.key === null) return finding(check, 'fail', `a key that cannot be used: ${reading.why}`, compared);
  return findingOf(check, weaknessRemarks(reading.key), 'a key of sufficient strength', compared);
}

/** What there is to say of a key beside the one that it should be; none when they are the same bytes. */
function difference(key: PublicKey, requested: Uint8Array, what: string): Remark {
  const asked = readKey(requested);
  if (asked.key !== null && keyIdentity(asked.key) === keyIdentity(key)) {
    return differs('encoding', 'subjectPublicKeyInfo', 'the key asked for, in another encoding', 'warn');
  }
  const kind = asked.key === null ? 'other' : strengthBeside(key, asked.key);
  const word = kind === 'other' ? '' : `, a ${kind} one`;
  return differs(kind, 'subjectPublicKeyInfo', `another key than ${what}${word}`);
}

/** How a key compares with another of its type by the length that its strength follows from. */
function strengthBeside(key: PublicKey, other: PublicKey): DifferenceKind {
  const difference = key.type === other.type ? lengthOf(key) - lengthOf(other) : 0;
  if (difference === 0) return 'other';
  return difference < 0 ? 'weaker' : 'stronger';
}

/** Bits of the modulus or the field; the two curves of EdDSA are two types, and the others have one strength. */
function lengthOf(key: PublicKey): number {
  switch (key.type) {
    case 'rsa':
      return key.bits;
    case 'ec':
      return key.point.length * 4;
    case 'dsa':
      return key.parameters?.p.toString(2).length ?? 0;
    default:
      return 0;
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

function keyText(spki: Uint8Array): string {
  const { key } = readKey(spki);
  const what = key === null ? 'a key that cannot be used' : describeKey(key);
  return `${what}, SHA-256 ${keyFingerprint(spki)}`;
}
