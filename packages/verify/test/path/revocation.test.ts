import { describeConformance } from '@quorate/conformance';
import { type PathRequest, verifyPath } from '@quorate/verify';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { pkitsCases, pkitsRequest } from '../conformance/pkits.ts';
import { crlOf } from './support/crl.ts';
import { anchor, ask, ca, leaf, NOW } from './support/pki.ts';
import { randomOf } from './support/small-cases.ts';

const ROOT = anchor('root', 1);
const CA = ca('ca', 2, 'root', 1, { serial: 5 });
const TARGET = leaf('ca', 2, { serial: 6 });
const plain = { target: TARGET, intermediates: [CA], anchors: [ROOT] };
const GOOD = [crlOf('root', 1, [8]), crlOf('ca', 2, [9])];

describe('revocation in a path', () => {
  test.each<[string, readonly Uint8Array[], PathRequest['revocation'], string, string]>([
    ['nothing given', [], undefined, 'pass', 'revocation.not-checked'],
    ['nothing given', [], 'off', 'pass', 'revocation.not-checked'],
    ['nothing given', [], 'soft', 'pass', 'revocation.not-checked'],
    ['nothing given', [], 'hard', 'fail', 'revocation.not-checked'],
    ['nobody revoked', GOOD, undefined, 'pass', 'revocation.status'],
    ['nobody revoked', GOOD, 'hard', 'pass', 'revocation.status'],
    ['one CRL missing', GOOD.slice(0, 1), undefined, 'fail', 'revocation.not-checked'],
    ['one CRL missing', GOOD.slice(1), 'hard', 'fail', 'revocation.not-checked'],
    ['one CRL missing', GOOD.slice(1), 'soft', 'pass', 'revocation.not-checked'],
    ['the target revoked', [GOOD[0] as Uint8Array, crlOf('ca', 2, [6])], 'soft', 'fail', 'revocation.revoked'],
    ['the target revoked', [crlOf('ca', 2, [6])], 'soft', 'fail', 'revocation.revoked'],
    ['the target revoked', [crlOf('ca', 2, [6])], 'off', 'pass', 'revocation.not-checked'],
    ['the CA revoked', [crlOf('root', 1, [5]), GOOD[1] as Uint8Array], 'soft', 'fail', 'revocation.revoked'],
    ['the CA revoked', [crlOf('root', 1, [5]), GOOD[1] as Uint8Array], 'hard', 'fail', 'revocation.revoked'],
    [
      'the target revoked by somebody else',
      [GOOD[0] as Uint8Array, crlOf('ca', 3, [6])],
      'soft',
      'pass',
      'revocation.not-checked',
    ],
    ['the anchor on its own list', [crlOf('root', 1, [1]), GOOD[1] as Uint8Array], 'hard', 'pass', 'revocation.status'],
  ])('%s, mode of %#: the verdict and its finding', (_, crls, revocation, verdict, id) => {
    const report = ask({ ...plain, crls, ...(revocation === undefined ? {} : { revocation }) });
    expect(report.verdict).toBe(verdict);
    expect(report.findings.map((finding) => finding.id)).toContain(id);
  });

  test('of a certificate of which nothing is known, both modes say the same, and the soft one of which certificate', () => {
    const soft = ask({ ...plain, crls: GOOD.slice(1), revocation: 'soft' }).findings;
    const failure = ask({ ...plain, crls: GOOD.slice(1), revocation: 'hard' }).findings[0];
    expect(failure).toMatchObject({ id: 'revocation.not-checked', outcome: 'fail' });
    expect(failure?.message).toMatch(/^nothing usable says whether it is revoked: /);
    const message = `${failure?.object?.name}: ${failure?.message}`;
    expect(soft.filter(({ outcome }) => outcome === 'warn')).toEqual([{ ...failure, outcome: 'warn', message }]);
  });

  test('a path around a revoked certificate is taken', () => {
    const renewed = ca('ca', 2, 'root', 1, { serial: 7, from: NOW - 2000 });
    const crls = [crlOf('root', 1, [7]), GOOD[1] as Uint8Array];
    for (const intermediates of [
      [CA, renewed],
      [renewed, CA],
    ]) {
      const report = ask({ ...plain, intermediates, crls });
      expect(report.verdict).toBe('pass');
      expect(report.spent.paths).toBe(2);
    }
  });

  test('that nobody could look at to the end is no pass, not even a soft one', () => {
    const crls = [GOOD[0] as Uint8Array, crlOf('ca', 2, [6])];
    const verdicts = [1, 2, 3, 4].map(
      (signatureChecks) => ask({ ...plain, crls, revocation: 'soft', limits: { signatureChecks } }).verdict,
    );
    expect(verdicts).toEqual(['incomplete', 'incomplete', 'incomplete', 'fail']);
    const good = [1, 2, 3, 4].map(
      (signatureChecks) => ask({ ...plain, crls: GOOD, revocation: 'soft', limits: { signatureChecks } }).verdict,
    );
    expect(good).toEqual(['incomplete', 'incomplete', 'incomplete', 'pass']);
  });

  test('by another key of the issuer counts where a path leads to it, unless it is distrusted', () => {
    const second = ca('ca', 4, 'root', 1, { serial: 8 });
    const request = { ...plain, intermediates: [CA, second], crls: [crlOf('root', 1, []), crlOf('ca', 4, [])] };
    expect(ask(request).verdict).toBe('pass');
    expect(ask({ ...request, distrusted: [second] }).verdict).toBe('fail');
    expect(ask({ ...request, intermediates: [CA, ca('ca', 4, 'root', 3, { serial: 8 })] }).verdict).toBe('fail');
    const revoked = [crlOf('root', 1, [8]), crlOf('ca', 4, [])];
    expect(ask({ ...request, crls: revoked }).verdict).toBe('fail');
  });

  test.each([2, 20, 200])('whose CRLs need each other’s signers, %i of them, is answered', (count) => {
    const selves = Array.from({ length: count }, (_, i) =>
      ca('root', 100 + i, 'root', 1, { serial: 10 + (i % 90), from: NOW - 1000 - i }),
    );
    for (const revocation of ['hard', 'soft'] as const) {
      const start = performance.now();
      const report = ask({ ...plain, intermediates: [CA, ...selves], crls: [crlOf('root', 999, [])], revocation });
      process.stderr.write(
        `${count} CAs that vouch for each other, ${revocation}: ${report.verdict} in ${(performance.now() - start).toFixed(0)} ms, ${JSON.stringify(report.spent)}\n`,
      );
      if (revocation === 'hard') expect(report.verdict).not.toBe('pass');
      if (count === 200) expect(report.verdict).toBe('incomplete');
    }
  });
});

