import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkRevocation } from '../../src/revocation/check-revocation.ts';
import { readRevocationMaterial } from '../../src/revocation/material.ts';
import { ask, counted, questionOf } from './support/ask.ts';
import {
  ca,
  certificate,
  crl,
  crlNumber,
  deltaOf,
  entry,
  idp,
  NOW,
  ocsp,
  otherKey,
  reason,
  single,
} from './support/make.ts';

const leaf = certificate();
const ALL = [1, 2, 3, 4, 5, 6, 7, 8];

/** A CRL of the issuer in a few words. */
interface Plan {
  readonly reasons: readonly number[] | null;
  readonly lists: boolean;
  readonly current: boolean;
  readonly genuine: boolean;
  readonly users: boolean;
}

const plan: fc.Arbitrary<Plan> = fc.record({
  reasons: fc.option(fc.subarray(ALL, { minLength: 1 })),
  lists: fc.boolean(),
  current: fc.boolean(),
  genuine: fc.boolean(),
  users: fc.boolean(),
});

const made = new Map<string, Uint8Array>();

/** Signing is dear, so what was made once is kept. */
function crlOf(parts: Plan): Uint8Array {
  const key = JSON.stringify(parts);
  let der = made.get(key);
  if (der === undefined) {
    const scope = {
      ...(parts.reasons === null ? {} : { reasons: parts.reasons }),
      ...(parts.users ? { users: true } : { cas: true }),
    };
    der = crl(
      {
        nextUpdate: parts.current ? '2024-07-01T00:00:00Z' : '2024-06-02T00:00:00Z',
        entries: parts.lists ? [entry({ extensions: [reason(1)] })] : [],
        extensions: [idp(scope)],
      },
      parts.genuine ? undefined : otherKey,
    );
    made.set(key, der);
  }
  return der;
}

/** RFC 5280, 6.3.3 for such CRLs, by sets. */
function expected(plans: readonly Plan[]): string {
  const usable = plans.filter(({ current, genuine, users }) => current && genuine && users);
  if (usable.some(({ lists }) => lists)) return 'revoked';
  const covered = new Set(usable.flatMap(({ reasons }) => reasons ?? ALL));
  return covered.size === ALL.length ? 'good' : 'undetermined';
}

describe('the laws of an answer', () => {
  it('usable CRLs alone count: one that lists is enough for revoked, all reasons together for good', () => {
    const seen = { good: 0, revoked: 0, undetermined: 0 };
    fc.assert(
      fc.property(fc.array(plan, { maxLength: 5 }), (plans) => {
        const { status } = ask({ certificate: leaf, issuer: ca, crls: plans.map(crlOf), time: NOW });
        expect(status).toBe(expected(plans));
        seen[status]++;
      }),
      { numRuns: 250 },
    );
    expect(Math.min(...Object.values(seen))).toBeGreaterThan(0);
  });

  const pool: readonly Uint8Array[] = [
    crl(),
    crl({ thisUpdate: '2024-06-05T00:00:00Z', entries: [entry({ extensions: [reason(6)] })] }),
    crl({ thisUpdate: '2024-06-08T00:00:00Z', extensions: [crlNumber(8)] }),
    crl({
      thisUpdate: '2024-06-09T00:00:00Z',
      extensions: [crlNumber(9), deltaOf(8)],
      entries: [entry({ extensions: [reason(6)] })],
    }),
    crl({
      thisUpdate: '2024-06-10T00:00:00Z',
      extensions: [crlNumber(10), deltaOf(8)],
      entries: [entry({ extensions: [reason(8)] })],
    }),
    crl({ extensions: [idp({ reasons: [1, 2] })] }),
    crl({ extensions: [idp({ reasons: [3, 4, 5, 6, 7, 8] })], nextUpdate: null }),
    crl({ entries: [entry()] }, otherKey),
    crl({ nextUpdate: '2024-06-02T00:00:00Z' }),
    Uint8Array.of(0x30, 0x01),
  ];
  const responses: readonly Uint8Array[] = [
    ocsp(),
    ocsp({ producedAt: '2024-06-12T00:00:00Z', singles: [single({ thisUpdate: '2024-06-12T00:00:00Z' })] }),
    ocsp({ singles: [single({ status: { reason: 6 } })] }),
    ocsp({ singles: [single({ status: 'unknown' })] }),
    ocsp({}, otherKey),
  ];

  it('do not depend on the order of what is given, nor on giving it twice', () => {
    const seen = new Set<string>();
    const chosen = fc.tuple(
      fc.subarray([...pool.keys()]),
      fc.subarray([...responses.keys()]),
      fc.infiniteStream(fc.nat()),
    );
    fc.assert(
      fc.property(chosen, ([crls, ocsps, random]) => {
        const shuffled = <T>(items: readonly T[]): T[] =>
          items
            .map((item) => ({ item, at: random.next().value }))
            .sort((a, b) => a.at - b.at)
            .map(({ item }) => item);
        const answer = (of: (list: readonly number[]) => readonly number[]): object => {
          const status = ask({
            certificate: leaf,
            issuer: ca,
            crls: of(crls).map((i) => pool[i] ?? new Uint8Array()),
            ocsp: of(ocsps).map((i) => responses[i] ?? new Uint8Array()),
            time: NOW,
          });
          seen.add(status.status);
          return status;
        };
        const once = answer((list) => list);
        // What cannot be read is told by its place among what was given.
        if (!crls.includes(9)) expect(answer(shuffled)).toEqual(once);
        expect(answer((list) => shuffled([...list, ...list]))).toMatchObject({
          status: (once as { status: string }).status,
        });
      }),
      { numRuns: 150 },
    );
    expect([...seen].sort()).toEqual(['good', 'revoked', 'undetermined']);
  });

  it('more material never makes good of revoked, but for a hold', () => {
    const revoking = crl({ entries: [entry({ extensions: [reason(4)] })] });
    fc.assert(
      fc.property(fc.subarray([...pool]), fc.subarray([...responses]), (crls, ocsps) => {
        expect(ask({ certificate: leaf, issuer: ca, crls: [...crls, revoking], ocsp: ocsps, time: NOW }).status).toBe(
          'revoked',
        );
      }),
      { numRuns: 60 },
    );
  });

  it('cost a signature only for what lists the certificate or adds a reason', () => {
    const many = Array.from({ length: 200 }, (_, i) => crl({ extensions: [crlNumber(i)] }));
    const question = questionOf({
      certificate: leaf,
      issuer: ca,
      crls: [...many, crlOf({ reasons: null, lists: true, current: true, genuine: true, users: true })],
      time: NOW,
    });
    counted.signatures = 0;
    expect(checkRevocation(question).status).toBe('revoked');
    expect(counted.signatures).toBe(2);
  });

  it('keep one copy of a CRL that is given many times, and a bounded list of faults', () => {
    const copies = Array.from({ length: 500 }, () => crl());
    const same = copies.map(() => copies[0] as Uint8Array);
    expect([...readRevocationMaterial(same, []).crls.values()].flat()).toHaveLength(1);
    const useless = Array.from({ length: 300 }, (_, i) =>
      crl({ nextUpdate: '2024-06-02T00:00:00Z', extensions: [crlNumber(i)] }),
    );
    const status = ask({ certificate: leaf, issuer: ca, crls: useless, time: NOW });
    expect(status.status === 'undetermined' && status.faults).toHaveLength(16);
  });
});
