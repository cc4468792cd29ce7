import { encodeExplicit, encodeOctetString, encodeOid, encodeSequence } from '@quorate/der';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseOcspResponse, X509Error } from '../../src/index.ts';
import { enumerated, nothing } from '../crl/support.ts';
import { hex } from '../extensions/support.ts';
import { change, changed } from '../support/changes.ts';
import { basicOf, certIdOf, encodedResponse, note, responseOf, revoked, singleOf, unknown } from './support.ts';

const originals = [
  responseOf(basicOf()),
  responseOf(
    basicOf({
      responderId: encodeExplicit(2, encodeOctetString(hex('cc'))),
      responses: encodeSequence(
        singleOf({
          certStatus: revoked(encodeExplicit(0, enumerated(1))),
          extensions: encodeExplicit(1, encodeSequence(note('1.2.3'))),
        }),
        singleOf({ certStatus: unknown, nextUpdate: nothing }),
        singleOf({ certId: certIdOf(300) }),
      ),
      extensions: encodeExplicit(1, encodeSequence(note('1.2.3'), note('1.2.4'))),
      certificates: encodeExplicit(0, encodeSequence(encodeSequence(encodeOid('1.2.3')))),
    }),
  ),
  encodeSequence(enumerated(3)),
];

/** How a response ends. What is read must give the same bytes again, if it is of a type that is looked into. */
function ending(bytes: Uint8Array): string {
  try {
    const again = encodedResponse(parseOcspResponse(bytes));
    if (again === null) return 'other';
    return Buffer.from(again).equals(bytes) ? 'read' : 'read otherwise';
  } catch (error) {
    if (error instanceof X509Error && error.object === 'OCSP response') return 'refused';
    throw error;
  }
}

test('the originals are read', () => {
  for (const bytes of originals) expect(ending(bytes)).toBe('read');
});

test('of 30,000 mutants each gives the same bytes again, or is refused with an X509Error', () => {
  const counts: Record<string, number> = {};
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 2 }), (changes) => {
      for (const bytes of originals) {
        const end = ending(changes.reduce(changed, bytes));
        counts[end] = (counts[end] ?? 0) + 1;
      }
    }),
    { numRuns: 10_000 },
  );
  expect(Object.values(counts).reduce((a, b) => a + b)).toBe(30_000);
  expect(counts['read']).toBeGreaterThan(1000);
  expect(counts['refused']).toBeGreaterThan(1000);
  expect(Object.keys(counts).sort()).toEqual(['other', 'read', 'refused']);
});
