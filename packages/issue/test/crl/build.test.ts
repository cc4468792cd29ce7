import { crlEntryExtensions, parseCertificateList, revokedCertificates } from '@quorate/x509';
import { fromBER } from 'asn1js';
import fc from 'fast-check';
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import {
  buildTbsCertList,
  type CertListRequest,
  type CrlProfile,
  type Revocation,
  readTbsCertList,
  revocationReasons,
  tbsCertListExtensions,
} from '../../src/index.ts';
import { crl, crlProfile, crlRequest } from '../support/crl.ts';
import { keys } from '../support/keys.ts';
import {
  request as csr,
  DAY,
  intermediateProfile,
  issued,
  leafProfile,
  nameOf,
  root,
  START,
} from '../support/profiles.ts';
import { refused } from '../support/refusal.ts';

const key = keys.p256;
const issuer = root(key);
const base = crlRequest(key, { issuer });
const build = (changes: Partial<CertListRequest> = {}) => buildTbsCertList({ ...base, ...changes });
const revoke = (serialNumber: bigint, changes: Partial<Revocation> = {}): Revocation => ({
  serialNumber,
  revocationDate: START,
  ...changes,
});
const numbers = (tbs: Uint8Array) =>
  [...revokedCertificates(readTbsCertList(tbs))].map(({ serialNumber }) =>
    BigInt.asIntN(8 * serialNumber.length, BigInt(`0x${Buffer.from(serialNumber).toString('hex')}`)),
  );
const told = (changes: Partial<CertListRequest>) => build(changes).decisions.map(({ id }) => id);
const uri = (value: string) => [{ type: 'uniformResourceIdentifier', value }] as const;

describe('a CRL', () => {
  test('takes issuer and authorityKeyIdentifier from the certificate byte for byte', () => {
    const list = readTbsCertList(build().tbs);
    const extensions = tbsCertListExtensions(list);
    expect(list.version).toBe(2);
    expect(Buffer.from(issuer).includes(Buffer.from(list.issuer.bytes))).toBe(true);
    expect(Buffer.from(issuer).includes(Buffer.from(extensions.authorityKeyIdentifier?.keyIdentifier ?? []))).toBe(
      true,
    );
    expect(extensions.crlNumber).toEqual({ critical: false, number: 7n });
    expect(list.extensions.map(({ oid }) => oid)).toEqual(['2.5.29.35', '2.5.29.20']);
  });

  test('without entries has no list', () => {
    expect(readTbsCertList(build().tbs).revoked).toBe(null);
    expect(readTbsCertList(build({ revoked: [revoke(1n)] }).tbs).revokedCount).toBe(1);
  });

  test.each([
    [Date.UTC(2049, 11, 31, 23, 59, 59), 'UTCTime'],
    [Date.UTC(2050, 0, 1), 'GeneralizedTime'],
  ] as const)('writes times as RFC 5280 wants them: %s is a %s', (time, type) => {
    const thisUpdate = time / 1000;
    const { tbs } = build({
      thisUpdate,
      nextUpdate: thisUpdate + 1,
      revoked: [revoke(1n, { revocationDate: thisUpdate, invalidityDate: START })],
    });
    const list = readTbsCertList(tbs);
    const [entry] = [...revokedCertificates(list)];
    expect(list.thisUpdate.type).toBe(type);
    expect(entry?.revocationDate.type).toBe(type);
    expect(entry && crlEntryExtensions(entry).invalidityDate?.date).toEqual({
      seconds: START,
      type: 'GeneralizedTime',
    });
  });

  test('has its next update from the profile, unless it is stated', () => {
    expect(readTbsCertList(build().tbs).nextUpdate?.seconds).toBe(base.thisUpdate + 7 * DAY);
    expect(readTbsCertList(build({ nextUpdate: base.thisUpdate + 5 }).tbs).nextUpdate?.seconds).toBe(
      base.thisUpdate + 5,
    );
  });

  test('has its scope in critical extensions, the others not', () => {
    const profile: CrlProfile = crlProfile(key, {
      issuerAltName: uri('http://ca.example'),
      issuingDistributionPoint: { fullName: uri('http://ca.example/crl'), onlyContainsUserCerts: true },
      freshestCrl: [{ fullName: uri('http://ca.example/delta') }],
      authorityInfoAccess: [{ method: 'caIssuers', location: uri('http://ca.example/cer')[0] }],
    });
    const of = (changes: Partial<CertListRequest>) =>
      readTbsCertList(build({ profile, ...changes }).tbs).extensions.map(
        ({ oid, critical }) => `${oid}${critical ? '!' : ''}`,
      );
    expect(of({})).toEqual(['2.5.29.35', '2.5.29.18', '2.5.29.20', '2.5.29.28!', '2.5.29.46', '1.3.6.1.5.5.7.1.1']);
    expect(of({ baseCrlNumber: 3 })).toEqual([
      '2.5.29.35',
      '2.5.29.18',
      '2.5.29.20',
      '2.5.29.27!',
      '2.5.29.28!',
      '1.3.6.1.5.5.7.1.1',
    ]);
  });

  test('is read by pkijs, which writes the same bytes again', () => {
    const bytes = crl(key, { ...base, revoked: [revoke(5n, { reason: 'keyCompromise' }), revoke(3n)] });
    const { result } = fromBER(Uint8Array.from(bytes).buffer);
    const list = new pkijs.CertificateRevocationList({ schema: result });
    expect(list.revokedCertificates?.map(({ userCertificate }) => userCertificate.toBigInt())).toEqual([3n, 5n]);
    expect(new Uint8Array(list.toSchema(true).toBER())).toEqual(bytes);
  });
});

