import { type ExtensionParts, extension } from '@quorate/certificates';
import {
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeTime,
  Tag,
} from '@quorate/der';
import type { PathReport, PathRequest } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { anchor, anchorKey, ask, ca, cn, keyOf, leaf, NOW } from '../path/support/pki.ts';
import { fakeSignature } from '../path/support/platforms.ts';
import { crlNumber, entry, idp, list, points, unknown, uris } from '../revocation/support/make.ts';

/**
 * CRLs for whole paths, of the kinds that x509-limbo tries and of which the part of it that is here has none. The rules are
 * those of RFC 5280, 5 and 6.3.
 */

const DAY = 86_400;
const ECDSA_SHA256 = encodeSequence(encodeOid('1.2.840.10045.4.3.2'));

interface Crl {
  readonly issuer?: string;
  readonly by?: number;
  readonly from?: number;
  readonly to?: number | null;
  readonly entries?: readonly Uint8Array[];
  readonly extensions?: readonly ExtensionParts[];
}

/** A CRL of the root that was made yesterday, but for what is said of it. */
function crl({
  issuer = 'root',
  by = 0,
  from = NOW - DAY,
  to = NOW + DAY,
  entries = [],
  extensions = [crlNumber(1)],
}: Crl): Uint8Array {
  const time = (seconds: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds });
  const tbs = encodeSequence(
    encodeInteger(1),
    ECDSA_SHA256,
    cn(issuer),
    time(from),
    ...(to === null ? [] : [time(to)]),
    ...(entries.length === 0 ? [] : [encodeElement(Tag.SEQUENCE, ...entries)]),
    ...(extensions.length === 0 ? [] : [encodeExplicit(0, list(extensions))]),
  );
  return encodeSequence(tbs, ECDSA_SHA256, encodeBitString(fakeSignature(keyOf(by).spki)));
}

const serial = (...octets: readonly number[]): Uint8Array => Uint8Array.from(octets);
const TARGET = 0x2a;
const target = (...extensions: readonly ExtensionParts[]): Uint8Array =>
  leaf('root', 0, { serial: TARGET, extensions });
const revoked = entry({ serialNumber: serial(TARGET) });
const another = entry({ serialNumber: serial(0x2b) });

/** `good`, or the id of what broke the path. */
function answer({ verdict, findings }: PathReport): string {
  return verdict === 'pass' ? 'good' : (findings.find(({ outcome }) => outcome === 'fail')?.id ?? verdict);
}

const UNKNOWN = 'revocation.not-checked';
const REVOKED = 'revocation.revoked';

/** The answer about a target that the root issued, by these CRLs. */
const asked = (crls: readonly Uint8Array[], more: Partial<PathRequest> = {}): string =>
  answer(ask({ anchors: [anchor('root', 0)], target: target(), crls, ...more }));

