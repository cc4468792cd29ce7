import { encodeBitString, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import { certificateApprover, type Policy, publicKeyApprover, type Token } from '@quorate/policy';
import { traceAttestationKey, traceTimestampKey } from '@quorate/vectors';
import fc from 'fast-check';
import { OPERATION_CODES, type Operation, type TokenFields } from '../../src/index.ts';
import { certificateOf } from './certificate.ts';
import { ecPair } from './keys.ts';
import { element, join, level, littleEndian, utf8 } from './tlv.ts';

/** The content of element 0x1056 with any algorithm and signature. */
export function signatureElement(oid: string, parameters: 'null' | 'absent', signature: Uint8Array): Uint8Array {
  const algorithm = parameters === 'null' ? [encodeOid(oid), encodeNull()] : [encodeOid(oid)];
  return encodeSequence(encodeSequence(...algorithm), encodeBitString(signature));
}

export const ECDSA_SHA256 = '1.2.840.10045.4.3.2';
export const RSA_SHA256 = '1.2.840.113549.1.1.11';
export const ED25519 = '1.3.101.112';

const approvers = [
  publicKeyApprover(traceTimestampKey),
  publicKeyApprover(traceAttestationKey),
  certificateApprover(certificateOf(ecPair('prime256v1'), 'Nina')),
];

/** Labels: any text that UTF-8 has, the empty one often. */
export const label: fc.Arbitrary<string> = fc.oneof(
  fc.constant(''),
  fc.string({ unit: 'binary', maxLength: 12 }),
  fc.constantFrom("base/44'/0'/0'/0'", '\u{feff}x', 'a\u0000', 'Schlüssel 🔑'),
);

const minutes = fc.oneof(fc.nat(20), fc.constantFrom(0, 0xffff_ffff)).map((count) => count * 60);
const name = fc.option(fc.string({ unit: 'binary', maxLength: 6 }));

const policyToken: fc.Arbitrary<Token> = fc.record({
  name,
  timelock: minutes,
  timeout: minutes,
  groups: fc.array(
    fc.record({
      name,
      quorum: fc.nat(3),
      approvers: fc
        .array(fc.tuple(fc.constantFrom(...approvers), name), { maxLength: 2 })
        .map((list) => list.map(([approver, text]) => ({ ...approver, name: text }))),
    }),
    { maxLength: 2 },
  ),
});
const rule = fc.record({ tokens: fc.array(policyToken, { maxLength: 2 }) });

export const policy: fc.Arbitrary<Policy> = fc.record({
  rules: fc.record({ use: rule, block: rule, unblock: rule, modify: rule }),
  blocked: fc.constant(null),
});

const timestamp = fc.record({
  time: fc.oneof(fc.nat(2_000_000_000), fc.constantFrom(0, 1_723_658_582, 2 ** 31, 2 ** 32, 253_402_300_799)),
  keyLabel: label,
  signatureElement: fc
    .tuple(
      fc.constantFrom(
        [ECDSA_SHA256, 'null'] as const,
        [ECDSA_SHA256, 'absent'] as const,
        [RSA_SHA256, 'null'] as const,
        [ED25519, 'absent'] as const,
      ),
      fc.uint8Array({ maxLength: 80 }),
    )
    .map(([[oid, parameters], signature]) => signatureElement(oid, parameters, signature)),
});

/** Any token of one operation that SKA.md 5.3 has a layout for. */
export function fieldsOf(operation: Operation): fc.Arbitrary<TokenFields> {
  const payload = fc.uint8Array({ maxLength: 70 });
  return fc.record({
    operation: fc.constant(operation),
    keyLabel: label,
    timestamp: fc.option(timestamp, { freq: 2 }),
    payload:
      operation === 'modify' ? fc.constant(null) : operation === 'use' ? payload : fc.option(payload, { freq: 2 }),
    policy: operation === 'modify' ? policy : fc.constant(null),
  });
}

/**
 * The bytes of a token as SKA.md 5.3 lays them out.
 *
 * @param content the whole last element, or nothing
 */
export function laidOut(fields: TokenFields, content: Uint8Array): Uint8Array {
  const { operation, keyLabel, timestamp: stamp } = fields;
  const head = join(element(0x3b, littleEndian(OPERATION_CODES[operation], 4)), element(0x1002, utf8(keyLabel)));
  if (stamp === null) return level(head, content);
  const inside = level(content, element(0x0107, littleEndian(stamp.time, 8)), element(0x1002, utf8(stamp.keyLabel)));
  return level(head, element(0x1054, inside), element(0x1056, stamp.signatureElement), content);
}