describe('entries', () => {
  test('every reason but `unspecified`, which is said by saying nothing', () => {
    const delta = { baseCrlNumber: 1 };
    revocationReasons.forEach((reason) => {
      const { tbs } = build({ ...delta, revoked: [revoke(1n, { reason })] });
      const [entry] = [...revokedCertificates(readTbsCertList(tbs))];
      expect(entry && crlEntryExtensions(entry).reasonCode).toMatchObject({ reason, critical: false });
    });
    expect(revocationReasons.length).toBe(9);
    const [entry] = [...revokedCertificates(readTbsCertList(build({ revoked: [revoke(1n)] }).tbs))];
    expect(entry?.extensions).toEqual([]);
  });

  test('of other issuers come last, each with a critical certificateIssuer, by name and number', () => {
    const profile = crlProfile(key, { issuingDistributionPoint: { indirectCRL: true } });
    const a = nameOf('2.5.4.3', 0x0c, 'A');
    const b = [{ type: 'commonName', value: 'B' }];
    const own = parseCertificateList(crl(key, base)).issuer.bytes;
    const revoked = [
      revoke(9n, { certificateIssuer: b }),
      revoke(2n, { certificateIssuer: a }),
      revoke(1n, { certificateIssuer: b }),
      revoke(7n),
      revoke(4n, { certificateIssuer: own }),
    ];
    const { tbs } = build({ profile, revoked });
    const entries = [...revokedCertificates(readTbsCertList(tbs))].map((entry) => {
      const stated = crlEntryExtensions(entry).certificateIssuer;
      const name = stated?.names[0];
      expect(stated?.critical ?? true).toBe(true);
      return `${entry.serialNumber[0]}${name?.type === 'directoryName' ? name.name.rdns[0]?.[0]?.text : ''}`;
    });
    expect(entries).toEqual(['4', '7', '2A', '1B', '9B']);
    expect(build({ profile, revoked: [...revoked].reverse() }).tbs).toEqual(tbs);
  });

  test('are the same whatever order they come in (property)', () => {
    const entries = fc.uniqueArray(
      fc.record(
        {
          serialNumber: fc.bigInt({ min: 1n, max: (1n << 159n) - 1n }),
          revocationDate: fc.integer({ min: START - 1000 * DAY, max: START }),
          reason: fc.constantFrom(...revocationReasons.filter((reason) => reason !== 'removeFromCRL')),
          invalidityDate: fc.integer({ min: START - 2000 * DAY, max: START - 1000 * DAY }),
        },
        { requiredKeys: ['serialNumber', 'revocationDate'] },
      ),
      { selector: ({ serialNumber }) => serialNumber, maxLength: 30 },
    );
    fc.assert(
      fc.property(
        entries.chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length }))),
        ([list, shuffled]) => {
          const { tbs } = build({ revoked: list });
          expect(build({ revoked: shuffled }).tbs).toEqual(tbs);
          expect(numbers(tbs)).toEqual(list.map(({ serialNumber }) => serialNumber).sort((x, y) => (x < y ? -1 : 1)));
          const octets = list.map((entry) => ({
            ...entry,
            serialNumber: Uint8Array.from(Buffer.from(entry.serialNumber.toString(16).padStart(40, '0'), 'hex')),
          }));
          expect(build({ revoked: octets }).tbs).toEqual(tbs);
        },
      ),
      { numRuns: 60 },
    );
  });

  test('of one issuer whose name is encoded in two ways stand together, whatever order they come in', () => {
    const profile = crlProfile(key, { issuingDistributionPoint: { indirectCRL: true } });
    const [a, again, b] = [nameOf('2.5.4.3', 0x13, 'A'), nameOf('2.5.4.3', 0x0c, 'A'), nameOf('2.5.4.3', 0x0c, 'B')];
    const revoked = [
      revoke(3n, { certificateIssuer: a }),
      revoke(1n, { certificateIssuer: b }),
      revoke(2n, { certificateIssuer: again }),
    ];
    const { tbs } = build({ profile, revoked });
    expect(numbers(tbs)).toEqual([2n, 3n, 1n]);
    for (const order of [
      [1, 0, 2],
      [2, 1, 0],
      [0, 2, 1],
    ]) {
      expect(build({ profile, revoked: order.map((i) => revoked[i] as Revocation) }).tbs).toEqual(tbs);
    }
    const twice = [...revoked, revoke(2n, { certificateIssuer: a })];
    expect(refused(() => build({ profile, revoked: twice }))).toEqual(['crl-entry-repeated', 'revoked[3]']);
  });

  test('with numbers that no certificate should have can be listed, and it is said', () => {
    const { tbs, decisions } = build({ revoked: [revoke(0n), revoke(-5n), revoke(4n)] });
    expect(numbers(tbs)).toEqual([-5n, 0n, 4n]);
    expect(decisions.find(({ id }) => id === 'issue.crl-serial-number')?.message).toContain('2, the first -5');
  });

  test('in great number', () => {
    const revoked = Array.from({ length: 20_000 }, (_, i) => revoke(BigInt(i * 7919) + 1n, { reason: 'superseded' }));
    const read = numbers(build({ revoked }).tbs);
    expect(read.length).toBe(20_000);
    expect(read.at(-1)).toBe(BigInt(19_999 * 7919) + 1n);
    expect(refused(() => build({ revoked: Array.from({ length: 400_001 }, () => revoke(1n)) }))).toEqual([
      'crl-too-large',
      'revoked',
    ]);
  });
});

