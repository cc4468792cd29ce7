import { extension } from '@quorate/certificates';
import { describe, expect, it } from 'vitest';
import { type Asked, ask, idsOf } from './support/ask.ts';
import {
  ca,
  caKey,
  caName,
  certificate,
  crl,
  entry,
  NOW,
  noCheck,
  type OcspParts,
  ocsp,
  ocspSigning,
  otherKey,
  otherName,
  responder,
  responderName,
  type Single,
  single,
  unknown,
  utc,
} from './support/make.ts';

const leaf = certificate();

function answer(responses: readonly Uint8Array[], more: Partial<Asked> = {}): readonly string[] {
  const status = ask({ certificate: leaf, issuer: ca, ocsp: responses, time: NOW, ...more });
  return [status.status, ...idsOf(status)];
}

const only = (parts: OcspParts, more: Partial<Asked> = {}): readonly string[] => answer([ocsp(parts)], more);
const about = (...parts: readonly Single[]): readonly string[] => only({ singles: parts.map(single) });

const REVOKED = ['revoked', 'revocation.revoked'];

describe('an OCSP response of the issuer', () => {
  it('says good, revoked with date and reason, or nothing', () => {
    expect(only({})).toEqual(['good']);
    expect(about({ status: 'unknown' })).toEqual(['undetermined', 'revocation.ocsp-unknown']);
    const revoked = ocsp({ singles: [single({ status: { reason: 1 } })] });
    expect(ask({ certificate: leaf, issuer: ca, ocsp: [revoked], time: NOW })).toMatchObject({
      status: 'revoked',
      reason: 'keyCompromise',
      revocationTime: Date.parse('2024-05-01T00:00:00Z') / 1000,
      by: { kind: 'OCSP response' },
    });
    expect(about({ status: { date: '2024-06-16T00:00:00Z' } })).toEqual(REVOKED);
  });

  it('is about a certificate by digest of issuer name, digest of issuer key, and serial number', () => {
    for (const hash of ['sha1', 'sha256', 'sha384', 'sha512']) expect(about({ hash })).toEqual(['good']);
    const none = ['undetermined', 'revocation.issuer'];
    expect(about({ hash: 'md5' })).toEqual(none);
    expect(about({ issuer: otherName })).toEqual(none);
    expect(about({ issuerKey: otherKey.spki })).toEqual(none);
    expect(about({ serialNumber: Uint8Array.of(0x12) })).toEqual(none);
    expect(about()).toEqual(none);
  });

  it('is in time from thisUpdate, included, to nextUpdate, which must be greater than the time (RFC 6960, 3.2 (6))', () => {
    expect(about({ thisUpdate: NOW })).toEqual(['good']);
    expect(about({ thisUpdate: '2024-06-15T12:00:01Z' })).toEqual(['undetermined', 'revocation.not-yet-valid']);
    expect(about({ nextUpdate: '2024-06-15T12:00:01Z' })).toEqual(['good']);
    expect(about({ nextUpdate: NOW })).toEqual(['undetermined', 'revocation.expired']);
    expect(about({ nextUpdate: null })).toEqual(['good']);
    expect(only({ singles: [single({ nextUpdate: null })] }, { requireNextUpdate: true })).toEqual([
      'undetermined',
      'revocation.no-next-update',
    ]);
    expect(only({}, { maxAge: 86_400 })).toEqual(['undetermined', 'revocation.too-old']);
  });

  it('that answers several times about the certificate says the worst of what is in time', () => {
    const good: Single = {};
    expect(about(good, { status: {} })).toEqual(REVOKED);
    expect(about({ status: {} }, good)).toEqual(REVOKED);
    expect(about(good, { status: 'unknown' })).toEqual(['undetermined', 'revocation.ocsp-unknown']);
    expect(about(good, { status: {}, nextUpdate: '2024-06-11T00:00:00Z' })).toEqual(['good']);
    expect(about({ status: { reason: 6 } }, { status: { reason: 1 } })).toEqual(REVOKED);
  });

  it('with something critical that is not known says nothing; a nonce, which nobody asked for, does not matter', () => {
    const nonce = { oid: '1.3.6.1.5.5.7.48.1.2', critical: true, value: Uint8Array.of(4, 1, 1) };
    expect(only({ extensions: [unknown(true)] })).toEqual(['undetermined', 'revocation.critical']);
    expect(about({ extensions: [unknown(true)] })).toEqual(['undetermined', 'revocation.critical']);
    expect(only({ extensions: [unknown(false)] })).toEqual(['good']);
    expect(about({ extensions: [unknown(false)] })).toEqual(['good']);
    expect(only({ extensions: [nonce] })).toEqual(['good']);
    const elsewhere = single({ serialNumber: Uint8Array.of(1), extensions: [unknown(true)] });
    expect(only({ singles: [elsewhere, single()] })).toEqual(['good']);
  });

  it('that is an error, or of another type, says nothing', () => {
    expect(answer([Uint8Array.of(0x30, 3, 0x0a, 1, 3)])).toEqual(['undetermined', 'revocation.ocsp-empty']);
    expect(answer([Uint8Array.of(0x30, 3, 0x0a, 1, 4)])).toEqual(['undetermined', 'revocation.malformed']);
    const basic = Buffer.from(ocsp());
    basic[basic.indexOf(Buffer.from('2b0601050507300101', 'hex')) + 8] = 2;
    expect(answer([Uint8Array.from(basic)])).toEqual(['undetermined', 'revocation.ocsp-empty']);
  });
});