describe('one CRL', () => {
  const idpOf = (uri: string): ExtensionParts => idp({ name: uris(uri) });
  const pointOf = (uri: string): ExtensionParts => points({ name: uris(uri) });

  test.each<readonly [string, Crl, string]>([
    ['that is empty', {}, 'good'],
    ['that lists others', { entries: [another] }, 'good'],
    ['that lists the target', { entries: [another, revoked] }, REVOKED],
    [
      'that lists the target for tomorrow',
      { entries: [entry({ serialNumber: serial(TARGET), date: '2024-06-16T12:00:00Z' })] },
      REVOKED,
    ],
    [
      'that lists it for a day before it began',
      { entries: [entry({ serialNumber: serial(TARGET), date: '2020-01-01T00:00:00Z' })] },
      REVOKED,
    ],
    ['of tomorrow', { from: NOW + 1 }, UNKNOWN],
    ['of this second', { from: NOW, to: NOW }, 'good'],
    ['that a newer one was due for', { to: NOW - 1 }, UNKNOWN],
    ['of another issuer that lists the same serial number', { issuer: 'other', by: 1, entries: [revoked] }, UNKNOWN],
    ['in the name of the root, by another key', { by: 1 }, UNKNOWN],
    ['in the name of the root, by another key, that lists the target', { by: 1, entries: [revoked] }, UNKNOWN],
    ['with an unknown critical extension', { extensions: [crlNumber(1), unknown(true)] }, UNKNOWN],
    ['with an unknown extension', { extensions: [crlNumber(1), unknown(false)] }, 'good'],
    [
      'with an entry that has an unknown extension',
      { entries: [entry({ serialNumber: serial(TARGET), extensions: [unknown(false)] })] },
      REVOKED,
    ],
    ['of CA certificates only', { extensions: [crlNumber(1), idp({ cas: true })] }, UNKNOWN],
    ['of certificates that are no CAs only', { extensions: [crlNumber(1), idp({ users: true })] }, 'good'],
    ['of attribute certificates only', { extensions: [crlNumber(1), idp({ attributes: true })] }, UNKNOWN],
    [
      'of a distribution point that the target does not name',
      { extensions: [crlNumber(1), idpOf('http://a.example/1')] },
      UNKNOWN,
    ],
  ])('%s', (_, parts, expected) => {
    expect(asked([crl(parts)])).toBe(expected);
  });

  test('of a distribution point says something of certificates that name the point', () => {
    const at = crl({ extensions: [crlNumber(1), idpOf('http://a.example/1')] });
    expect(asked([at], { target: target(pointOf('http://a.example/1')) })).toBe('good');
    expect(asked([at], { target: target(pointOf('http://a.example/2')) })).toBe(UNKNOWN);
  });
  test('with an entry of an unknown critical extension says nothing good of what it lists', () => {
    const strange = entry({ serialNumber: serial(TARGET), extensions: [unknown(true)] });
    expect(asked([crl({ entries: [strange] })])).not.toBe('good');
  });
  test('of 10,000 entries is read', () => {
    const entries = Array.from({ length: 10_000 }, (_, i) => entry({ serialNumber: serial(1, i >> 8, i & 255) }));
    expect(asked([crl({ entries })])).toBe('good');
    expect(asked([crl({ entries: [...entries, revoked] })])).toBe(REVOKED);
  });
});

describe('several CRLs', () => {
  test('of different issuers are kept apart', () => {
    const other = crl({ issuer: 'other', by: 1, entries: [revoked] });
    const anchors = [anchor('root', 0), anchor('other', 1)];
    expect(asked([crl({}), other], { anchors })).toBe('good');
    expect(asked([other], { anchors })).toBe(UNKNOWN);
  });
  test('of which one lists the target: it is revoked', () => {
    expect(asked([crl({}), crl({ entries: [revoked], from: NOW - 2 * DAY })])).toBe(REVOKED);
  });
  test('are needed for every certificate of the path', () => {
    const request = {
      anchors: [anchor('root', 0)],
      intermediates: [ca('middle', 1, 'root', 0, { serial: 7 })],
      target: leaf('middle', 1, { serial: TARGET }),
    };
    const middle = crl({ issuer: 'middle', by: 1 });
    expect(answer(ask({ ...request, crls: [crl({}), middle] }))).toBe('good');
    expect(answer(ask({ ...request, crls: [middle] }))).toBe(UNKNOWN);
    expect(answer(ask({ ...request, crls: [crl({})] }))).toBe(UNKNOWN);
    const userOnly = crl({ extensions: [crlNumber(1), idp({ users: true })] });
    expect(answer(ask({ ...request, crls: [userOnly, middle] }))).toBe(UNKNOWN);
    const revokesMiddle = crl({ entries: [entry({ serialNumber: serial(7) })] });
    expect(answer(ask({ ...request, crls: [revokesMiddle, middle] }))).toBe(REVOKED);
  });
});