describe('what is refused:', () => {
  const profiled = (changes: Partial<CrlProfile>): Partial<CertListRequest> => ({ profile: crlProfile(key, changes) });
  const leaf = issued(leafProfile(key), csr(keys.otherP256), issuer, key);
  const point = (issuingDistributionPoint: CrlProfile['issuingDistributionPoint']) =>
    profiled(issuingDistributionPoint === undefined ? {} : { issuingDistributionPoint });

  test.each<readonly [string, Partial<CertListRequest>, string, string]>([
    ['no next update', profiled({}), '', ''],
    ['a certificate twice', { revoked: [revoke(1n), revoke(2n), revoke(1n)] }, 'crl-entry-repeated', 'revoked[2]'],
    [
      'the same number as octets',
      { revoked: [revoke(1n), { ...revoke(1n), serialNumber: Uint8Array.of(0, 1) }] },
      'crl-entry-repeated',
      'revoked[1]',
    ],
    [
      'a reason that is none',
      { revoked: [revoke(1n, { reason: 'unspecified' })] },
      'crl-entry-invalid',
      'revoked[0].reason',
    ],
    [
      'a word that is no reason',
      { revoked: [revoke(1n, { reason: 'why' as 'superseded' })] },
      'crl-entry-invalid',
      'revoked[0].reason',
    ],
    [
      'removeFromCRL in a complete CRL',
      { revoked: [revoke(1n, { reason: 'removeFromCRL' })] },
      'crl-entry-invalid',
      'revoked[0].reason',
    ],
    [
      'a reason out of scope',
      { ...point({ onlySomeReasons: ['keyCompromise'] }), revoked: [revoke(1n, { reason: 'superseded' })] },
      'crl-entry-invalid',
      'revoked[0].reason',
    ],
    [
      'no reason, where some are the scope',
      { ...point({ onlySomeReasons: ['keyCompromise'] }), revoked: [revoke(1n)] },
      'crl-entry-invalid',
      'revoked[0].reason',
    ],
    [
      'a revocation after thisUpdate',
      { revoked: [revoke(1n, { revocationDate: base.thisUpdate + 1 })] },
      'crl-entry-invalid',
      'revoked[0].revocationDate',
    ],
    ['half a second', { revoked: [revoke(1n, { revocationDate: 0.5 })] }, 'time-invalid', 'revoked[0].revocationDate'],
    [
      'an invalidity date of the year 10000',
      { revoked: [revoke(1n, { invalidityDate: 253402300800 })] },
      'time-invalid',
      'revoked[0].invalidityDate',
    ],
    [
      'a negative one of 21 octets',
      { revoked: [revoke(-(1n << 159n) - 1n)] },
      'crl-entry-invalid',
      'revoked[0].serialNumber',
    ],
    ['a serial number of 21 octets', { revoked: [revoke(1n << 159n)] }, 'crl-entry-invalid', 'revoked[0].serialNumber'],
    [
      'a serial number without octets',
      { revoked: [{ ...revoke(1n), serialNumber: new Uint8Array(0) }] },
      'crl-entry-invalid',
      'revoked[0].serialNumber',
    ],
    [
      'a serial number as text',
      { revoked: [{ ...revoke(1n), serialNumber: '7' as unknown as bigint }] },
      'crl-entry-invalid',
      'revoked[0].serialNumber',
    ],
    [
      'another issuer in a direct CRL',
      { revoked: [revoke(1n, { certificateIssuer: [{ type: 'commonName', value: 'x' }] })] },
      'crl-entry-invalid',
      'revoked[0].certificateIssuer',
    ],
    [
      'an issuer without a name',
      { ...point({ indirectCRL: true }), revoked: [revoke(1n, { certificateIssuer: [] })] },
      'crl-entry-invalid',
      'revoked[0].certificateIssuer',
    ],
    [
      'an issuer that is no name',
      { ...point({ indirectCRL: true }), revoked: [revoke(1n, { certificateIssuer: Uint8Array.of(5, 0) })] },
      'crl-entry-invalid',
      'revoked[0].certificateIssuer',
    ],
    [
      'a scope of two kinds',
      point({ onlyContainsUserCerts: true, onlyContainsCACerts: true }),
      'crl-scope-invalid',
      'issuingDistributionPoint',
    ],
    ['a scope without anything', point({ indirectCRL: false }), 'crl-scope-invalid', 'issuingDistributionPoint'],
    ['no reasons', point({ onlySomeReasons: [] }), 'extension-invalid', 'issuingDistributionPoint.onlySomeReasons'],
    [
      'a reason that is no flag',
      point({ onlySomeReasons: ['unused'] }),
      'extension-invalid',
      'issuingDistributionPoint.onlySomeReasons[0]',
    ],
    [
      'OCSP as a way to the issuer',
      profiled({ authorityInfoAccess: [{ method: 'ocsp', location: uri('http://x.example')[0] }] }),
      'crl-scope-invalid',
      'authorityInfoAccess[0].method',
    ],
    [
      'a malformed URI',
      point({ fullName: uri('no uri') }),
      'alternative-name-invalid',
      'issuingDistributionPoint.fullName[0].value',
    ],
    ['a negative number', { crlNumber: -1 }, 'crl-number-invalid', 'crlNumber'],
    ['half a number', { crlNumber: 1.5 }, 'crl-number-invalid', 'crlNumber'],
    ['a number of 21 octets', { crlNumber: 1n << 159n }, 'crl-number-invalid', 'crlNumber'],
    ['a base that is not below', { baseCrlNumber: 7 }, 'crl-number-invalid', 'baseCrlNumber'],
    ['an end at the beginning', { nextUpdate: base.thisUpdate }, 'dates-inverted', 'nextUpdate'],
    ['a period of nothing', profiled({ period: 0 }), 'time-invalid', 'period'],
    [
      'another algorithm than the key has',
      { profile: { signatureAlgorithm: keys.rsa.algorithm, period: DAY } },
      'algorithm-key-mismatch',
      'signatureAlgorithm',
    ],
    ['no certificate', { issuer: issuer.subarray(1) }, 'issuer-malformed', 'issuer'],
    [
      'an issuer that may not sign CRLs',
      { issuer: root(key, { keyUsage: ['keyCertSign'] }) },
      'issuer-without-crl-sign',
      'issuer.keyUsage',
    ],
    ['a leaf', { issuer: leaf }, 'issuer-without-crl-sign', 'issuer.keyUsage'],
  ])('%s', (_case, changes, code, path) => {
    if (code === '') {
      const { period: _, ...profile } = base.profile;
      expect(refused(() => build({ profile }))).toEqual(['time-invalid', 'nextUpdate']);
    } else expect(refused(() => build(changes))).toEqual([code, path]);
  });
});