/** As JSON; without the warnings about what cannot be read, which say as what it was given. */
function answerOf(request: PathRequest): string {
  const report = verifyPath(request);
  return JSON.stringify({ ...report, findings: report.findings.filter(({ id }) => !id.endsWith('.malformed')) });
}

test('2,000 CRL issuers that need each other do not use up the stack, whatever the limits', () => {
  const selves = Array.from({ length: 2000 }, (_, i) => ca('root', 100 + (i % 9), 'root', 1, { from: NOW - 1000 - i }));
  const limits = { signatureChecks: 1_000_000, paths: 3000 };
  const request = { ...plain, intermediates: [CA, ...selves], crls: [crlOf('root', 999, [])], limits };
  expect(ask(request).verdict).toBe('incomplete');
});

describeConformance('PKITS in another order', () => {
  test('the whole answer is the same, whatever the order of certificates and CRLs, and with certificates given twice', () => {
    const random = randomOf(fc.readConfigureGlobal().seed ?? 1);
    const shuffled = <T>(list: readonly T[]): T[] =>
      list
        .map((item) => ({ item, at: random(1e6) }))
        .sort((a, b) => a.at - b.at)
        .map(({ item }) => item);
    for (const item of pkitsCases()) {
      const request = pkitsRequest(item);
      const { intermediates = [], crls = [] } = request;
      const first = answerOf(request);
      const other = {
        ...request,
        intermediates: shuffled([...intermediates, ...intermediates]),
        crls: shuffled(crls),
      };
      expect({ id: item.id, report: answerOf(other) }).toEqual({ id: item.id, report: first });
    }
  });
});