describe('the responder (RFC 6960, 4.2.2.2)', () => {
  const by = (certificates: readonly Uint8Array[], more: Partial<Asked> = {}): readonly string[] =>
    answer([ocsp({ responder: { name: responderName }, certificates }, otherKey)], more);
  const FORGED = ['undetermined', 'revocation.ocsp-signature'];

  it('is the issuer, by name or by key, with its signature', () => {
    expect(only({ responder: { spki: caKey.spki } })).toEqual(['good']);
    expect(only({ responder: { spki: otherKey.spki } })).toEqual(['undetermined', 'revocation.ocsp-responder']);
    expect(answer([ocsp({}, otherKey)])).toEqual(FORGED);
    expect(only({ responder: { name: otherName } })).toEqual(['undetermined', 'revocation.ocsp-responder']);
  });

  it('or has a certificate by the issuer for OCSPSigning', () => {
    expect(by([responder()])).toEqual(['good']);
    expect(answer([ocsp({ responder: { spki: otherKey.spki }, certificates: [responder()] }, otherKey)])).toEqual([
      'good',
    ]);
    expect(by([certificate({ subject: otherName }), Uint8Array.of(0x30, 0), responder()])).toEqual(['good']);
    expect(by([])).toEqual(['undetermined', 'revocation.ocsp-responder']);
  });

  it.each([
    ['without extended key usage', responder({ extensions: [noCheck] })],
    ['with anyExtendedKeyUsage alone', responder({ extensions: [noCheck, extension.extKeyUsage(['2.5.29.37.0'])] })],
    [
      'with a keyUsage for no signatures',
      responder({ extensions: [noCheck, ocspSigning, extension.keyUsage([5, 6])] }),
    ],
    ['with something critical that is not known', responder({ extensions: [noCheck, ocspSigning, unknown(true)] })],
    ['that is out of date', responder({ notAfter: utc('2024-06-15T11:59:59Z') })],
    ['that is not yet valid', responder({ notBefore: utc('2024-06-15T12:00:01Z') })],
    ['by another issuer', responder({ issuer: otherName })],
    ['signed by another key', responder({}, otherKey)],
    ['with another key', responder({ spki: caKey.spki })],
    ['with a key that is none', responder({ spki: Uint8Array.of(0x30, 0) })],
    [
      'with an extension that is malformed',
      responder({ extensions: [{ ...ocspSigning, value: Uint8Array.of(0x30, 0) }] }),
    ],
  ])('is not one %s', (_, der) => {
    expect(by([der])).toEqual(FORGED);
  });

  it('is one with a certificate valid to the second, and with nonRepudiation', () => {
    expect(by([responder({ notBefore: utc(NOW), notAfter: utc(NOW) })])).toEqual(['good']);
    expect(by([responder({ extensions: [noCheck, ocspSigning, extension.keyUsage([1])] })])).toEqual(['good']);
    expect(by([responder({ extensions: [{ ...noCheck, critical: true }, ocspSigning] })])).toEqual(['good']);
  });

  it('without nocheck is looked up in the CRLs: revoked it counts for nothing, unknown it is told', () => {
    const unchecked = responder({ extensions: [ocspSigning] });
    const listing = crl({ entries: [entry({ serialNumber: Uint8Array.of(0x22) })] });
    expect(by([unchecked])).toEqual(['good', 'revocation.responder-unchecked']);
    expect(by([unchecked], { crls: [crl()] })).toEqual(['good']);
    const told = ask({
      certificate: leaf,
      issuer: ca,
      ocsp: [
        ocsp(
          { responder: { name: responderName }, certificates: [unchecked], singles: [single({ status: {} })] },
          otherKey,
        ),
      ],
      crls: [listing],
      time: NOW,
    });
    expect([told.status, ...idsOf(told)]).toEqual(['good', 'revocation.ocsp-responder']);
    expect(by([responder()], { crls: [listing] })).toEqual(['good']);
  });

  it('of many certificates that claim to be it, a few are tried', () => {
    const claims = Array.from({ length: 60 }, () => responder({}, otherKey));
    expect(by([...claims.slice(0, 7), responder()])).toEqual(['good']);
    expect(by([...claims, responder()])).toEqual(FORGED);
  });
});

