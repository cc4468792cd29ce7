import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  encodeTlv,
  encodeTlvContainer,
  encodeTlvLevel,
  encodeTlvText,
  encodeTlvU32,
  encodeTlvU64,
  TLV_MAX_BYTES,
  TLV_MAX_VALUE,
  TlvError,
  TlvReader,
} from '../src/index.ts';
import { refusal } from './refusal.ts';

const bytes = (...octets: number[]): Uint8Array => new Uint8Array(octets);
const type = fc.integer({ min: 0, max: 0xffff });

/** A tree of elements: leaves of bytes, containers of elements. */
type Node = { type: number; value: Uint8Array } | { type: number; children: Node[] };
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: 'small' },
    fc.record({ type, value: fc.uint8Array({ maxLength: 9 }) }),
    fc.record({ type, children: fc.array(tie('node'), { maxLength: 3 }) }),
  ),
}));
const encode = (it: Node): Uint8Array =>
  'value' in it ? encodeTlv(it.type, it.value) : encodeTlvContainer(it.type, ...it.children.map(encode));

function readAs(reader: TlvReader, it: Node): void {
  expect(reader.peek()).toBe(it.type);
  if ('value' in it) {
    expect(reader.value(it.type)).toEqual(new Uint8Array(it.value));
    return;
  }
  const inside = reader.container(it.type);
  for (const child of it.children) readAs(inside, child);
  inside.finish();
}

/** Reads whatever stands there, in every way, as deep as it goes. */
function readAll(reader: TlvReader, out: Uint8Array[] = []): Uint8Array[] {
  for (let next = reader.peek(); next !== null; next = reader.peek()) out.push(encodeTlv(next, reader.value(next)));
  reader.finish();
  return out;
}

describe('elements', () => {
  it('are read as they were written, at any depth', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 4 }), (nodes) => {
        const reader = TlvReader.of(encodeTlvLevel(...nodes.map(encode)));
        for (const it of nodes) readAs(reader, it);
        reader.finish();
      }),
    );
  });

  it('have one encoding: what is taken is written again bit for bit, and nothing but TlvErrors escape', () => {
    const octets = fc.oneof(
      fc.uint8Array({ maxLength: 24 }),
      fc.tuple(fc.array(node, { maxLength: 3 }), fc.nat(), fc.nat(255)).map(([nodes, at, octet]) => {
        const level = encodeTlvLevel(...nodes.map(encode));
        level[at % level.length] = octet;
        return level;
      }),
    );
    let taken = 0;
    fc.assert(
      fc.property(octets, (input) => {
        try {
          expect(encodeTlvLevel(...readAll(TlvReader.of(input)))).toEqual(new Uint8Array(input));
          taken++;
        } catch (error) {
          if (!(error instanceof TlvError)) throw error;
          expect(error.offset).toBeGreaterThanOrEqual(0);
          expect(error.offset).toBeLessThanOrEqual(input.length);
        }
      }),
      { numRuns: 10_000 },
    );
    expect(taken).toBeGreaterThan(500);
  });

  it('are laid out little endian, padded with zeros to four', () => {
    expect(encodeTlv(0x1002, bytes(1, 2, 3))).toEqual(bytes(0x02, 0x10, 3, 0, 1, 2, 3, 0));
    expect(encodeTlv(0x1002, bytes())).toEqual(bytes(0x02, 0x10, 0, 0));
    expect(encodeTlvU32(0x55, 0x0a0b0c0d)).toEqual(bytes(0x55, 0, 4, 0, 0x0d, 0x0c, 0x0b, 0x0a));
    expect(encodeTlvU64(0x107, 2 ** 40 + 1)).toEqual(bytes(7, 1, 8, 0, 1, 0, 0, 0, 0, 1, 0, 0));
    expect(encodeTlvText(0x1002, 'é')).toEqual(bytes(0x02, 0x10, 2, 0, 0xc3, 0xa9, 0, 0));
    expect(encodeTlvLevel()).toEqual(bytes(0, 0, 0, 0));
    expect(encodeTlvContainer(0x1054, encodeTlv(1, bytes()))).toEqual(bytes(0x54, 0x10, 8, 0, 4, 0, 0, 0, 1, 0, 0, 0));
  });

  it('give views, not copies', () => {
    const level = encodeTlvLevel(encodeTlv(1, bytes(7)));
    const value = TlvReader.of(level).value(1);
    level[8] = 9;
    expect(value).toEqual(bytes(9));
  });

  it('may be optional, and stay when they are others', () => {
    const reader = TlvReader.of(encodeTlvLevel(encodeTlvText(2, 'a'), encodeTlvU32(3, 5)));
    expect([reader.optional(1), reader.optionalText(3)]).toEqual([null, null]);
    expect(reader.optionalText(2)).toBe('a');
    expect(reader.optional(3)).toEqual(bytes(5, 0, 0, 0));
    expect([reader.optional(3), reader.optionalText(2), reader.peek()]).toEqual([null, null, null]);
  });

  it('numbers come back', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), fc.maxSafeNat(), (small, large) => {
        const reader = TlvReader.of(encodeTlvLevel(encodeTlvU32(1, small), encodeTlvU64(2, large)));
        expect([reader.u32(1), reader.u64(2)]).toEqual([small, large]);
      }),
    );
  });
});

