import { encodeNull, encodeOctetString, sameBytes } from '@quorate/der';
import { issuedCertificate } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import {
  type Certificate,
  parseCertificate,
  parseTbsCertificate,
  type TbsCertificate,
  type TbsDifference,
  tbsDifferences,
  X509Error,
} from '../../src/index.ts';
import { certificateOf, extensionOf, tbsOf } from '../extensions/support.ts';

const real = parseCertificate(issuedCertificate);

/** The certificate with one byte changed; `null` when it is none then. */
function withByte(at: number, octet: number): Certificate | null {
  try {
    return parseCertificate(Uint8Array.from(issuedCertificate, (was, i) => (i === at ? octet : was)));
  } catch (error) {
    if (error instanceof X509Error) return null;
    throw error;
  }
}

const words = ({ field, oid, kind }: TbsDifference): string => [kind, field, ...(oid === null ? [] : [oid])].join(' ');
const tbs = (...extensions: readonly Uint8Array[]): TbsCertificate => parseTbsCertificate(tbsOf(...extensions));
const [a, b, c] = ['1.2.3', '1.2.4', '1.2.5'].map((oid) => extensionOf(oid, encodeNull())) as [
  Uint8Array,
  Uint8Array,
  Uint8Array,
];

describe('tbsDifferences', () => {
  it('finds nothing exactly when the bytes are the same, and otherwise where they differ', () => {
    let read = 0;
    fc.assert(
      fc.property(fc.nat({ max: issuedCertificate.length - 1 }), fc.nat({ max: 255 }), (at, octet) => {
        const changed = withByte(at, octet);
        if (changed === null) return;
        read++;
        const found = tbsDifferences(changed, real);
        expect(found.length === 0).toBe(sameBytes(changed.tbs, real.tbs));
        // The one octet that was changed stands in what is named. An extension with another identifier is one less and
        // one more.
        const places = found.flatMap(({ given }) => (given === null ? [] : [given]));
        expect(places.every(({ start, end }) => start <= at && at < end)).toBe(true);
        expect(places.length > 0).toBe(found.length > 0);
        expect(found.length).toBeLessThanOrEqual(2);
      }),
      { numRuns: 3000 },
    );
    expect(read).toBeGreaterThan(500);
  });

  test.each([
    ['one less', tbs(a, b), tbs(a, b, c), ['missing extensions 1.2.5']],
    ['one more', tbs(a, b, c), tbs(a, b), ['extra extensions 1.2.5']],
    ['none at all', tbs(), tbs(a), ['missing extensions 1.2.3']],
    ['another order', tbs(b, a), tbs(a, b), ['order extensions']],
    ['another order and one less: the order is not said', tbs(b, a), tbs(a, b, c), ['missing extensions 1.2.5']],
    [
      'value and criticality',
      tbs(extensionOf('1.2.3', encodeOctetString(a), true)),
      tbs(a),
      ['criticality extensions 1.2.3', 'value extensions 1.2.3'],
    ],
  ])('extensions: %s', (_what, given, expected, differences) => {
    expect(tbsDifferences(given, expected).map(words)).toEqual(differences);
  });

  it('gives both places, of a certificate in its bytes and of a TBSCertificate in itself', () => {
    const changed = extensionOf('1.2.4', encodeOctetString(b));
    const certificate = parseCertificate(certificateOf(a, changed));
    const [found, ...more] = tbsDifferences(certificate, tbs(a, b));
    expect(more).toEqual([]);
    expect(certificate.bytes.slice(found?.given?.start, found?.given?.end)).toEqual(changed);
    expect(tbsOf(a, b).slice(found?.expected?.start, found?.expected?.end)).toEqual(b);
  });

  it('has no place for what is not there', () => {
    const [found] = tbsDifferences(tbs(), tbs(a));
    expect([found?.given, found?.expected]).toEqual([null, { start: expect.any(Number), end: tbsOf(a).length }]);
  });
});