describe('what is taken and told', () => {
  test('an issuer that is no CA, unless the CRL is indirect', () => {
    const signing = intermediateProfile(key, { basicConstraints: { ca: false }, keyUsage: ['cRLSign'] });
    const signer = issued(signing, csr(keys.otherP256), issuer, key);
    const changes = { issuer: signer, profile: crlProfile(keys.otherP256) };
    expect(told(changes)).toContain('issue.crl-issuer-not-ca');
    const indirect = crlProfile(keys.otherP256, { issuingDistributionPoint: { indirectCRL: true } });
    expect(told({ ...changes, profile: indirect })).not.toContain('issue.crl-issuer-not-ca');
  });

  test("times outside the issuer's validity", () => {
    expect(told({})).not.toContain('issue.crl-outside-issuer');
    expect(told({ nextUpdate: START + 3651 * DAY })).toContain('issue.crl-outside-issuer');
    expect(told({ thisUpdate: START - DAY })).toContain('issue.crl-outside-issuer');
  });

  test('an invalidity date after the revocation', () => {
    expect(told({ revoked: [revoke(1n, { invalidityDate: START + 1 })] })).toContain('issue.crl-invalidity-date');
    expect(told({ revoked: [revoke(1n, { invalidityDate: START })] })).not.toContain('issue.crl-invalidity-date');
  });

  test('that the CRL before is not known', () => {
    expect(build().decisions).toMatchObject([{ id: 'issue.crl-previous', outcome: 'not-checked' }]);
  });
});
