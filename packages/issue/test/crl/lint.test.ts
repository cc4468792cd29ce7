import { encodeOid, sameBytes } from '@quorate/der';
import { lint, readLintObject } from '@quorate/lint';
import { expect, test } from 'vitest';
import { lintCertList } from '../../src/crl/lint-cert-list.ts';
import { assembleCrl, buildTbsCertList } from '../../src/index.ts';
import { crlRequest } from '../support/crl.ts';
import { keys, signed } from '../support/keys.ts';
import { root, START } from '../support/profiles.ts';
import { refusal } from '../support/refusal.ts';

const key = keys.p256;
const issuer = root(key);
const entry = { serialNumber: 3n, revocationDate: START, reason: 'keyCompromise' } as const;
const request = crlRequest(key, { issuer, revoked: [entry] });
const { tbs, lint: report } = buildTbsCertList(request);

test('a TBSCertList is put to the rules about CRLs before it is signed', () => {
  expect(report.verdict).toBe('pass');
  expect(report.results.length).toBeGreaterThan(40);
  expect(report.results.filter(({ status }) => status === 'passes').length).toBeGreaterThan(15);
});

test('with the answers that the signed CRL gets, but for the rule about what stands beside it', () => {
  const revoked = [entry, { serialNumber: 0n, revocationDate: START }, { serialNumber: -5n, revocationDate: START }];
  const built = buildTbsCertList({ ...request, revoked });
  const signature = signed(built.tbs, key);
  const whole = assembleCrl({ tbs: built.tbs, algorithm: key.algorithm, signature, issuer });
  const later = lint(readLintObject('crl', whole), { sets: ['rfc5280', 'practice', 'hsm'] });
  const about = (id: string) => id !== 'crl-signature-algorithms-equal';
  const results = later.results.filter(({ rule, status }) => about(rule) && status !== 'not-applicable');
  const own = built.lint.results.filter(({ status }) => status !== 'not-applicable');
  expect(own).toEqual(results);
  const warnings = built.lint.findings.filter(({ outcome }) => outcome === 'warn');
  expect(warnings.map(({ id }) => id)).toContain('lint.crl-entry-serial-number-zero');
  expect(built.lint.results.map(({ rule }) => rule)).not.toContain('crl-signature-algorithms-equal');
});

test('places are in the TBSCertList, not in the list around it', () => {
  const { tbs: one, lint: found } = buildTbsCertList({ ...request, revoked: [{ ...entry, serialNumber: -5n }] });
  const negative = found.findings.find(({ id }) => id === 'lint.crl-entry-serial-number');
  const { start, end } = negative?.bytes ?? { start: 0, end: 0 };
  expect([...one.subarray(start, end)]).toEqual([0xfb]);
});

test('an error refuses it, with all errors', () => {
  const reason = encodeOid('2.5.29.21');
  const at = tbs.findIndex((_, i) => sameBytes(tbs.subarray(i, i + reason.length), reason));
  // The reason becomes 7, which there is not.
  const altered = tbs.with(at + reason.length + 4, 7);
  const error = refusal(() => lintCertList(altered));
  expect([error.code, error.path]).toEqual(['lint-failed', expect.stringMatching(/^tbs/)]);
  expect(error.findings.map(({ id }) => id)).toContain('lint.crl-reason-known');
  expect(error.findings.every(({ outcome }) => outcome === 'fail')).toBe(true);
});
