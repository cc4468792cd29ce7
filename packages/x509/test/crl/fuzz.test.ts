import { encodeElement, encodeInteger, encodeNamedBits, encodeNull, encodeOid, encodeSequence } from '@quorate/der';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  certificateListExtensions,
  crlEntryExtensions,
  locateExtension,
  locateListField,
  parseCertificateList,
  revokedCertificates,
  X509Error,
} from '../../src/index.ts';
import { constructed, extensionOf, nameOf, primitive, uri } from '../extensions/support.ts';
import { change, changed } from '../support/changes.ts';
import { encodedList, entry, extensionsOf, generalized, listOf, plain, reason } from './support.ts';

const here = constructed(0, constructed(0, uri('http://crl.example/')));
const issuer = encodeSequence(encodeElement(0xa4, nameOf('another')));
const access = encodeSequence(encodeSequence(encodeOid('1.3.6.1.5.5.7.48.2'), uri('http://ca.example/')));
const scope = encodeSequence(
  here,
  primitive(1, Uint8Array.of(0xff)),
  encodeElement(0x83, encodeNamedBits([1, 2]).subarray(2)),
  primitive(4, Uint8Array.of(0xff)),
);

const everything = listOf({
  revoked: encodeSequence(
    entry(5),
    entry(2n ** 64n, reason(1), extensionOf('2.5.29.24', generalized(1_600_000_000))),
    entry(7, extensionOf('2.5.29.29', issuer, true), reason(10), extensionOf('1.2.3', encodeNull())),
  ),
  extensions: extensionsOf(
    extensionOf('2.5.29.35', encodeSequence(primitive(0, Uint8Array.of(1, 2)))),
    extensionOf('2.5.29.18', encodeSequence(uri('http://ca.example/'))),
    extensionOf('2.5.29.20', encodeInteger(2n ** 100n)),
    extensionOf('2.5.29.27', encodeInteger(1), true),
    extensionOf('2.5.29.28', scope, true),
    extensionOf('2.5.29.46', encodeSequence(encodeSequence(here))),
    extensionOf('1.3.6.1.5.5.7.1.1', access),
    extensionOf('1.2.3', encodeNull()),
  ),
});

const originals = [everything, listOf(), listOf({ nextUpdate: plain.thisUpdate, revoked: encodeSequence() })];

/** How a CRL ends: `read`, or what the X509Error is about. What is read must give the same bytes again. */
function ending(bytes: Uint8Array): string {
  try {
    const list = parseCertificateList(bytes);
    if (!Buffer.from(encodedList(list)).equals(bytes)) throw new Error('read, and written as something else');
    locateListField(list, 'crlExtensions');
    for (const { oid } of list.extensions) locateExtension(list, oid);
    certificateListExtensions(list);
    for (const each of revokedCertificates(list)) crlEntryExtensions(each);
  } catch (error) {
    if (error instanceof X509Error && error.object === 'certificate list') return error.extension ?? 'outside';
    throw error;
  }
  return 'read';
}

test('the originals are read', () => {
  for (const bytes of originals) expect(ending(bytes)).toBe('read');
  const { other, ...known } = certificateListExtensions(parseCertificateList(everything));
  expect(Object.values(known).every((value) => value !== null)).toBe(true);
  expect(other).toHaveLength(1);
});

test('of 30,000 mutants each gives the same bytes again, or is refused with an X509Error', () => {
  const counts: Record<string, number> = {};
  let mutants = 0;
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      for (const bytes of originals) {
        const end = ending(changes.reduce(changed, bytes));
        counts[end] = (counts[end] ?? 0) + 1;
        mutants++;
      }
    }),
    { numRuns: 10_000 },
  );
  expect(mutants).toBe(30_000);
  expect(counts['read']).toBeGreaterThan(1000);
  expect(counts['outside']).toBeGreaterThan(1000);
  expect(Object.keys(counts).sort()).toEqual([
    'authorityInfoAccess',
    'authorityKeyIdentifier',
    'cRLNumber',
    'certificateIssuer',
    'deltaCRLIndicator',
    'freshestCRL',
    'invalidityDate',
    'issuerAltName',
    'issuingDistributionPoint',
    'outside',
    'read',
    'reasonCode',
  ]);
});
