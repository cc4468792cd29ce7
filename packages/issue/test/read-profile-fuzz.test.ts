import { parseJson } from '@quorate/syntax';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTbs, IssueError, readProfile, writeProfile } from '../src/index.ts';
import { caProfile, leafProfileJson } from './support/arbitrary-profile.ts';
import { fullCa } from './support/full-profile.ts';
import { keys } from './support/keys.ts';
import { refused } from './support/refusal.ts';

/** Whether a value is read, and if so also built and written; only an IssueError may come out. */
function taken(value: unknown, read: () => void = () => {}): boolean {
  try {
    const profile = readProfile(value);
    read();
    expect(readProfile(writeProfile(profile))).toEqual(profile);
    buildTbs({
      profile,
      issuer: 'self',
      publicKey: keys.p256.spki,
      randomBytes: Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8),
    });
    return true;
  } catch (error) {
    if (error instanceof IssueError) return false;
    throw error;
  }
}

describe('hostile profiles end in an IssueError and nothing else:', () => {
  const odd = fc.oneof(
    fc.jsonValue({ maxDepth: 3 }),
    fc.constantFrom<unknown>(
      null,
      -1,
      2 ** 53,
      Number.MAX_VALUE,
      '\u202e',
      '\ud800',
      'x'.repeat(70_000),
      'P9999Y9999M',
      'hex:zz',
      '__proto__',
    ),
    fc.constantFrom<unknown>(
      '1.2.3',
      '2.999.',
      '0.0',
      'hex:3000',
      'never',
      'random',
      '::1',
      '10.0.0.0/8',
      'http://a',
      '*.a',
      'a@b',
    ),
  );

  test('any JSON at all', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => void taken(value)),
      { numRuns: 500 },
    );
  });

  test('profiles with values replaced by others', () => {
    let read = 0;
    fc.assert(
      fc.property(
        fc.oneof(caProfile, leafProfileJson, fc.constant(fullCa)),
        fc.array(fc.tuple(fc.nat(), odd), { minLength: 1, maxLength: 3 }),
        (json, edits) => {
          let value: unknown = json;
          for (const [at, other] of edits) value = replaced(value, at, other);
          taken(value, () => read++);
        },
      ),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(20);
  });

  test('a hundred thousand levels', () => {
    let deep: unknown = 1;
    for (let i = 0; i < 100_000; i++) deep = i % 2 === 0 ? [deep] : { subject: deep };
    for (const member of ['subject', 'subjectAltName', 'critical', 'lint', 'csr', 'anything'])
      expect(taken({ ...fullCa, [member]: deep })).toBe(false);
  });

  test('a hundred thousand names, members, digits, characters', () => {
    const name = { type: 'dNSName', value: 'a.example' };
    expect(refused(() => readProfile({ ...fullCa, serialNumber: '9'.repeat(100_000) }))).toEqual([
      'profile-malformed',
      'serialNumber',
    ]);
    const members = Object.fromEntries(Array.from({ length: 100_000 }, (_, i) => [`m${i}`, i]));
    expect(refused(() => readProfile({ ...fullCa, ...members }))).toEqual(['profile-malformed', 'm0']);
    expect(taken({ ...fullCa, subjectAltName: Array(100_000).fill(name) })).toBe(false);
    expect(taken({ ...fullCa, subject: Array(100_000).fill({ type: 'commonName', value: 'x' }) })).toBe(false);
    expect(taken({ ...fullCa, certificatePolicies: Array(100_000).fill({ policy: '1.2.3' }) })).toBe(false);
    expect(taken({ ...fullCa, ['k'.repeat(100_000)]: 1 })).toBe(false);
    expect(taken({ ...fullCa, extendedKeyUsage: ['1.2'.padEnd(100_000, '.3')] })).toBe(false);
  });

  test('members of prototypes, from JSON text', () => {
    const text = JSON.stringify(fullCa);
    for (const member of ['__proto__', 'constructor', 'prototype', 'hasOwnProperty', 'toString', 'valueOf']) {
      expect(taken(parseJson(`{"${member}": {}, ${text.slice(1)}`))).toBe(false);
    }
    expect(taken(parseJson(text))).toBe(true);
  });
});

/** JSON with the value at one place, counted in the order of reading, replaced; a place beyond all counts from the start. */
function replaced(value: unknown, at: number, other: unknown): unknown {
  const places: (readonly [object, string])[] = [];
  const copy = structuredClone(value);
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    for (const name of Object.keys(node)) {
      places.push([node, name]);
      walk((node as Record<string, unknown>)[name]);
    }
  };
  walk(copy);
  const place = places[at % Math.max(1, places.length)];
  if (place === undefined) return other;
  Object.defineProperty(place[0], place[1], { value: other, enumerable: true, writable: true, configurable: true });
  return copy;
}
