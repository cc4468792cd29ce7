import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { buildTbs, presetNames, readProfile, writeProfile } from '../src/index.ts';
import { presets } from '../src/presets.ts';
import { caProfile, leafProfileJson, presetProfile } from './support/arbitrary-profile.ts';
import { keys } from './support/keys.ts';
import { root } from './support/profiles.ts';
import { refusal, refused } from './support/refusal.ts';

const smallest = {
  extends: 'root-ca',
  subject: [{ type: 'commonName', value: 'Root' }],
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: 'P10Y',
  serialNumber: '0x4d2',
  signatureAlgorithm: 'SHA256_WITH_ECDSA',
};

describe('for any profile in JSON', () => {
  const any = fc.oneof(caProfile, leafProfileJson, presetProfile);
  test('what is read and written is read as the same, and written as the same', () => {
    fc.assert(
      fc.property(any, (json) => {
        const profile = readProfile(json);
        const written = writeProfile(profile);
        expect(readProfile(written)).toEqual(profile);
        expect(JSON.stringify(writeProfile(readProfile(written)))).toBe(JSON.stringify(written));
      }),
      { numRuns: 300 },
    );
  });

  test('a TBS is built that the strict readers read as meant, twice the same', () => {
    const wide = { notBefore: -631152000, notAfter: 253402300799 };
    const below = root(keys.p256, wide);
    const randomBytes = Uint8Array.of(0x80, 1, 2, 3, 4, 5, 6, 7);
    fc.assert(
      fc.property(fc.oneof(caProfile, leafProfileJson), fc.boolean(), (json, alone) => {
        const ca = (json['basicConstraints'] as { ca: boolean } | null)?.ca === true;
        const issuer = alone && ca ? 'self' : below;
        const profile = readProfile({ ...json, lint: { sets: [] } });
        const build = () => buildTbs({ profile, issuer, publicKey: keys.p384.spki, randomBytes }).tbs;
        expect(build()).toEqual(build());
        const again = readProfile(writeProfile(profile));
        expect(buildTbs({ profile: again, issuer, publicKey: keys.p384.spki, randomBytes }).tbs).toEqual(build());
      }),
      { numRuns: 300 },
    );
  });
});

test('presets say what they set, and a profile takes it away with null', () => {
  expect(presetNames.length).toBe(10);
  for (const name of presetNames) {
    const written = writeProfile(readProfile({ ...smallest, extends: name })) as Record<string, unknown>;
    expect(written).toMatchObject(presets[name]);
    expect(Object.keys(written)).not.toContain('extends');
  }
  const profile = readProfile({
    ...smallest,
    extends: 'time-stamping',
    extendedKeyUsage: null,
    critical: null,
    keyUsage: null,
  });
  expect([profile.extendedKeyUsage, profile.critical, profile.keyUsage]).toEqual([undefined, undefined, null]);
});

describe('notAfter', () => {
  const end = (notBefore: string, notAfter: string) => {
    const { notAfter: seconds } = readProfile({ ...smallest, notBefore, notAfter });
    return new Date(seconds * 1000).toISOString();
  };
  test.each([
    ['2026-01-01T00:00:00Z', 'P10Y', '2035-12-31T23:59:59.000Z'],
    ['2026-01-01T00:00:00Z', 'P90D', '2026-03-31T23:59:59.000Z'],
    ['2026-01-31T12:00:00Z', 'P2M', '2026-03-31T11:59:59.000Z'],
    ['2026-01-01T00:00:00Z', 'P1Y6M1DT1H', '2027-07-02T00:59:59.000Z'],
    ['2026-01-01T00:00:00+01:00', 'PT8H', '2026-01-01T06:59:59.000Z'],
    ['2026-01-01T00:00:00Z', 'never', '9999-12-31T23:59:59.000Z'],
    ['2026-01-01T00:00:00Z', '2026-01-02T00:00:00Z', '2026-01-02T00:00:00.000Z'],
    ['1999-12-31T00:00:00Z', 'P8000Y', '9999-12-30T23:59:59.000Z'],
  ])('from %s, %s is %s', (notBefore, notAfter, expected) => expect(end(notBefore, notAfter)).toBe(expected));

  test.each([
    'P',
    'PT',
    'P1',
    '10Y',
    'P1.5Y',
    'P-1D',
    'P1D2M',
    'p1d',
    'Never',
    '',
    'P99999D9',
    '2026-02-30T00:00:00Z',
    'P9999Y',
    'P9999999D',
  ])('is not %s', (notAfter) =>
    expect(refused(() => end('2026-01-01T00:00:00Z', notAfter))).toEqual(['profile-malformed', 'notAfter']),
  );
  test('is no month after a day that it does not have', () => {
    expect(refused(() => end('2028-02-29T00:00:00Z', 'P1Y'))).toEqual(['profile-malformed', 'notAfter']);
    expect(refused(() => end('2026-01-31T00:00:00Z', 'P1M'))).toEqual(['profile-malformed', 'notAfter']);
    expect(end('2028-02-29T00:00:00Z', 'P4Y')).toBe('2032-02-28T23:59:59.000Z');
  });
});

