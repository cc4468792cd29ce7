import { describe, expect, test } from 'vitest';
import {
  buildTbs,
  type CertificateProfile,
  type IssueErrorCode,
  readProfile,
  readTbs,
  type TbsRequest,
  tbsExtensions,
} from '../src/index.ts';
import { plainCopy } from '../src/plain-copy.ts';
import { algorithmNamed, keys } from './support/keys.ts';
import { leafProfile, root, rootProfile } from './support/profiles.ts';
import { refused } from './support/refusal.ts';

const issuer = root(keys.p256);
const lint = { sets: [] };
const given = (profile: CertificateProfile): TbsRequest => ({ profile, issuer, publicKey: keys.p384.spki });
const leaf = (changes: object) => buildTbs(given({ ...leafProfile(keys.p256, { lint }), ...changes }));

/** A profile whose member is one thing when it is first read, and another from then on. */
function changing<K extends keyof CertificateProfile>(
  member: K,
  values: readonly CertificateProfile[K][],
  after: number,
) {
  let count = 0;
  const profile = { ...leafProfile(keys.p256, { lint }) };
  Object.defineProperty(profile, member, { enumerable: true, get: () => values[count++ < after ? 0 : 1] });
  return profile;
}

/** A list of three, nothing in the middle. */
function withHole(first: unknown, last: unknown): unknown[] {
  const list = [first];
  list[2] = last;
  return list;
}

describe('a profile that answers otherwise when it is asked again', () => {
  test.each([1, 2, 3, 4, 5, 6, 8, 12])('gives what it said first: asked %i times', (after) => {
    const { tbs } = buildTbs(given(changing('basicConstraints', [{ ca: false }, { ca: true }], after)));
    expect(tbsExtensions(readTbs(tbs)).basicConstraints?.ca).toBe(false);
    const late = buildTbs(given(changing('notAfter', [leafProfile(keys.p256).notAfter, 253402300799], after)));
    expect(readTbs(late.tbs).notAfter.seconds).toBe(leafProfile(keys.p256).notAfter);
  });
});

test('data that changes later changes nothing, and the profile is left as it was', () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const source = { list: withHole(bytes, 'x'), inner: { a: 1n }, kept: bytes };
  const copied = plainCopy(source, 'it', ['kept']);
  bytes[0] = 9;
  expect(copied).toEqual({ list: [Uint8Array.of(1, 2, 3), undefined, 'x'], inner: { a: 1n }, kept: bytes });
  expect(copied.kept).toBe(bytes);
});

describe('no profile:', () => {
  class Other {
    readonly ca = true;
  }
  test.each<[string, object, RegExp]>([
    ['members from a prototype', { basicConstraints: Object.create({ ca: true }) }, /`profile.basicConstraints`/],
    ['an object of a class', { basicConstraints: new Other() }, /`profile.basicConstraints`/],
    ['a function', { subject: [{ type: 'commonName', value: () => 'x' }] }, /`profile.subject\[0\].value`/],
    ['a text that is an object', { subject: [{ type: 'commonName', value: new String('x') }] }, /plain object/],
    ['a serial number in text', { serialNumber: '5' }, /`serialNumber` must be a bigint or bytes/],
    ['a serial number in wider numbers', { serialNumber: new Uint16Array([1000, 2]) }, /`profile.serialNumber`/],
  ])('%s', (_case, changes, message) => {
    expect(() => leaf(changes)).toThrow(TypeError);
    expect(() => leaf(changes)).toThrow(message);
  });

  test('a cycle', () => {
    const cycle: unknown[] = [];
    cycle.push(cycle);
    expect(() => leaf({ subject: cycle })).toThrow(/no deeper/);
  });

  test('random numbers that are no bytes', () => {
    const profile = leafProfile(keys.p256, { serialNumber: 'random' });
    for (const randomBytes of [
      '12345678abcdefgh',
      [1, 2, 3, 4, 5, 6, 7, 8],
      new Uint16Array([999, 2, 3, 4, 5, 6, 7, 8]),
    ]) {
      expect(() => buildTbs({ ...given(profile), randomBytes: randomBytes as unknown as Uint8Array })).toThrow(
        /`randomBytes` must be bytes/,
      );
    }
  });

  test.each<[string, object, IssueErrorCode, string]>([
    [
      'a hole in a list of usages',
      { keyUsage: withHole('digitalSignature', 'keyAgreement') },
      'usage-unknown',
      'keyUsage[1]',
    ],
    ['no purpose', { extendedKeyUsage: [undefined] }, 'usage-unknown', 'extendedKeyUsage[0]'],
    [
      'a name in an object',
      { subjectAltName: [{ type: 'dNSName', value: { length: 3 } }] },
      'alternative-name-invalid',
      'subjectAltName[0].value',
    ],
    [
      'an unknown qualifier',
      { certificatePolicies: [{ policy: '1.2', qualifiers: [{ type: 'notice', explicitText: 'x' }] }] },
      'extension-invalid',
      'certificatePolicies[0].qualifiers[0].type',
    ],
  ])('%s', (_case, changes, code, path) => {
    expect(refused(() => leaf(changes))).toEqual([code, path]);
  });

  test('JSON with members from a prototype', () => {
    const json = {
      extends: 'root-ca',
      subject: [{ type: 'commonName', value: 'x' }],
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: 'P1Y',
      serialNumber: '0x1234567890abcdef12',
      signatureAlgorithm: 'SHA256_WITH_ECDSA',
    };
    expect(readProfile(json).allow).toBeUndefined();
    expect(readProfile(Object.assign(Object.create(null), json)).allow).toBeUndefined();
    const allow = [{ code: 'key-equals-issuer', because: 'none' }];
    expect(refused(() => readProfile(Object.assign(Object.create({ allow }), json)))).toEqual([
      'profile-malformed',
      '',
    ]);
    const basicConstraints = Object.create({ ca: true });
    expect(refused(() => readProfile({ ...json, basicConstraints }))).toEqual([
      'profile-malformed',
      'basicConstraints',
    ]);
  });
});

test('SHA-1 is weak whatever an algorithm says of itself', () => {
  const signatureAlgorithm = { ...algorithmNamed('ecdsa-with-SHA1'), weak: false };
  const profile = rootProfile(keys.p256, { signatureAlgorithm });
  expect(refused(() => buildTbs({ profile, issuer: 'self', publicKey: keys.p256.spki }))).toEqual([
    'algorithm-weak',
    'signatureAlgorithm',
  ]);
});
