import { keyFingerprint } from '@quorate/crypto';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assembleCrl,
  buildTbsCertList,
  type CertListRequest,
  type DroppedRevocation,
  type Revocation,
  readTbsCertList,
} from '../../src/index.ts';
import { crl, crlProfile, crlRequest } from '../support/crl.ts';
import { keys, signed } from '../support/keys.ts';
import { DAY, nameOf, root, START } from '../support/profiles.ts';
import { refusal, refused } from '../support/refusal.ts';

const key = keys.p256;
const issuer = root(key);
const base = crlRequest(key, { issuer });
const revoke = (serialNumber: bigint, changes: Partial<Revocation> = {}): Revocation => ({
  serialNumber,
  revocationDate: START,
  ...changes,
});
const held = revoke(4n, { reason: 'certificateHold' });
const first = [revoke(1n), revoke(2n, { reason: 'keyCompromise' }), held];

/** The CRL before, number 7 on day 10, and what follows it on day 17. */
const before = (changes: Partial<CertListRequest> = {}) => crl(key, { ...base, revoked: first, ...changes });
const complete = before();
const next = (changes: Partial<CertListRequest> = {}) =>
  buildTbsCertList({
    ...base,
    crlNumber: 8,
    thisUpdate: base.thisUpdate + 7 * DAY,
    previous: complete,
    revoked: first,
    ...changes,
  });
const ids = (changes: Partial<CertListRequest>) => next(changes).decisions.map(({ id, outcome }) => `${id} ${outcome}`);

describe('the number', () => {
  test.each([
    [8, ['issue.crl-number pass']],
    [9, ['issue.crl-number-gap warn']],
    [1n << 150n, ['issue.crl-number-gap warn']],
  ])('%s may follow 7', (crlNumber, findings) => {
    expect(ids({ crlNumber })).toEqual(findings);
  });

  test.each([7, 6, 0])('%s may not', (crlNumber) => {
    const error = refusal(() => next({ crlNumber }));
    expect([error.code, error.path]).toEqual(['crl-number-not-above', 'crlNumber']);
    expect(error.message).toContain('more than 7');
  });

  test('a complete and a delta CRL of one moment share theirs', () => {
    const twin = { crlNumber: 7, thisUpdate: base.thisUpdate };
    const delta = before({ baseCrlNumber: 5 });
    expect(next({ ...twin, previous: delta, revoked: first }).decisions[0]).toMatchObject({
      id: 'issue.crl-number',
      outcome: 'pass',
    });
    expect(next({ ...twin, baseCrlNumber: 5, revoked: [] }).decisions[0]).toMatchObject({ id: 'issue.crl-number' });
    expect(refused(() => next({ ...twin, thisUpdate: base.thisUpdate + 1, previous: delta }))[0]).toBe(
      'crl-number-not-above',
    );
    expect(refused(() => next({ ...twin, previous: delta, baseCrlNumber: 5 }))[0]).toBe('crl-number-not-above');
  });
});

describe('the CRL before', () => {
  const other = crl(keys.otherP256, crlRequest(keys.otherP256));
  const profile = crlProfile(key, { issuingDistributionPoint: { onlyContainsCACerts: true } });

  test.each<readonly [string, Partial<CertListRequest>, string, string]>([
    ['is signed with another key', { previous: other }, 'crl-previous-foreign', 'previous.signature'],
    [
      'is altered',
      { previous: complete.with(complete.length - 1, (complete.at(-1) as number) ^ 1) },
      'crl-previous-foreign',
      'previous.signature',
    ],
    [
      "is another issuer's",
      { issuer: root(key, { subject: [{ type: 'commonName', value: 'Other' }] }) },
      'crl-previous-foreign',
      'previous.issuer',
    ],
    ['has another scope', { profile }, 'crl-previous-foreign', 'previous.issuingDistributionPoint'],
    [
      'has a scope where this has none',
      { previous: before({ profile }) },
      'crl-previous-foreign',
      'previous.issuingDistributionPoint',
    ],
    ['is no CRL', { previous: issuer }, 'crl-previous-malformed', 'previous'],
    ['is later', { thisUpdate: base.thisUpdate - 1 }, 'time-invalid', 'thisUpdate'],
  ])('%s: refused', (_case, changes, code, path) => {
    expect(refused(() => next(changes))).toEqual([code, path]);
  });

  test('of the same scope is taken', () => {
    expect(next({ profile, previous: before({ profile }) }).decisions[0]?.outcome).toBe('pass');
  });
});

