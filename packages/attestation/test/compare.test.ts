import { readPolicyJson } from '@quorate/policy';
import type { Report } from '@quorate/report';
import { parseJson } from '@quorate/syntax';
import {
  traceCreateKeyRequest,
  traceModifyAttestation,
  traceModifyRequest,
  traceSignAttestation,
} from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { compareAttestedPolicy, parseAttestation } from '../src/index.ts';
import { changed, utf8 } from './support/xml.ts';

const before = parseAttestation(utf8(traceModifyAttestation));
const after = parseAttestation(utf8(traceSignAttestation));
const created = readPolicyJson((parseJson(traceCreateKeyRequest) as { policy: never }).policy, { form: 'create' });
const modified = readPolicyJson(
  (parseJson(traceModifyRequest) as { modifyRequest: { policy: never } }).modifyRequest.policy,
  { form: 'modify' },
);

const told = ({ findings }: Report): string[] => findings.map(({ outcome, where }) => `${outcome} ${where}`);

describe('the policy asked for and the policy attested', () => {
  test('what the key was created with is what the HSM attested then', () => {
    const report = compareAttestedPolicy(before, created);
    expect([report.verdict, told(report)]).toEqual(['pass', ['pass policy']]);
    expect(compareAttestedPolicy(before, created)).toEqual(report);
  });

  test('what the policy was modified to is what the HSM attested then', () => {
    const report = compareAttestedPolicy(after, modified);
    expect([report.verdict, told(report)]).toEqual(['pass', ['pass policy']]);
  });

  test('the other way about each differs, and the places are named', () => {
    const older = compareAttestedPolicy(before, modified);
    expect(older.verdict).toBe('fail');
    expect(told(older)).toEqual([
      'fail use.tokens[0].groups[0].approvers[0].identity',
      'fail block.tokens[0].timelock',
      'fail block.tokens[0].timeout',
      'fail unblock.tokens[0].timelock',
      'fail unblock.tokens[0].timeout',
      'fail modify.tokens[0].timelock',
      'fail modify.tokens[0].timeout',
    ]);
    const newer = compareAttestedPolicy(after, created);
    expect(newer.verdict).toBe('fail');
    expect(newer.findings.map(({ where }) => where)).toEqual(older.findings.map(({ where }) => where));
  });

  test('another name is a warning beside the pass', () => {
    const renamed = parseAttestation(changed(['name="Token1"', 'name="Other"']));
    const report = compareAttestedPolicy(renamed, modified);
    expect([report.verdict, told(report)]).toEqual(['pass', ['pass policy', 'warn use.tokens[0].name']]);
    expect(report.findings[1]).toMatchObject({ expected: '`Token1`', actual: '`Other`' });
  });

  test('another name beside another time is a failure', () => {
    const other = parseAttestation(changed(['name="Token1"', 'name="Other"'], ['<timeout>600', '<timeout>601']));
    const report = compareAttestedPolicy(other, modified);
    expect([report.verdict, told(report)]).toEqual(['fail', ['warn use.tokens[0].name', 'fail use.tokens[0].timeout']]);
  });

  test('a key status is compared where both have one', () => {
    const blocked = parseAttestation(changed(['<blocked>false', '<blocked>true']));
    expect(compareAttestedPolicy(blocked, modified).verdict).toBe('pass');
    if (created === null || modified === null) throw new Error('there are policies');
    const report = compareAttestedPolicy(blocked, { ...modified, blocked: false });
    expect([report.verdict, told(report)]).toEqual(['fail', ['fail blocked']]);
  });

  test('no policy equals no policy alone', () => {
    const bare = parseAttestation(changed([/<policy>[\s\S]*<\/policy>/, '']));
    expect(compareAttestedPolicy(bare, null).verdict).toBe('pass');
    expect(compareAttestedPolicy(bare, created).verdict).toBe('fail');
    expect(compareAttestedPolicy(after, null).verdict).toBe('fail');
  });
});
