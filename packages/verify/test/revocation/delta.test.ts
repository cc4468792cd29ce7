import { describe, expect, it } from 'vitest';
import { ask, idsOf } from './support/ask.ts';
import {
  type CrlParts,
  ca,
  certificate,
  crl,
  crlNumber,
  deltaOf,
  entry,
  idp,
  keyIdentifier,
  NOW,
  otherKey,
  reason,
  unknown,
} from './support/make.ts';

const leaf = certificate();

function answer(...crls: readonly Uint8Array[]): readonly string[] {
  const status = ask({ certificate: leaf, issuer: ca, crls, time: NOW });
  return [status.status, ...idsOf(status)];
}

const complete = (parts: CrlParts = {}, number = 5): Uint8Array =>
  crl({ ...parts, extensions: [crlNumber(number), ...(parts.extensions ?? [])] });
const delta = (parts: CrlParts = {}, base = 5, number = 6): Uint8Array =>
  crl({
    thisUpdate: '2024-06-10T00:00:00Z',
    ...parts,
    extensions: [crlNumber(number), deltaOf(base), ...(parts.extensions ?? [])],
  });

const listed: CrlParts = { entries: [entry({ extensions: [reason(1)] })] };
const held: CrlParts = { entries: [entry({ extensions: [reason(6)] })] };
const removed: CrlParts = { entries: [entry({ extensions: [reason(8)] })] };
const expired: CrlParts = { nextUpdate: '2024-06-09T00:00:00Z' };
const REVOKED = ['revoked', 'revocation.revoked'];

describe('a delta CRL (RFC 5280, 5.2.4 and 6.3.3 (c), (h) to (k))', () => {
  it('says nothing good without a complete CRL, but what it lists is revoked', () => {
    expect(answer(delta())).toEqual(['undetermined', 'revocation.delta-alone']);
    expect(answer(delta(removed))).toEqual(['undetermined', 'revocation.delta-alone']);
    expect(answer(delta(listed))).toEqual(REVOKED);
    expect(answer(complete({}, 4), delta(listed))).toEqual(REVOKED);
    expect(answer(complete({}, 4), delta(removed))).toEqual(['good']);
  });

  it('adds to a complete CRL, and takes from it', () => {
    expect(answer(complete(), delta())).toEqual(['good']);
    expect(answer(complete(), delta(listed))).toEqual(REVOKED);
    expect(answer(complete(listed), delta())).toEqual(REVOKED);
    expect(answer(complete(held), delta(removed))).toEqual(['good']);
    expect(answer(complete(), delta(removed))).toEqual(['good']);
    expect(answer(complete(held), delta(held))).toEqual(REVOKED);
  });

  it('names the delta CRL when that is where the certificate is listed', () => {
    const change = delta(listed);
    const status = ask({ certificate: leaf, issuer: ca, crls: [complete(), change], time: NOW });
    expect(status.status === 'revoked' && change.subarray(status.fault.bytes?.start, status.fault.bytes?.end)).toEqual(
      entry({ extensions: [reason(1)] }),
    );
  });

  it('makes a complete CRL current that is out of date', () => {
    expect(answer(complete(expired))).toEqual(['undetermined', 'revocation.expired']);
    expect(answer(complete(expired), delta())).toEqual(['good']);
    expect(answer(complete(expired), delta(listed))).toEqual(REVOKED);
    expect(answer(complete({ thisUpdate: '2024-06-16T00:00:00Z' }), delta({}, 5, 6))).toEqual([
      'undetermined',
      'revocation.not-yet-valid',
    ]);
  });

  it('goes with a complete CRL from its base on, and older than itself', () => {
    const useless = ['undetermined', 'revocation.expired'];
    expect(answer(complete(expired, 4), delta())).toEqual(useless);
    expect(answer(complete(expired, 6), delta({}, 5, 7))).toEqual(['good']);
    expect(answer(complete(expired, 6), delta({}, 5, 6))).toEqual(useless);
    expect(answer(crl(expired), delta())).toEqual(useless);
  });

  it('goes with a complete CRL of the same scope, key identifier and key', () => {
    const useless = ['undetermined', 'revocation.expired'];
    const users = { extensions: [idp({ users: true })] };
    expect(answer(complete({ ...expired, ...users }), delta(users))).toEqual(['good']);
    expect(answer(complete({ ...expired, ...users }), delta())).toEqual(useless);
    expect(answer(complete(expired), delta(users))).toEqual(useless);
    const first = { extensions: [keyIdentifier(1)] };
    expect(answer(complete({ ...expired, ...first }), delta(first))).toEqual(['good']);
    expect(answer(complete({ ...expired, ...first }), delta({ extensions: [keyIdentifier(2)] }))).toEqual(useless);
    const foreign = crl({ extensions: [crlNumber(6), deltaOf(5)], ...removed }, otherKey);
    expect(answer(complete(expired), foreign)).toEqual(useless);
    expect(answer(complete(held), foreign)).toEqual(REVOKED);
  });

  it('that both lists and removes the certificate lists it', () => {
    const [lists, removes] = [entry({ extensions: [reason(1)] }), entry({ extensions: [reason(8)] })];
    for (const entries of [
      [lists, removes],
      [removes, lists],
    ]) {
      expect(answer(complete(), delta({ entries }))).toEqual(REVOKED);
      expect(answer(complete({ entries }))).toEqual(REVOKED);
    }
    expect(answer(complete({ entries: [removes] }))).toEqual(['good']);
  });

  it('must itself be current and understood', () => {
    expect(answer(complete(), delta({ ...listed, nextUpdate: '2024-06-14T00:00:00Z' }))).toEqual(['good']);
    expect(answer(complete(), delta({ ...listed, thisUpdate: '2024-06-16T00:00:00Z' }))).toEqual(['good']);
    expect(answer(complete(held), delta({ ...removed, extensions: [unknown(true)] }))).toEqual(REVOKED);
  });

  it('of several, the one with the highest number counts', () => {
    expect(answer(complete(held), delta(removed, 5, 6), delta(held, 5, 7))).toEqual(REVOKED);
    expect(answer(complete(held), delta(held, 5, 6), delta(removed, 5, 7))).toEqual(['good', 'revocation.superseded']);
  });
});