describe('who signs a CRL (RFC 5280, 6.3.3 (f))', () => {
  const rootWith = (...usages: readonly number[]): Uint8Array =>
    anchor('root', 0, { extensions: [extension.basicConstraints(true, null), extension.keyUsage(usages)] });

  test('needs cRLSign where there is keyUsage, also when it is the anchor', () => {
    expect(asked([crl({})], { anchors: [rootWith(5, 6)] })).toBe('good');
    expect(asked([crl({})], { anchors: [rootWith(5)] })).toBe(UNKNOWN);
    const bare = anchor('root', 0, { extensions: [extension.basicConstraints(true, null)] });
    expect(asked([crl({})], { anchors: [bare] })).toBe('good');
    expect(asked([crl({})], { anchors: [anchorKey('root', 0)] })).toBe('good');
  });
  test('does not when the keyUsage of the anchor cannot be read', () => {
    const empty: ExtensionParts = { oid: '2.5.29.15', critical: true, value: Uint8Array.of(3, 1, 0) };
    const strange = anchor('root', 0, { extensions: [extension.basicConstraints(true, null), empty] });
    expect(asked([crl({})], { anchors: [strange] })).toBe(UNKNOWN);
    expect(asked([crl({})], { anchors: [strange], revocation: 'off' })).not.toBe(UNKNOWN);
  });
  test('may be the CA with another key, certified by the same anchor', () => {
    const intermediates = [ca('root', 5, 'root', 0, { serial: 9 })];
    const both = [crl({}), crl({ by: 5 })];
    expect(asked(both, { intermediates })).toBe('good');
    expect(asked([crl({}), crl({ by: 5, entries: [revoked] })], { intermediates })).toBe(REVOKED);
    const mayNot = ca('root', 5, 'root', 0, {
      serial: 9,
      extensions: [extension.basicConstraints(true, null), extension.keyUsage([5])],
    });
    expect(asked([crl({ by: 5 })], { intermediates: [mayNot] })).toBe(UNKNOWN);
  });
  test('is not an intermediate without cRLSign', () => {
    const middle = (...usages: readonly number[]): Partial<PathRequest> => {
      const extensions = [extension.basicConstraints(true, null), extension.keyUsage(usages)];
      return {
        intermediates: [ca('middle', 1, 'root', 0, { serial: 7, extensions })],
        target: leaf('middle', 1, { serial: TARGET, extensions: [] }),
      };
    };
    const crls = [crl({}), crl({ issuer: 'middle', by: 1 })];
    expect(asked(crls, middle(5, 6))).toBe('good');
    expect(asked(crls, middle(5))).toBe(UNKNOWN);
  });
});

describe('a CA whose key somebody else has', () => {
  // The root has revoked it, or would: here its CRL is not given, but one by a signer that the CA has made for itself.
  const MIDDLE = ca('middle', 1, 'root', 0, { serial: 7 });
  const signer = (by: number, issuer: string, key: number): Uint8Array =>
    ca('root', key, issuer, by, { serial: 9, extensions: [extension.keyUsage([6])] });
  const below: Partial<PathRequest> = { target: leaf('middle', 1, { serial: TARGET, extensions: [] }) };
  const OWN = crl({ issuer: 'middle', by: 1 });

  test('cannot make a signer of the CRL that clears it', () => {
    const intermediates = [MIDDLE, signer(1, 'middle', 5), signer(1, 'middle', 6)];
    expect(asked([OWN, crl({})], { ...below, intermediates })).toBe('good');
    expect(asked([OWN, crl({ by: 5 }), crl({ by: 6 })], { ...below, intermediates })).toBe(UNKNOWN);
    expect(asked([crl({ by: 5 })], { target: MIDDLE, intermediates })).toBe(UNKNOWN);
  });
  test('nor one by way of another CA below it, or of itself once more', () => {
    const lower = ca('lower', 2, 'middle', 1, { serial: 8 });
    const intermediates = [MIDDLE, lower, signer(2, 'lower', 5)];
    const crls = [OWN, crl({ issuer: 'lower', by: 2 }), crl({ by: 5 })];
    expect(asked(crls, { ...below, intermediates })).toBe(UNKNOWN);
    const again = ca('middle', 1, 'root', 0, { serial: 17 });
    expect(asked(crls, { ...below, intermediates: [...intermediates, again] })).toBe(UNKNOWN);
  });
});

describe('what is asked of revocation', () => {
  test('soft: what is unknown is a warning, what is revoked is refused', () => {
    const soft = { revocation: 'soft' } as const;
    const { path, findings } = ask({ anchors: [anchor('root', 0)], target: target(), crls: [], ...soft });
    expect([path.length, findings.filter(({ outcome }) => outcome === 'fail')]).toEqual([2, []]);
    expect(asked([crl({ entries: [revoked] })], soft)).toBe(REVOKED);
  });
});