describe('refused', () => {
  const level = (...elements: Uint8Array[]): TlvReader => TlvReader.of(encodeTlvLevel(...elements));
  const cut = (inner: Uint8Array): TlvReader => TlvReader.of(encodeTlvLevel(inner));

  it.each<[string, () => unknown, object]>([
    ['nothing', () => TlvReader.of(bytes()), { code: 'truncated', offset: 0 }],
    ['half a length word', () => TlvReader.of(bytes(0, 0)), { code: 'truncated', offset: 2 }],
    [
      'a length word that says less',
      () => TlvReader.of(bytes(3, 0, 0, 0, 1, 0, 0, 0)),
      { code: 'length-mismatch', offset: 0, expected: 4, actual: 3 },
    ],
    [
      'a length word that says more',
      () => TlvReader.of(bytes(0, 0, 0, 0x80)),
      { code: 'length-mismatch', offset: 0, expected: 0, actual: 0x8000_0000 },
    ],
    [
      'too many bytes',
      () => TlvReader.of(new Uint8Array(TLV_MAX_BYTES + 1)),
      { code: 'input-too-large', limit: TLV_MAX_BYTES },
    ],
    ['half a header', () => cut(bytes(1, 0)).peek(), { code: 'truncated', offset: 6 }],
    ['half a header, read', () => cut(bytes(1, 0, 0)).value(1), { code: 'truncated', offset: 7 }],
    ['a value cut short', () => cut(bytes(1, 0, 2, 0, 9)).value(1), { code: 'truncated', offset: 9 }],
    ['padding cut short', () => cut(bytes(1, 0, 1, 0, 9, 0)).value(1), { code: 'truncated', offset: 10 }],
    ['dirty padding', () => cut(bytes(1, 0, 1, 0, 9, 0, 8, 0)).value(1), { code: 'padding-not-zero', offset: 10 }],
    [
      'another element',
      () => level(encodeTlv(2, bytes())).value(1),
      { code: 'unexpected-element', offset: 4, expected: 1, actual: 2 },
    ],
    ['no element', () => level().value(1), { code: 'element-missing', offset: 4, expected: 1 }],
    [
      'a number of three bytes',
      () => level(encodeTlv(1, bytes(1, 2, 3))).u32(1),
      { code: 'number-invalid', offset: 8 },
    ],
    ['a u64 for a u32', () => level(encodeTlvU64(1, 1)).u32(1), { code: 'number-invalid', offset: 8 }],
    ['a u32 for a u64', () => level(encodeTlvU32(1, 1)).u64(1), { code: 'number-invalid', offset: 8 }],
    [
      'a number beyond counting',
      () => level(encodeTlv(1, bytes(0, 0, 0, 0, 0, 0, 0x20, 0))).u64(1),
      { code: 'number-invalid', offset: 8 },
    ],
    [
      'all bits of a u64',
      () => level(encodeTlv(1, new Uint8Array(8).fill(0xff))).u64(1),
      { code: 'number-invalid', offset: 8 },
    ],
    ['text that is none', () => level(encodeTlv(1, bytes(0xff))).text(1), { code: 'text-invalid', offset: 8 }],
    [
      'a container without its length word',
      () => level(encodeTlv(1, bytes())).container(1),
      { code: 'truncated', offset: 8 },
    ],
    [
      'a container that lies',
      () => level(encodeTlv(1, bytes(4, 0, 0, 0))).container(1),
      { code: 'length-mismatch', offset: 8, expected: 0, actual: 4 },
    ],
    [
      'elements left over',
      () => level(encodeTlv(1, bytes()), encodeTlv(2, bytes())).finish(),
      { code: 'unexpected-element', offset: 4, actual: 1 },
    ],
  ])('%s', (_, attempt, facts) => {
    expect(refusal(TlvError, attempt)).toMatchObject(facts);
  });

  it('a child that runs past its container, though the bytes are there', () => {
    const inner = bytes(8, 0, 0, 0, 1, 0, 8, 0, 0, 0, 0, 0); // a length word of 8, an element of 4 + 8
    const reader = level(encodeTlv(5, inner), encodeTlv(6, new Uint8Array(8)));
    expect(refusal(TlvError, () => reader.container(5).value(1))).toMatchObject({ code: 'truncated' });
  });

  it('in words that name type and place', () => {
    const error = refusal(TlvError, () => level(encodeTlv(0x1052, bytes())).value(0x1002));
    expect(error.message).toBe('unexpected element at byte 4, expected 0x1002, found 0x1052');
    expect(refusal(TlvError, () => TlvReader.of(bytes(9, 0, 0, 0))).message).toBe(
      'length mismatch at byte 0, expected 0, found 9',
    );
  });

  it('what cannot be written, as a mistake of the caller', () => {
    expect(encodeTlv(1, new Uint8Array(TLV_MAX_VALUE)).length).toBe(65_540);
    expect(() => encodeTlv(1, new Uint8Array(TLV_MAX_VALUE + 1))).toThrow(TypeError);
    for (const value of [-1, 0.5, 2 ** 32, Number.NaN]) expect(() => encodeTlvU32(1, value)).toThrow(TypeError);
    for (const value of [-1, 0.5, 2 ** 53, Number.NaN]) expect(() => encodeTlvU64(1, value)).toThrow(TypeError);
    for (const bad of [-1, 0x1_0000, 0.5, Number.NaN]) expect(() => encodeTlv(bad, bytes())).toThrow(TypeError);
  });
});
