import { never, unguarded } from '@quorate/policy';
import { traceModifyAttestation, traceSignAttestation } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { type Attestation, attestationNotices, parseAttestation } from '../src/index.ts';
import { utf8 } from './support/xml.ts';

const real = parseAttestation(utf8(traceModifyAttestation));
const { policy } = real;
if (policy === null) throw new Error('there is one');

const ofPolicy = (rules: Partial<NonNullable<Attestation['policy']>['rules']>) =>
  attestationNotices({ ...real, policy: { ...policy, rules: { ...policy.rules, ...rules } } }).filter(({ id }) =>
    id.startsWith('policy.'),
  );

describe('the policy that is attested', () => {
  test.each([
    ['a null rule', null],
    ['a rule of a token that asks for nobody', unguarded()],
  ])('by which everybody may use the key is a warning: %s', (_what, use) => {
    const notices = ofPolicy({ use });
    expect(notices[0]).toMatchObject({ id: 'policy.guarded', outcome: 'warn', where: 'policy, use' });
    expect(notices[0]?.message).toContain('everybody who reaches the HSM may use the key without any approval');
    expect(notices.every(({ outcome }) => outcome === 'warn')).toBe(true);
  });

  test('that nobody can ever use is one too', () => {
    expect(ofPolicy({ use: never() }).map(({ id, where }) => [id, where])).toEqual([
      ['policy.reachable', 'policy, use'],
    ]);
  });

  test('brings no warnings of mere oddities, nor any of the real keys', () => {
    for (const text of [traceModifyAttestation, traceSignAttestation]) {
      const ids = attestationNotices(parseAttestation(utf8(text))).map(({ id }) => id);
      expect(ids.filter((id) => id.startsWith('policy.'))).toEqual([]);
    }
  });

  test('that is not there is said once', () => {
    const ids = attestationNotices({ ...real, policy: null }).map(({ id }) => id);
    expect(ids.filter((id) => id.includes('policy'))).toEqual(['attestation.no-policy']);
  });
});