describe('the CRL before, signed with an older key of the issuer', () => {
  const [oldKey, old] = [keys.otherP256, root(keys.otherP256)];
  const previous = crl(oldKey, { ...crlRequest(oldKey, { issuer: old }), revoked: first });

  test('is taken with the certificate of that key, and the key is told', () => {
    const { decisions } = next({ previous, previousIssuer: old });
    const told = decisions.find(({ id }) => id === 'issue.crl-previous-key');
    expect(told).toMatchObject({ outcome: 'warn', message: expect.stringContaining(keyFingerprint(oldKey.spki)) });
    expect(decisions).toContainEqual(expect.objectContaining({ id: 'issue.crl-number', outcome: 'pass' }));
  });

  test.each<readonly [string, Partial<CertListRequest>, string, string]>([
    ['the number is not higher', { crlNumber: 7 }, 'crl-number-not-above', 'crlNumber'],
    ['an entry is lost', { revoked: [revoke(1n)] }, 'crl-entry-vanished', 'revoked'],
    ['it is signed with neither key', { previousIssuer: issuer }, 'crl-previous-foreign', 'previous.signature'],
    [
      'the older certificate has another name',
      { previousIssuer: root(oldKey, { subject: [{ type: 'commonName', value: 'Other' }] }) },
      'crl-previous-foreign',
      'previousIssuer.subject',
    ],
    [
      'the older certificate may not sign CRLs',
      { previousIssuer: root(oldKey, { keyUsage: ['keyCertSign'] }) },
      'issuer-without-crl-sign',
      'previousIssuer.keyUsage',
    ],
    ['it is no certificate', { previousIssuer: Uint8Array.of(0x30, 0) }, 'issuer-malformed', 'previousIssuer'],
  ])('%s: refused', (_case, changes, code, path) => {
    expect(refused(() => next({ previous, previousIssuer: old, ...changes }))).toEqual([code, path]);
  });

  test('a certificate without a CRL before is a mistake of the caller', () => {
    const { previous: _, ...without } = { ...base, previous, previousIssuer: old };
    expect(() => buildTbsCertList(without)).toThrow(TypeError);
  });
});

