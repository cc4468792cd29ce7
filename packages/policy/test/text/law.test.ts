import { parseJson } from '@quorate/syntax';
import { seedCreateKeyRequest, traceModifyRequest } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Policy, readPolicyJson } from '../../src/index.ts';
import { formatPolicyText, parsePolicyText, renderPolicyText } from '../../src/text/index.ts';
import { jsonCarries, policy, soundPolicy } from '../arbitrary.ts';
import { crowded, nasty, usual } from '../draw/samples.ts';
import { member } from '../wire.ts';

function law(it: Policy): void {
  const text = renderPolicyText(it);
  const back = parsePolicyText(text);
  expect(back).toEqual(it);
  expect(renderPolicyText(back)).toBe(text);
  expect(formatPolicyText(text)).toBe(text);
  expect(parsePolicyText(text.replaceAll('\n', '\r\n'))).toEqual(it);
}

describe('a policy through its text', () => {
  it('comes back equal, identities and every nothing included, and is written the same again', () => {
    fc.assert(fc.property(policy(jsonCarries), law), { numRuns: 200 });
    fc.assert(fc.property(soundPolicy(), law), { numRuns: 50 });
  });

  it('does so for the real policies and the samples', () => {
    const seed = readPolicyJson(member(parseJson(seedCreateKeyRequest), 'policy'));
    const trace = readPolicyJson(member(parseJson(traceModifyRequest), 'modifyRequest', 'policy'));
    for (const it of [seed, trace, usual, nasty, crowded]) law(it as Policy);
    expect(renderPolicyText(trace as Policy)).toContain('after 3m within 3m');
  });

  it('has the same text for equal policies, whatever objects they are made of', () => {
    fc.assert(
      fc.property(policy(jsonCarries), (it) => {
        expect(renderPolicyText(structuredClone(it))).toBe(renderPolicyText(it));
      }),
      { numRuns: 50 },
    );
  });

  it('is short where the policy is', () => {
    const lines = renderPolicyText(usual)
      .replace(/= .*/g, '= …')
      .replaceAll(/\n {2}[A-Za-z0-9+/=]{20,}(?=\n)/g, '')
      .split('\n');
    expect(lines).toEqual([
      'key officer-1 = …',
      'key officer-2 = …',
      'key officer-3 = …',
      'certificate auditor-1 unnamed =',
      'onboarded auditor-2',
      '',
      'blocked: no',
      'use:',
      '  token day: group "Security officers": any 2 of officer-1, officer-2, officer-3 within 10m',
      '  or token night: group "Security officers": any 1 of officer-1, officer-2',
      '    and any 1 of auditor-1, auditor-2',
      '    after 5m within 1h',
      'block:',
      '  any 1 of officer-1, officer-2',
      'unblock: everybody (rule null)',
      'modify: nobody',
      '',
    ]);
  });
});
