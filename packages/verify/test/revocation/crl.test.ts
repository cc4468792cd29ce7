import { extension } from '@quorate/certificates';
import { describe, expect, it } from 'vitest';
import { type Asked, ask, idsOf } from './support/ask.ts';
import {
  type CrlParts,
  ca,
  caExtensions,
  caKey,
  caName,
  certificate,
  certificateIssuer,
  crl,
  directoryNames,
  entry,
  idp,
  NOW,
  other,
  otherKey,
  otherName,
  type Point,
  points,
  reason,
  relative,
  unknown,
  uris,
} from './support/make.ts';

const leaf = certificate();

function answer(crls: readonly Uint8Array[], more: Partial<Asked> = {}): readonly [string, ...string[]] {
  const status = ask({ certificate: leaf, issuer: ca, crls, time: NOW, ...more });
  return [status.status, ...idsOf(status)];
}

const only = (parts: CrlParts, more: Partial<Asked> = {}): readonly string[] => answer([crl(parts)], more);

describe('a CRL of the issuer', () => {
  it('that is current and does not list the certificate says good', () => {
    expect(only({})).toEqual(['good']);
    expect(only({ version: 1 })).toEqual(['good']);
    expect(only({ entries: [entry({ serialNumber: Uint8Array.of(0x12) })] })).toEqual(['good']);
  });

  it('that lists it says revoked, with reason, date and the bytes of the entry', () => {
    const listed = crl({ entries: [entry({ serialNumber: Uint8Array.of(1) }), entry({ extensions: [reason(1)] })] });
    const status = ask({ certificate: leaf, issuer: ca, crls: [listed], time: NOW });
    expect(status).toMatchObject({
      status: 'revoked',
      reason: 'keyCompromise',
      revocationTime: Date.parse('2024-05-01T00:00:00Z') / 1000,
      by: { kind: 'CRL', name: 'CN=Issuing CA,O=Quorate Test' },
    });
    if (status.status !== 'revoked') return;
    expect(status.fault.message).toContain('2024-05-01T00:00:00Z (keyCompromise)');
    const { start, end } = status.fault.bytes ?? { start: 0, end: 0 };
    expect(listed.subarray(start, end)).toEqual(entry({ extensions: [reason(1)] }));
  });

  it('that lists it with a date after the time asked about says revoked, and that this is so', () => {
    const status = ask({
      certificate: leaf,
      issuer: ca,
      crls: [crl({ entries: [entry({ date: '2024-06-16T00:00:00Z' })] })],
      time: NOW,
    });
    expect(status).toMatchObject({ status: 'revoked', reason: null });
    expect(status.status === 'revoked' && status.fault.message).toContain('after the time asked about');
  });

  it('that lists it with a reason that cannot be read or has no name says revoked', () => {
    expect(only({ entries: [entry({ extensions: [reason(7)] })] })).toEqual(['revoked', 'revocation.revoked']);
    const broken = { oid: '2.5.29.21', value: Uint8Array.of(2, 1, 1) };
    expect(only({ entries: [entry({ extensions: [broken] })] })).toEqual(['revoked', 'revocation.revoked']);
  });

  it('is current from thisUpdate to nextUpdate, both to the second included', () => {
    const at = (time: string): readonly string[] => only({}, { time });
    expect(at('2024-06-01T00:00:00Z')).toEqual(['good']);
    expect(at('2024-05-31T23:59:59Z')).toEqual(['undetermined', 'revocation.not-yet-valid']);
    expect(at('2024-07-01T00:00:00Z')).toEqual(['good']);
    expect(at('2024-07-01T00:00:01Z')).toEqual(['undetermined', 'revocation.expired']);
  });

  it('without nextUpdate may be used, unless that is asked for', () => {
    expect(only({ nextUpdate: null })).toEqual(['good']);
    expect(only({ nextUpdate: null }, { requireNextUpdate: true })).toEqual([
      'undetermined',
      'revocation.no-next-update',
    ]);
  });

  it('is no older than asked for, to the second', () => {
    const age = (Date.parse(NOW) - Date.parse('2024-06-01T00:00:00Z')) / 1000;
    expect(only({}, { maxAge: age })).toEqual(['good']);
    expect(only({}, { maxAge: age - 1 })).toEqual(['undetermined', 'revocation.too-old']);
  });

  it('with something critical that is not known, anywhere in it, says nothing; not critical, it does not matter', () => {
    const unlisted = entry({ serialNumber: Uint8Array.of(1), extensions: [unknown(true)] });
    expect(only({ extensions: [unknown(true)] })).toEqual(['undetermined', 'revocation.critical']);
    expect(only({ entries: [unlisted, entry()] })).toEqual(['undetermined', 'revocation.critical']);
    expect(only({ extensions: [unknown(false)] })).toEqual(['good']);
    expect(only({ entries: [entry({ extensions: [unknown(false)] })] })).toEqual(['revoked', 'revocation.revoked']);
  });

  it('is signed by the key of the issuer, or of an authority of the same name, that may sign CRLs', () => {
    const rolled = crl({}, otherKey);
    const renewed = certificate({ subject: caName, extensions: caExtensions });
    const without = certificate({ subject: caName, extensions: [extension.keyUsage([0, 5])] });
    expect(answer([rolled])).toEqual(['undetermined', 'revocation.signature']);
    expect(answer([rolled], { authorities: [renewed] })).toEqual(['good']);
    expect(answer([rolled], { authorities: [without] })).toEqual(['undetermined', 'revocation.signature']);
    expect(answer([rolled], { authorities: [other] })).toEqual(['undetermined', 'revocation.signature']);
    const noSign = certificate({ subject: caName, spki: caKey.spki, extensions: [extension.keyUsage([5])] });
    expect(only({}, { issuer: noSign })).toEqual(['undetermined', 'revocation.signer']);
    const silent = certificate({ subject: caName, spki: caKey.spki });
    expect(only({}, { issuer: silent })).toEqual(['good']);
  });

  it('is found by name as RFC 5280, 7.1 compares names', () => {
    const spelled = caName.map((octet) => octet);
    const at = Buffer.from(spelled).indexOf('Issuing');
    spelled[at] = 'i'.charCodeAt(0);
    expect(only({ issuer: spelled })).toEqual(['good']);
    expect(only({ issuer: otherName })).toEqual(['undetermined', 'revocation.issuer']);
  });

  it('when there is none at all, that is said', () => {
    expect(answer([])).toEqual(['undetermined', 'revocation.not-given']);
    expect(answer([Uint8Array.of(0x30, 0)])).toEqual(['undetermined', 'revocation.malformed']);
  });

  it('says nothing good once signatures had to be left unverified', () => {
    expect(only({}, { exhausted: () => true })).toEqual(['undetermined', 'revocation.budget']);
    expect(only({ entries: [entry()] }, { exhausted: () => true })).toEqual(['revoked', 'revocation.revoked']);
  });
});

