import { issuedCsr } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble, buildRootTbs, buildTbsFromCsr, IssueError, readTbs, tbsExtensions } from '../src/index.ts';
import { keys, signed } from './support/keys.ts';
import { leafProfile, root, rootProfile } from './support/profiles.ts';

/** Runs something on bytes: whether it took them. Only an IssueError may come out. */
function taken(run: () => unknown): boolean {
  try {
    run();
    return true;
  } catch (error) {
    if (error instanceof IssueError) return false;
    throw error;
  }
}

/** Some bytes with octets changed, cut out or put in. */
function damaged(bytes: Uint8Array): fc.Arbitrary<Uint8Array> {
  const edit = fc.record({ at: fc.nat(bytes.length), cut: fc.nat(3), put: fc.uint8Array({ maxLength: 3 }) });
  return fc
    .array(edit, { minLength: 1, maxLength: 4 })
    .map((edits) =>
      edits.reduce(
        (data, { at, cut, put }) => Uint8Array.of(...data.subarray(0, at), ...put, ...data.subarray(at + cut)),
        bytes,
      ),
    );
}

describe('damaged bytes end in an IssueError and nothing else:', () => {
  const rootDer = root(keys.p256);
  const tbs = buildRootTbs({ profile: rootProfile(keys.p256), publicKey: keys.p256.spki });
  const profile = leafProfile(keys.p256, { subject: 'from-request' });
  const all = fc.oneof(fc.uint8Array({ maxLength: 80 }));

  test('a request', () => {
    const run = (csr: Uint8Array) => taken(() => buildTbsFromCsr({ profile, csr, issuer: rootDer }));
    expect(run(issuedCsr)).toBe(true);
    fc.assert(
      fc.property(fc.oneof(damaged(issuedCsr), all), (csr) => void run(csr)),
      { numRuns: 1000 },
    );
  });
  test('an issuer', () => {
    const run = (issuer: Uint8Array) => taken(() => buildTbsFromCsr({ profile, csr: issuedCsr, issuer }));
    expect(run(rootDer)).toBe(true);
    fc.assert(
      fc.property(fc.oneof(damaged(rootDer), all), (issuer) => void run(issuer)),
      { numRuns: 300 },
    );
  });
  test('a key', () => {
    const run = (publicKey: Uint8Array) => taken(() => buildRootTbs({ profile: rootProfile(keys.p256), publicKey }));
    expect(run(keys.p256.spki)).toBe(true);
    fc.assert(
      fc.property(fc.oneof(damaged(keys.p256.spki), all), (key) => void run(key)),
      { numRuns: 1000 },
    );
  });
  test('a TBS', () => {
    const run = (bytes: Uint8Array) => taken(() => tbsExtensions(readTbs(bytes)));
    expect(run(tbs)).toBe(true);
    fc.assert(
      fc.property(fc.oneof(damaged(tbs), all), (bytes) => void run(bytes)),
      { numRuns: 3000 },
    );
  });
  test('a signature', () => {
    const signature = signed(tbs, keys.p256);
    const parts = { tbs, algorithm: keys.p256.algorithm, issuerKey: keys.p256.spki };
    const run = (bytes: Uint8Array) => taken(() => assemble({ ...parts, signature: bytes }));
    expect(run(signature)).toBe(true);
    fc.assert(
      fc.property(fc.oneof(damaged(signature), all), (bytes) => void run(bytes)),
      { numRuns: 60 },
    );
  });
  test('ten thousand levels', () => {
    const deep = new Uint8Array(20_000).map((_, i) => (i % 2 === 0 ? 0x30 : 0x80));
    expect(taken(() => readTbs(deep))).toBe(false);
    expect(taken(() => buildTbsFromCsr({ profile, csr: deep, issuer: rootDer }))).toBe(false);
  });
  test('more bytes than a certificate may have', () => {
    const large = new Uint8Array(2 ** 20 + 1);
    expect(taken(() => readTbs(large))).toBe(false);
  });
});
