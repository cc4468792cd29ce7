import { type Attestation, KEY_ATTRIBUTE_NAMES } from '@quorate/attestation';
import { CryptoError, describeKey, keyFingerprint, parsePublicKey } from '@quorate/crypto';
import { isoTime } from '@quorate/der';
import { describePolicy, writePolicyJson } from '@quorate/policy';
import { encodeBase64 } from '@quorate/syntax';
import type { Context } from './context.ts';
import { printLines } from './print-lines.ts';
import { printable, utc } from './text.ts';

/** Prints what an HSM states of a key. */
export function printAttestation(context: Context, attestation: Attestation): void {
  const { attributes, policy } = attestation;
  const stated = (value: boolean): string =>
    KEY_ATTRIBUTE_NAMES.filter((name) => attributes[name] === value).join(', ') || '(none)';
  printLines(context, [
    ['key label', printable(attestation.label)],
    ['creation', `${attestation.creation}${attestation.external ? ', kept outside the HSM' : ''}`],
    ['created', utc(attestation.createTime)],
    ['attested', utc(attestation.attestTime)],
    ['public key', keyInWords(attestation)],
    ...(attestation.keyUseCount === null ? [] : [['used', `${attestation.keyUseCount} times`] as const]),
    ['true', stated(true)],
    ['false', stated(false)],
  ]);
  context.out('  policy\n');
  for (const line of describePolicy(policy)) context.out(`    ${line}\n`);
}

function keyInWords({ publicKey }: Attestation): string {
  const mark = `SHA-256 of it ${keyFingerprint(publicKey).slice(0, 16)}…`;
  try {
    return `${describeKey(parsePublicKey(publicKey))}, ${mark}`;
  } catch (error) {
    if (error instanceof CryptoError) return `of a kind not known here, ${mark}`;
    throw error;
  }
}

/** The attestation as JSON: the fields of the library, bytes as base64, times as ISO 8601 in UTC. */
export function attestationJson(attestation: Attestation): unknown {
  const { bytes: _, createTime, attestTime, publicKey, policy, ...rest } = attestation;
  return {
    ...rest,
    createTime: isoTime(createTime),
    attestTime: isoTime(attestTime),
    publicKey: encodeBase64(publicKey),
    policy: writePolicyJson(policy),
  };
}
