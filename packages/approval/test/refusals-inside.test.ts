import { DerError, encodeElement, encodeInteger, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import type { TlvError } from '@quorate/syntax';
import { describe, expect, test } from 'vitest';
import { type ApprovalErrorCode, decodeToken } from '../src/index.ts';
import { refusal } from './support/refusal.ts';
import { element, join, level, littleEndian, split, utf8 } from './support/tlv.ts';
import { ECDSA_SHA256, ED25519, RSA_SHA256, signatureElement } from './support/token.ts';
import { sign } from './support/trace.ts';

const codeOf = (bytes: Uint8Array): ApprovalErrorCode => refusal(() => decodeToken(bytes)).code;
const [operation, keyLabel, timestamp, signed, payload] = split(sign.token) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
  Uint8Array,
];
const code = (value: number): Uint8Array => element(0x3b, littleEndian(value, 4));

describe('texts and times', () => {
  test('a label that is not UTF-8 is refused', () => {
    for (const octets of [[0xff], [0xc3], [0xed, 0xa0, 0x80], [0xc0, 0x80], [0xf5, 0x80, 0x80, 0x80]]) {
      const wrong = element(0x1002, Uint8Array.from(octets));
      const error = refusal(() => decodeToken(level(operation, wrong, payload)));
      expect([error.code, error.offset, (error.cause as TlvError).code]).toEqual([
        'token-malformed',
        16,
        'text-invalid',
      ]);
      const inside = level(payload, element(0x0107, new Uint8Array(8)), wrong);
      expect(codeOf(level(operation, keyLabel, element(0x1054, inside), signed, payload))).toBe('token-malformed');
    }
  });

  test('the year 9999 is the last one', () => {
    const at = (time: bigint): Uint8Array => {
      const inside = level(payload, element(0x0107, littleEndian(time, 8)), element(0x1002, utf8('k')));
      return level(operation, keyLabel, element(0x1054, inside), signed, payload);
    };
    const last = BigInt(Date.UTC(9999, 11, 31, 23, 59, 59) / 1000);
    expect(decodeToken(at(last)).timestamp?.time).toBe(Number(last));
    for (const time of [last + 1n, 2n ** 53n - 1n]) expect(codeOf(at(time))).toBe('time-invalid');
    for (const time of [2n ** 53n, 2n ** 63n, 2n ** 64n - 1n]) expect(codeOf(at(time))).toBe('token-malformed');
  });

  test('a time that is not eight bytes is none', () => {
    for (const octets of [0, 4, 7, 9, 12]) {
      const inside = level(payload, element(0x0107, new Uint8Array(octets)), element(0x1002, utf8('k')));
      expect(codeOf(level(operation, keyLabel, element(0x1054, inside), signed, payload))).toBe('token-malformed');
    }
  });
});

describe('the signature of the HSM', () => {
  const signature = Uint8Array.of(1, 2, 3);
  const withSignature = (value: Uint8Array): Uint8Array =>
    level(operation, keyLabel, timestamp, element(0x1056, value), payload);

  test.each([ECDSA_SHA256, RSA_SHA256])('%s is read with NULL and without parameters, as the same one', (oid) => {
    const [withNull, without] = (['null', 'absent'] as const).map((parameters) =>
      decodeToken(withSignature(signatureElement(oid, parameters, signature))),
    );
    expect(withNull?.timestamp?.signatureAlgorithm).toBe(without?.timestamp?.signatureAlgorithm);
    expect(withNull?.timestamp?.signature).toEqual(signature);
  });

  test('anything else in the place of algorithm and BIT STRING is refused', () => {
    const sequence = encodeSequence(encodeOid(ECDSA_SHA256));
    const bits = encodeElement(0x03, Uint8Array.of(0), signature);
    const wrong = [
      new Uint8Array(0),
      signature,
      encodeNull(),
      encodeSequence(),
      encodeSequence(sequence),
      encodeSequence(bits, sequence),
      encodeSequence(sequence, encodeElement(0x04, signature)),
      encodeSequence(sequence, encodeElement(0x03, Uint8Array.of(1, 2))),
      encodeSequence(sequence, encodeElement(0x03)),
      encodeSequence(sequence, bits, encodeNull()),
      join(encodeSequence(sequence, bits), encodeNull()),
      encodeSequence(encodeSequence(encodeOid('1.2.3.4')), bits),
      encodeSequence(encodeSequence(encodeOid(ECDSA_SHA256), encodeInteger(0)), bits),
      encodeSequence(encodeSequence(encodeOid(ECDSA_SHA256), encodeNull(), encodeNull()), bits),
      encodeSequence(encodeSequence(), bits),
    ];
    for (const value of wrong) {
      const error = refusal(() => decodeToken(withSignature(value)));
      expect([error.code, error.offset]).toEqual(['signature-malformed', 128]);
    }
    expect(refusal(() => decodeToken(withSignature(signature))).cause).toBeInstanceOf(DerError);
    expect(decodeToken(withSignature(signatureElement(ED25519, 'absent', signature))).timestamp?.signature).toEqual(
      signature,
    );
  });

  test('a message names the fault in one line', () => {
    expect(refusal(() => decodeToken(new Uint8Array(3))).message).toMatch(/^token malformed: truncated at byte 3/);
    expect(refusal(() => decodeToken(level(code(9), keyLabel))).message).toBe('operation unknown at byte 4, found 9');
  });
});