describe('the scope of a CRL (6.3.3 (b))', () => {
  const pointed = (...all: readonly Point[]): Uint8Array => certificate({ extensions: [points(...all)] });
  const scope = (parts: Parameters<typeof idp>[0], certificate_ = leaf): readonly string[] =>
    only({ extensions: [idp(parts)] }, { certificate: certificate_ });
  const OUT = ['undetermined', 'revocation.scope'];

  it('is told by kind of certificate', () => {
    expect(scope({ users: true })).toEqual(['good']);
    expect(scope({ cas: true })).toEqual(OUT);
    expect(scope({ attributes: true })).toEqual(OUT);
    expect(scope({ cas: true }, certificate({ extensions: caExtensions }))).toEqual(['good']);
    expect(scope({ users: true }, certificate({ extensions: caExtensions }))).toEqual(OUT);
    expect(scope({ users: true, cas: true })).toEqual(OUT);
  });

  it('is told by distribution point names, of which one in common is enough', () => {
    const uri = pointed({ name: uris('http://a.example/1.crl', 'ldap://b.example/CN=x') });
    expect(scope({ name: uris('http://c.example/1.crl', 'ldap://b.example/CN=x') }, uri)).toEqual(['good']);
    expect(scope({ name: uris('HTTP://A.EXAMPLE/1.crl') }, uri)).toEqual(['good']);
    expect(scope({ name: uris('http://a.example/1.CRL') }, uri)).toEqual(OUT);
    expect(scope({ name: uris('http://a.example/1.crl') })).toEqual(OUT);
    expect(only({}, { certificate: uri })).toEqual(['good']);
  });

  it('is told by a name relative to the CRL issuer, on either side', () => {
    const full = caName.slice(2);
    const rdn = directoryNames(
      Uint8Array.of(0x30, full.length + 13, ...full, 0x31, 11, 0x30, 9, 6, 3, 0x55, 4, 3, 0x0c, 2, 0x64, 0x31),
    );
    expect(scope({ name: relative('d1') }, pointed({ name: relative('D1') }))).toEqual(['good']);
    expect(scope({ name: rdn }, pointed({ name: relative('d1') }))).toEqual(['good']);
    expect(scope({ name: relative('d1') }, pointed({ name: rdn }))).toEqual(['good']);
    expect(scope({ name: relative('d2') }, pointed({ name: relative('d1') }))).toEqual(OUT);
  });

  it('includes certificates of the issuer that point nowhere when it is named after the issuer (6.3.3, end)', () => {
    expect(scope({ name: directoryNames(caName) })).toEqual(['good']);
    expect(scope({ name: directoryNames(otherName) })).toEqual(OUT);
  });

  it('is that of the issuer named in the point only for an indirect CRL', () => {
    const leaf_ = pointed({ issuer: otherName });
    const by = (parts: Parameters<typeof idp>[0] | null): readonly string[] =>
      answer([crl({ issuer: otherName, extensions: parts === null ? [] : [idp(parts)] }, otherKey)], {
        certificate: leaf_,
        authorities: [other],
      });
    expect(by({ indirect: true })).toEqual(['good']);
    expect(by({ indirect: true, name: directoryNames(otherName) })).toEqual(['good']);
    expect(by({ indirect: true, name: directoryNames(caName) })).toEqual(OUT);
    expect(by({ users: true })).toEqual(OUT);
    expect(by(null)).toEqual(OUT);
    const unpointed = answer([crl({ issuer: otherName, extensions: [idp({ indirect: true })] }, otherKey)], {
      authorities: [other],
    });
    expect(unpointed).toEqual(['undetermined', 'revocation.issuer']);
  });

  it('in an indirect CRL an entry is about the last issuer named, itself or before it (5.3.3)', () => {
    const serialNumber = Uint8Array.of(1);
    const listing = (...entries: readonly Uint8Array[]): readonly string[] =>
      answer([crl({ issuer: otherName, entries, extensions: [idp({ indirect: true })] }, otherKey)], {
        certificate: pointed({ issuer: otherName }),
        authorities: [other],
      });
    const about = (name: Uint8Array): Uint8Array => entry({ serialNumber, extensions: [certificateIssuer(name)] });
    const REVOKED = ['revoked', 'revocation.revoked'];
    expect(listing(entry())).toEqual(['good']);
    expect(listing(about(caName), entry())).toEqual(REVOKED);
    expect(listing(entry({ extensions: [certificateIssuer(caName)] }))).toEqual(REVOKED);
    expect(listing(about(caName), about(otherName), entry())).toEqual(['good']);
    expect(listing(about(otherName), entry(), about(caName), entry({ serialNumber }), entry())).toEqual(REVOKED);
  });

  it('a certificateIssuer where it does not belong, or without a directory name, makes the CRL useless', () => {
    const named = entry({ serialNumber: Uint8Array.of(1), extensions: [certificateIssuer(caName)] });
    expect(only({ entries: [named] })).toEqual(['undetermined', 'revocation.entry']);
    const uri = { oid: '2.5.29.29', critical: true, value: Uint8Array.of(0x30, 3, 0x86, 1, 0x61) };
    const vague = entry({ serialNumber: Uint8Array.of(1), extensions: [uri] });
    expect(only({ entries: [vague], extensions: [idp({ indirect: true })] })).toEqual([
      'undetermined',
      'revocation.entry',
    ]);
  });
});