describe('unknown members are refused with the nearest name:', () => {
  test.each<[string, object, string, RegExp]>([
    ['of the profile', { keyUsages: [] }, 'keyUsages', /`keyUsage`, perhaps/],
    ['in other case', { SubjectAltName: [] }, 'SubjectAltName', /`subjectAltName`, perhaps/],
    ['far from all', { colour: 1 }, 'colour', /a member that profiles have/],
    ['two letters swapped', { noet: '' }, 'noet', /`note`, perhaps/],
    ['inside', { basicConstraints: { ca: true, pathlen: 0 } }, 'basicConstraints.pathlen', /`pathLen`, perhaps/],
    ['in a list', { subjectAltName: [{ type: 'dNSName', vlaue: 'a' }] }, 'subjectAltName[0].vlaue', /`value`, perhaps/],
    ['a type', { subjectAltName: [{ type: 'dnsName', value: 'a' }] }, 'subjectAltName[0].type', /`dNSName`, perhaps/],
    [
      'of another type',
      { subjectAltName: [{ type: 'dNSName', value: 'a', oid: '1.2' }] },
      'subjectAltName[0].oid',
      /one of type, value/,
    ],
    ['of a name', { subject: [{ type: 'commonName', text: '' }] }, 'subject[0].text', /one of type, value/],
    ['of a prototype', { toString: 1 }, 'toString', /a member/],
    ['a constructor', { constructor: 1 }, 'constructor', /a member/],
    ['the prototype', JSON.parse('{"__proto__": {"ca": true}}'), '__proto__', /a member/],
    ['deep in a prototype', { critical: JSON.parse('{"__proto__": {}}') }, 'critical.__proto__', /one of|perhaps/],
    ['a preset', { extends: 'root' }, 'extends', /root-ca/],
  ])('%s', (_case, more, path, expected) => {
    // Not spread: a member `__proto__` is to stay one.
    const profile = Object.defineProperties({ ...smallest }, Object.getOwnPropertyDescriptors(more));
    const error = refusal(() => readProfile(profile));
    expect([error.code, error.path]).toEqual(['profile-malformed', path]);
    expect(error.expected).toMatch(expected);
  });

  test.each([
    new Map(),
    new Date(0),
    [],
    new Uint8Array(3),
    Object.create(null, { [Symbol.toStringTag]: { value: 'x' } }),
  ])('objects of other kinds %#', (value) => {
    expect(refused(() => readProfile(value))[0]).toBe('profile-malformed');
    expect(refused(() => readProfile({ ...smallest, critical: value }))[0]).toBe('profile-malformed');
  });
});

describe('addresses', () => {
  const octets = (type: 'subjectAltName' | 'nameConstraints', value: string) => {
    const name = { type: 'iPAddress', value };
    const profile = readProfile({ ...smallest, [type]: type === 'subjectAltName' ? [name] : { permitted: [name] } });
    const [read] = (type === 'subjectAltName' ? profile.subjectAltName : profile.nameConstraints?.permitted) ?? [];
    return read?.type === 'iPAddress' ? Buffer.from(read.bytes).toString('hex') : null;
  };
  test.each([
    ['192.0.2.1', 'c0000201'],
    ['2001:db8::1', '20010db8000000000000000000000001'],
    ['::', '0'.repeat(32)],
    ['1::', `0001${'0'.repeat(28)}`],
    ['::ffff:192.0.2.1', `${'0'.repeat(20)}ffffc0000201`],
    ['1:2:3:4:5:6:7:8', '00010002000300040005000600070008'],
    ['1:2:3:4:5:6:7::', '00010002000300040005000600070000'],
    ['1:2:3:4:5:6:1.2.3.4', '00010002000300040005000601020304'],
  ])('%s', (text, hex) => expect(octets('subjectAltName', text)).toBe(hex));
  test.each([
    '',
    '1.2.3',
    '1.2.3.4.5',
    '01.2.3.4',
    '256.1.1.1',
    '1.2.3.4/8',
    ':',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '12345::',
    'g::',
    'fe80::1%eth0',
    '1.2.3.4::',
    '1.2.3.4:1::',
    '::1.2.3',
    ' ::1',
    '::1:',
  ])('not %s', (text) =>
    expect(refused(() => octets('subjectAltName', text))).toEqual(['profile-malformed', 'subjectAltName[0].value']),
  );
  test.each([
    ['10.0.0.0/8', '0a000000ff000000'],
    ['0.0.0.0/0', '0'.repeat(16)],
    ['192.0.2.1/32', 'c0000201ffffffff'],
    ['192.0.2.128/25', 'c0000280ffffff80'],
    ['2001:db8::/33', `20010db8${'0'.repeat(24)}ffffffff80${'0'.repeat(22)}`],
  ])('subnet %s', (text, hex) => expect(octets('nameConstraints', text)).toBe(hex));
  test.each([
    '10.0.0.0',
    '10.0.0.1/8',
    '10.0.0.0/33',
    '10.0.0.0/08',
    '10.0.0.0/',
    '::/129',
    '2001:db8::1/64',
    '10.0.0.0/255.0.0.0',
  ])('no subnet: %s', (text) =>
    expect(refused(() => octets('nameConstraints', text))).toEqual([
      'profile-malformed',
      'nameConstraints.permitted[0].value',
    ]),
  );
});
