import { type JsonValue, parseJson, parseXml, XmlError } from '@quorate/syntax';
import { traceModifyAttestation, traceModifyRequest, traceModifyToken } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkPolicy,
  type Policy,
  PolicyError,
  readPolicyJson,
  readPolicyTlv,
  readPolicyXml,
  readRuleTlv,
  writePolicyJson,
  writePolicyTlv,
  writePolicyXml,
} from '../src/index.ts';
import { member } from './wire.ts';

const RUNS = 10_000;

/** A policy, or null when it was refused in the one way it may be; anything else fails the test. */
function attempt(read: () => Policy | null): Policy | null {
  try {
    return read();
  } catch (error) {
    if (error instanceof PolicyError) {
      expect(error.message).toMatch(/^policy: /);
      expect(error.message.length).toBeLessThan(1000);
      return null;
    }
    throw error;
  }
}

/** One to four edits of bytes: change, insert, delete, copy over. */
const edits = fc.array(
  fc.record({ kind: fc.nat(3), at: fc.nat(0xffff), from: fc.nat(0xffff), octet: fc.integer({ min: 0, max: 255 }) }),
  { minLength: 1, maxLength: 4 },
);
type Edits = typeof edits extends fc.Arbitrary<infer T> ? T : never;

function edited(bytes: Uint8Array, list: Edits): Uint8Array {
  const out = [...bytes];
  for (const { kind, at, from, octet } of list) {
    const i = at % Math.max(1, out.length);
    if (kind === 0) out[i] = octet;
    else if (kind === 1) out.splice(i, 0, octet);
    else if (kind === 2) out.splice(i, (octet % 8) + 1);
    else out.splice(i, 4, ...out.slice(from % Math.max(1, out.length)).slice(0, 4));
  }
  return new Uint8Array(out);
}

describe('the binary form, spoilt', () => {
  // The value of 0x1058, the last element of the token.
  const payload = traceModifyToken.slice(traceModifyToken.length - 852);

  it('is refused by a PolicyError, or is what the writer writes, bit for bit', () => {
    let taken = 0;
    fc.assert(
      fc.property(edits, (list) => {
        const bytes = edited(payload, list);
        const policy = attempt(() => readPolicyTlv(bytes));
        if (policy === null) return;
        taken++;
        expect(writePolicyTlv(policy)).toEqual(bytes);
      }),
      { numRuns: RUNS },
    );
    expect(taken).toBeGreaterThan(100);
    expect(taken).toBeLessThan(RUNS / 2);
  });

  it('is refused when cut anywhere', () => {
    for (let length = 0; length < payload.length; length++) {
      expect(attempt(() => readPolicyTlv(payload.subarray(0, length)))).toBeNull();
    }
  });

  it('is refused when it is noise', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        attempt(() => ({
          rules: { use: readRuleTlv(bytes), block: null, unblock: null, modify: null },
          blocked: null,
        }));
        expect(attempt(() => readPolicyTlv(bytes))).toBeNull();
      }),
      { numRuns: RUNS },
    );
  });
});

describe('JSON, spoilt', () => {
  const good = member(parseJson(traceModifyRequest), 'modifyRequest', 'policy');
  const paths: (string | number)[][] = [];
  const collect = (value: JsonValue, path: (string | number)[]): void => {
    paths.push(path);
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value))
      collect(inner, [...path, Array.isArray(value) ? Number(key) : key]);
  };
  collect(good, []);

  const replacement = fc.oneof(
    fc.jsonValue({ maxDepth: 2 }) as fc.Arbitrary<JsonValue>,
    fc.constantFrom<JsonValue>(
      null,
      [],
      {},
      '',
      0,
      -1,
      1.5,
      '600',
      true,
      2 ** 53,
      ['x'],
      { tokens: null },
      { tokens: [] },
    ),
  );

  function replaced(value: JsonValue, path: readonly (string | number)[], by: JsonValue): JsonValue {
    const [key, ...rest] = path;
    if (key === undefined) return by;
    const copy = structuredClone(value) as Record<string | number, JsonValue>;
    copy[key] = replaced(copy[key] as JsonValue, rest, by);
    return copy as unknown as JsonValue;
  }

  it('is refused by a PolicyError, or is what the writer writes', () => {
    let taken = 0;
    fc.assert(
      fc.property(
        fc.constantFrom(...paths),
        replacement,
        fc.constantFrom('create', 'modify', 'any'),
        (path, by, form) => {
          const json = replaced(good, path, by);
          const policy = attempt(() => readPolicyJson(json, { form }));
          if (policy === null) return;
          taken++;
          expect(readPolicyJson(writePolicyJson(policy))).toEqual(policy);
          expect(checkPolicy(policy).findings.length).toBeGreaterThan(0);
        },
      ),
      { numRuns: 5_000 },
    );
    expect(taken).toBeGreaterThan(20);
    expect(taken).toBeLessThan(2_500);
  });

  it('anything at all is refused by a PolicyError', () => {
    fc.assert(
      fc.property(fc.anything(), (value) => {
        attempt(() => readPolicyJson(value));
      }),
      { numRuns: 5_000 },
    );
  });
});

describe('XML, spoilt', () => {
  const good = /<policy>.*<\/policy>/s.exec(traceModifyAttestation)?.[0] ?? '';
  const pieces = good.split(/(?=<)|(?<=>)/);
  const edit = fc.array(
    fc.record({
      at: fc.nat(pieces.length - 1),
      from: fc.nat(pieces.length - 1),
      kind: fc.nat(3),
      text: fc.string({ maxLength: 3 }),
    }),
    { minLength: 1, maxLength: 3 },
  );

  it('is refused by an XmlError or a PolicyError, or is what the writer writes', () => {
    let taken = 0;
    let wellFormed = 0;
    fc.assert(
      fc.property(edit, (list) => {
        const out = [...pieces];
        for (const { at, from, kind, text } of list) {
          if (kind === 0) out[at] = out[from] as string;
          else if (kind === 1) out[at] = '';
          else if (kind === 2) out[at] = `${out[at]}${text}`;
          else out[at] = text;
        }
        let root: ReturnType<typeof parseXml>;
        try {
          root = parseXml(out.join(''));
        } catch (error) {
          if (error instanceof XmlError) return;
          throw error;
        }
        wellFormed++;
        const policy = attempt(() => readPolicyXml(root));
        if (policy === null) return;
        taken++;
        expect(readPolicyXml(parseXml(writePolicyXml(policy)))).toEqual(policy);
      }),
      { numRuns: 5_000 },
    );
    expect(wellFormed).toBeGreaterThan(500);
    expect(taken).toBeGreaterThan(20);
  });
});