describe('several sources', () => {
  const revoked = ocsp({ singles: [single({ status: {} })] });
  const held = ocsp({ singles: [single({ status: { reason: 6 } })] });
  const newer: OcspParts = {
    producedAt: '2024-06-12T00:00:00Z',
    singles: [single({ thisUpdate: '2024-06-12T00:00:00Z' })],
  };

  it('revoked wins over good, wherever it stands; a hold is lifted by a newer response', () => {
    expect(answer([revoked, ocsp(newer)])).toEqual(REVOKED);
    expect(answer([held])).toEqual(REVOKED);
    expect(answer([held, ocsp(newer)])).toEqual(['good']);
    expect(answer([held, ocsp()])).toEqual(REVOKED);
    expect(answer([ocsp(newer)], { crls: [crl({ entries: [entry()] })] })).toEqual(REVOKED);
    expect(answer([revoked], { crls: [crl()] })).toEqual(REVOKED);
  });

  it('a response of no use does not take away the answer of a CRL', () => {
    expect(answer([ocsp({}, otherKey)], { crls: [crl()] })).toEqual(['good', 'revocation.ocsp-signature']);
    expect(only({ singles: [single({ status: 'unknown' })] }, { crls: [crl()] })).toEqual([
      'good',
      'revocation.ocsp-unknown',
    ]);
  });

  it('says where it is, what to do, and by which RFC, of everything that stands in the way', () => {
    const status = ask({
      certificate: leaf,
      issuer: ca,
      ocsp: [ocsp({}, otherKey), ocsp({ singles: [single({ nextUpdate: '2024-06-11T00:00:00Z' })] })],
      crls: [crl({}, otherKey), crl({ issuer: caName, nextUpdate: '2024-06-02T00:00:00Z' }), Uint8Array.of(0)],
      time: NOW,
    });
    expect([status.status, ...idsOf(status)]).toEqual([
      'undetermined',
      'revocation.signature',
      'revocation.ocsp-signature',
      'revocation.expired',
      'revocation.expired',
      'revocation.malformed',
    ]);
    for (const fault of status.status === 'undetermined' ? status.faults : []) {
      expect(fault).toMatchObject({ reference: expect.stringMatching(/^RFC (5280|6960) [3-6]/) });
      expect(fault.action).toBeTruthy();
      expect(fault.object?.sha256).toMatch(/^[0-9a-f]{64}$/);
    }
  });
});