describe('an entry of the CRL before', () => {
  const without = (serialNumber: bigint, ...dropped: readonly DroppedRevocation[]) => ({
    revoked: first.filter((entry) => entry.serialNumber !== serialNumber),
    dropped,
  });

  test('may not vanish', () => {
    const error = refusal(() => next(without(2n)));
    expect([error.code, error.path]).toEqual(['crl-entry-vanished', 'revoked']);
    expect(error.message).toMatch(/serial number 2, revoked 2026-01-01T00:00:00Z, is on the CRL before/);
  });

  test('may go when it was listed after the end of the certificate', () => {
    expect(ids(without(2n, { serialNumber: 2n, notAfter: base.thisUpdate - 1 }))).toEqual([
      'issue.crl-number pass',
      'issue.crl-entry-left-out pass',
    ]);
    for (const notAfter of [base.thisUpdate, base.thisUpdate + DAY]) {
      expect(refused(() => next(without(2n, { serialNumber: 2n, notAfter })))).toEqual([
        'crl-entry-vanished',
        'revoked',
      ]);
    }
  });

  test('may go when it was on hold and is released', () => {
    expect(ids(without(4n, { serialNumber: 4n }))).toEqual(['issue.crl-number pass', 'issue.crl-entry-left-out pass']);
    expect(refused(() => next(without(2n, { serialNumber: 2n })))).toEqual(['crl-entry-vanished', 'revoked']);
  });

  test('may change, and that is told', () => {
    const changed = first.map((entry) =>
      entry === held ? { ...held, reason: 'superseded' as const, revocationDate: START + 5 } : entry,
    );
    const finding = next({ revoked: changed }).decisions.find(({ id }) => id === 'issue.crl-entry-changed');
    expect(finding?.message).toMatch(
      /serial number 4 was on the CRL before as revoked .*; for certificateHold, now for superseded/,
    );
  });

  test('cannot be listed and dropped, nor dropped when it was not there without a word', () => {
    expect(refused(() => next({ dropped: [{ serialNumber: 1n }] }))).toEqual(['crl-entry-invalid', 'dropped[0]']);
    expect(ids({ dropped: [{ serialNumber: 99n }] })).toContain('issue.crl-entry-left-out warn');
  });

  test('of an indirect CRL is found by its issuer, which holds for the entries behind it', () => {
    const profile = crlProfile(key, { issuingDistributionPoint: { indirectCRL: true } });
    const [a, b] = [nameOf('2.5.4.3', 0x0c, 'A'), nameOf('2.5.4.3', 0x0c, 'B')];
    const revoked = [revoke(1n), revoke(1n, { certificateIssuer: a }), revoke(1n, { certificateIssuer: b })];
    const previous = before({ profile, revoked });
    expect(next({ profile, previous, revoked }).decisions.map(({ outcome }) => outcome)).toEqual(['pass']);
    const lacking = { profile, previous, revoked: revoked.slice(0, 2) };
    expect(refused(() => next(lacking))).toEqual(['crl-entry-vanished', 'revoked']);
    const dropped = [{ serialNumber: 1n, certificateIssuer: [{ type: 'commonName', value: 'b' }], notAfter: START }];
    expect(next({ ...lacking, dropped }).decisions.at(-1)?.id).toBe('issue.crl-entry-left-out');
  });

  test('of an indirect CRL that names its own issuer is its own', () => {
    const profile = crlProfile(key, { issuingDistributionPoint: { indirectCRL: true } });
    const own = Buffer.from(readTbsCertList(buildTbsCertList(base).tbs).issuer.bytes);
    const other = Uint8Array.from(own).with(own.length - 1, 0x78);
    const revoked = [revoke(1n), revoke(2n, { certificateIssuer: other })];
    const made = Buffer.from(buildTbsCertList({ ...base, profile, revoked }).tbs);
    // No CRL made here names its own issuer: put it where the other one stands.
    made.set(own, made.lastIndexOf(Buffer.from(other)));
    const tbs = Uint8Array.from(made);
    const previous = assembleCrl({ tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuer });
    expect(ids({ profile, previous, revoked: [revoke(1n), revoke(2n)] })).toEqual(['issue.crl-number pass']);
  });

  test('is kept by every successor that is taken (property)', () => {
    const serials = fc.uniqueArray(fc.bigInt({ min: 1n, max: 30n }), { maxLength: 12 });
    fc.assert(
      fc.property(serials, serials, serials, (old, now, gone) => {
        const previous = before({ revoked: old.map((n) => revoke(n)) });
        const dropped = gone.filter((n) => !now.includes(n)).map((serialNumber) => ({ serialNumber, notAfter: START }));
        // The law: whoever was listed is listed, or may go.
        const lost = old.filter((n) => !now.includes(n) && !dropped.some(({ serialNumber }) => serialNumber === n));
        const attempt = () => next({ previous, revoked: now.map((n) => revoke(n)), dropped });
        if (lost.length > 0) expect(refused(attempt)).toEqual(['crl-entry-vanished', 'revoked']);
        else expect(attempt().decisions.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

describe('a delta CRL', () => {
  const delta = { baseCrlNumber: 7 };
  const remove = revoke(4n, { reason: 'removeFromCRL' });

  test('may leave out what its base has', () => {
    expect(ids({ ...delta, revoked: [] })).toEqual(['issue.crl-number pass']);
  });

  test('may take back what was on hold, or has expired', () => {
    expect(ids({ ...delta, revoked: [remove] })).toEqual(['issue.crl-number pass']);
    expect(refused(() => next({ ...delta, revoked: [revoke(1n, { reason: 'removeFromCRL' })] }))).toEqual([
      'crl-entry-vanished',
      'revoked',
    ]);
    const expired = [{ serialNumber: 1n, notAfter: START }];
    expect(ids({ ...delta, revoked: [revoke(1n, { reason: 'removeFromCRL' })], dropped: expired })).toEqual([
      'issue.crl-number pass',
      'issue.crl-entry-left-out pass',
    ]);
  });

  test('may not take back what was on hold for a reason that is not so', () => {
    const dropped = [{ serialNumber: 4n, notAfter: base.thisUpdate }];
    expect(refused(() => next({ ...delta, revoked: [remove], dropped }))).toEqual(['crl-entry-vanished', 'revoked']);
  });

  test('that took something back leaves nothing to keep', () => {
    const previous = before({ baseCrlNumber: 5, revoked: [remove, revoke(1n)] });
    expect(ids({ previous, revoked: [revoke(1n)] })).toEqual(['issue.crl-number pass']);
    expect(ids({ previous, baseCrlNumber: 5, revoked: [revoke(1n)] })).toEqual(['issue.crl-number pass']);
  });

  test('may not take back what its base does not have', () => {
    expect(refused(() => next({ ...delta, revoked: [revoke(9n, { reason: 'removeFromCRL' })] }))).toEqual([
      'crl-entry-invalid',
      'revoked[0].reason',
    ]);
  });

  test('of another base than the CRL before: that is not known, and said', () => {
    expect(ids({ baseCrlNumber: 5, revoked: [remove] })).toEqual([
      'issue.crl-number pass',
      'issue.crl-entries-kept not-checked',
      'issue.crl-entry-taken-back not-checked',
    ]);
  });

  test('keeps what a delta CRL of the same base has', () => {
    const previous = before({ baseCrlNumber: 5, revoked: [revoke(1n)] });
    expect(refused(() => next({ baseCrlNumber: 5, previous, revoked: [] }))).toEqual(['crl-entry-vanished', 'revoked']);
    expect(ids({ baseCrlNumber: 5, previous, revoked: [revoke(1n), revoke(2n)] })).toEqual(['issue.crl-number pass']);
    expect(refused(() => next({ previous, revoked: [revoke(2n)] }))).toEqual(['crl-entry-vanished', 'revoked']);
  });
});

describe('joining a CRL with its signature', () => {
  const { tbs } = next();
  const attempt = (changes: Partial<Parameters<typeof assembleCrl>[0]>) => () =>
    assembleCrl({ tbs, algorithm: key.algorithm, signature: new Uint8Array(0), issuer, ...changes });

  test.each<readonly [string, Partial<Parameters<typeof assembleCrl>[0]>, string, string]>([
    ['no signature', {}, 'signature-malformed', 'signature'],
    [
      'another issuer with the same key',
      { issuer: root(key, { subject: [{ type: 'commonName', value: 'Other' }] }) },
      'key-mismatch',
      'issuer.subject',
    ],
    ['the same name with another key', { issuer: root(keys.otherP256) }, 'key-mismatch', 'issuer.subjectKeyIdentifier'],
    [
      'an issuer that may not',
      { issuer: root(key, { keyUsage: ['keyCertSign'] }) },
      'issuer-without-crl-sign',
      'issuer.keyUsage',
    ],
    ['another algorithm than inside', { algorithm: keys.p384.algorithm }, 'algorithm-mismatch', 'algorithm'],
    ['no TBSCertList', { tbs: tbs.subarray(1) }, 'tbs-malformed', 'tbs'],
    ['a whole CRL', { tbs: complete }, 'tbs-malformed', 'tbs'],
    ['other bytes than expected', { expectedTbs: tbs.with(30, 0) }, 'tbs-differs', 'tbs'],
  ])('%s', (_case, changes, code, path) => {
    expect(refused(attempt(changes))).toEqual([code, path]);
  });
});
