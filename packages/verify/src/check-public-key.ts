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
import type { Finding } from '@quorate/report';
import { type Check, finding, findingOf, type Remark } from './finding.ts';

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

/**
 * Judges a subject's key: whether it is one at all, whether it is strong enough, and whether it is the one asked for.
 * The same key in another encoding is a warning.
 *
 * @param unknown why the key asked for is not known; used when `requested` is `null`
 * @param further what there is to say of where the key asked for comes from
 */
export function checkPublicKey(
  check: Check,
  spki: Uint8Array,
  requested: Uint8Array | null,
  unknown: string,
  further: readonly Remark[] = [],
): Finding {
  const { key, ...reading } = readKey(spki);
  const compared = { ...(requested === null ? {} : { expected: keyText(requested) }), actual: keyText(spki) };
  if (key === null) {
    const why = 'why' in reading ? reading.why : '';
    return finding(check, 'fail', `a key that cannot be used: ${why}`, compared);
  }
  const remarks: Remark[] = [...weaknessRemarks(key), ...further];
  if (requested === null) remarks.push({ outcome: 'not-checked', message: unknown });
  else if (!sameBytes(spki, requested)) remarks.push(difference(key, requested));
  return findingOf(check, remarks, 'the key asked for', compared);
}

/** Only how strong the key is, where no other key is known to compare it with and none is needed. */
export function checkKeyStrength(check: Check, spki: Uint8Array): Finding {
  const reading = readKey(spki);
  const compared = { actual: keyText(spki) };
  if (reading.key === null) return finding(check, 'fail', `a key that cannot be used: ${reading.why}`, compared);
  return findingOf(check, weaknessRemarks(reading.key), 'a key of sufficient strength', compared);
}

function difference(key: PublicKey, requested: Uint8Array): Remark {
  const asked = readKey(requested);
  if (asked.key !== null && keyIdentity(asked.key) === keyIdentity(key)) {
    return { outcome: 'warn', message: 'the key asked for, in another encoding' };
  }
  return { outcome: 'fail', message: 'another key than the one asked for' };
}

/** Below 112 bits of security is a failure, a small exponent a warning. */
function weaknessRemarks(key: PublicKey): Remark[] {
  return keyWeaknesses(key).map((weakness) => ({
    outcome: weakness === 'rsa-exponent-below-65537' ? 'warn' : 'fail',
    message: `a weak key: ${weakness.replaceAll('-', ' ')}`,
  }));
}

function keyText(spki: Uint8Array): string {
  const { key } = readKey(spki);
  const what = key === null ? 'a key that cannot be used' : describeKey(key);
  return `${what}, SHA-256 ${keyFingerprint(spki)}`;
}
