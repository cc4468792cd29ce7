import { extension } from '@quorate/certificates';
import { describe, expect, it } from 'vitest';
import { type Asked, ask, idsOf } from './support/ask.ts';
import {
  ca,
  caExtensions,
  caName,
  certificate,
  crl,
  crlNumber,
  entry,
  idp,
  keyIdentifier,
  NOW,
  otherKey,
  reason,
} from './support/make.ts';

const leaf = certificate();

function answer(crls: readonly Uint8Array[], more: Partial<Asked> = {}): readonly [string, ...string[]] {
  const status = ask({ certificate: leaf, issuer: ca, crls, time: NOW, ...more });
  return [status.status, ...idsOf(status)];
}

describe('several CRLs', () => {
  const held = crl({ thisUpdate: '2024-06-01T00:00:00Z', entries: [entry({ extensions: [reason(6)] })] });
  const compromised = crl({ thisUpdate: '2024-06-01T00:00:00Z', entries: [entry({ extensions: [reason(1)] })] });
  const newer = crl({ thisUpdate: '2024-06-08T00:00:00Z' });

  it('one that lists the certificate wins, also over a newer one', () => {
    expect(answer([compromised, newer])).toEqual(['revoked', 'revocation.revoked']);
  });

  it('but a hold is lifted by a newer one of the same scope, and by no other', () => {
    expect(answer([held])).toEqual(['revoked', 'revocation.revoked']);
    expect(answer([held, newer])).toEqual(['good', 'revocation.superseded']);
    const elsewhere = crl({ thisUpdate: '2024-06-08T00:00:00Z', extensions: [idp({ users: true })] });
    expect(answer([held, elsewhere])).toEqual(['revoked', 'revocation.revoked']);
    const older = crl({ thisUpdate: '2024-05-08T00:00:00Z' });
    expect(answer([held, older])).toEqual(['revoked', 'revocation.revoked']);
  });

  it('nor is it where the same list gives another reason as well, before or behind it', () => {
    const both = [entry({ extensions: [reason(6)] }), entry({ extensions: [reason(1)] })];
    for (const entries of [both, both.toReversed()]) {
      expect(answer([crl({ entries }), newer])).toEqual(['revoked', 'revocation.revoked']);
    }
  });

  it('one that is of no use does not take away the answer of another', () => {
    const forged = crl({ thisUpdate: '2024-06-09T00:00:00Z', entries: [entry()] }, otherKey);
    expect(answer([forged, newer, Uint8Array.of(1)])).toEqual(['good', 'revocation.signature']);
  });

  it('key identifiers tell which authority to try first, not which to believe', () => {
    const renewed = certificate({
      subject: caName,
      extensions: [...caExtensions, extension.subjectKeyIdentifier(Uint8Array.of(9))],
    });
    expect(answer([crl({ extensions: [keyIdentifier(8)] }, otherKey)], { authorities: [renewed] })).toEqual(['good']);
  });

  it('of more than 64 entries about one certificate it is not read to the end that all take back', () => {
    const removed = (count: number): Uint8Array =>
      crl({ entries: Array.from({ length: count }, () => entry({ extensions: [reason(8)] })) });
    expect(answer([removed(64)])).toEqual(['good']);
    expect(answer([removed(65)])).toEqual(['revoked', 'revocation.revoked']);
  });

  it('of 100,000 entries the right one is found', () => {
    const entries = Array.from({ length: 100_000 }, (_, i) =>
      entry({ serialNumber: Uint8Array.of(0x40, i >> 16, (i >> 8) & 0xff, i & 0xff) }),
    );
    const long = crl({ entries, extensions: [crlNumber(1)] });
    const at = (octets: readonly number[]): readonly string[] =>
      answer([long], { certificate: certificate({ serialNumber: Uint8Array.from(octets) }) });
    expect(at([0x40, 0, 0, 0])).toEqual(['revoked', 'revocation.revoked']);
    expect(at([0x40, 1, 0x86, 0x9f])).toEqual(['revoked', 'revocation.revoked']);
    expect(at([0x40, 1, 0x86, 0xa0])).toEqual(['good']);
  });
});
