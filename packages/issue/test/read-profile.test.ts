import { describe, expect, test } from 'vitest';
import { buildRootTbs, readProfile, readTbs } from '../src/index.ts';
import { keys } from './support/keys.ts';
import { rootProfile } from './support/profiles.ts';
import { refused } from './support/refusal.ts';

const json = {
  subject: [
    { type: 'countryName', value: 'CH' },
    { type: 'organizationName', value: 'Zürich, Quorum & Söhne' },
    { type: 'commonName', value: 'Root' },
  ],
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2035-12-30T00:00:00Z',
  serialNumber: '0x4D2',
  signatureAlgorithm: 'SHA256_WITH_ECDSA',
  basicConstraints: { ca: true },
  keyUsage: ['keyCertSign', 'cRLSign'],
};

describe('a profile in JSON', () => {
  test('is the profile that it says, and gives the same TBS', () => {
    const build = (profile: ReturnType<typeof readProfile>) => buildRootTbs({ profile, publicKey: keys.p256.spki });
    expect(build(readProfile(json))).toEqual(build(rootProfile(keys.p256)));
    expect(build(readProfile({ ...json, serialNumber: '1234' }))).toEqual(build(rootProfile(keys.p256)));
    const zoned = readProfile({ ...json, notBefore: '2026-01-01T01:00:00+01:00' });
    expect(readTbs(build(zoned)).notBefore.seconds).toBe(rootProfile(keys.p256).notBefore);
  });

  test.each([
    ['nothing', null, ''],
    ['a list', [], ''],
    ['an unknown member', { ...json, serial: 1 }, 'serial'],
    ['a number as text', { ...json, basicConstraints: { ca: true, pathLen: '0' } }, 'basicConstraints.pathLen'],
    ['a time without zone', { ...json, notBefore: '2026-01-01T00:00:00' }, 'notBefore'],
    ['a time that is none', { ...json, notAfter: '2026-02-30T00:00:00Z' }, 'notAfter'],
    ['a serial number as number', { ...json, serialNumber: 1 }, 'serialNumber'],
    ['a negative serial number', { ...json, serialNumber: '-1' }, 'serialNumber'],
    ['81 digits', { ...json, serialNumber: '1'.repeat(81) }, 'serialNumber'],
    ['an unknown algorithm', { ...json, signatureAlgorithm: 'RSA' }, 'signatureAlgorithm'],
    ['an unknown usage', { ...json, keyUsage: ['KEY_CERT_SIGN'] }, 'keyUsage[0]'],
    ['no keyUsage at all', { ...json, keyUsage: undefined }, 'keyUsage'],
  ])('is refused: %s', (_case, value, path) => {
    expect(refused(() => readProfile(value))).toEqual(['profile-malformed', path]);
  });
});