describe('reasons (6.3.3 (d), (e), (l))', () => {
  const some = (...reasons: readonly number[]): CrlParts => ({ extensions: [idp({ reasons })] });

  it('all of them must be covered, by as many CRLs as it takes', () => {
    const first = crl(some(1, 2, 3, 4));
    const second = crl(some(5, 6, 7, 8));
    expect(answer([first])).toEqual(['undetermined', 'revocation.reasons']);
    expect(answer([first, second])).toEqual(['good']);
    expect(answer([first, crl(some(5, 6, 7))])).toEqual(['undetermined', 'revocation.reasons']);
    expect(answer([first, crl({ ...some(5, 6, 7, 8), nextUpdate: '2024-06-02T00:00:00Z' })])).toEqual([
      'undetermined',
      'revocation.reasons',
      'revocation.expired',
    ]);
    expect(answer([first, crl({ ...some(8), entries: [entry()] })])).toEqual(['revoked', 'revocation.revoked']);
    expect(answer([crl(some(0))])).toEqual(['undetermined', 'revocation.scope']);
  });

  it('those of a distribution point and of the CRL that it leads to count where they meet', () => {
    const halves = certificate({
      extensions: [
        points(
          { name: uris('http://a.example'), reasons: [1, 2, 3, 4] },
          { name: uris('http://b.example'), reasons: [5, 6, 7, 8] },
        ),
      ],
    });
    const at = (uri: string, reasons?: readonly number[]): Uint8Array =>
      crl({ extensions: [idp({ name: uris(uri), ...(reasons === undefined ? {} : { reasons }) })] });
    expect(answer([at('http://a.example')], { certificate: halves })).toEqual(['undetermined', 'revocation.reasons']);
    expect(answer([at('http://a.example'), at('http://b.example')], { certificate: halves })).toEqual(['good']);
    expect(answer([at('http://a.example'), at('http://b.example', [1, 5, 6, 7])], { certificate: halves })).toEqual([
      'undetermined',
      'revocation.reasons',
    ]);
    expect(answer([at('http://a.example', [5])], { certificate: halves })).toEqual([
      'undetermined',
      'revocation.scope',
    ]);
  });
});
