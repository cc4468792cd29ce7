import { DerReader, encodeElement, encodeSetOf, Tag, walkDer } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex, outcome, walked } from './support.ts';

describe('SET OF (X.690, 11.6)', () => {
  test.each([
    ['empty', '31 00', 'accepted'],
    ['one', '31 02 05 00', 'accepted'],
    ['ascending by value', '31 06 02 01 01 02 01 02', 'accepted'],
    ['ascending by tag', '31 05 02 01 01 05 00', 'accepted'],
    ['the shorter first by its length octet', '31 07 04 01 ff 04 02 00 00', 'accepted'],
    ['descending by value', '31 06 02 01 02 02 01 01', 'set-not-sorted@5'],
    ['descending by tag', '31 05 05 00 02 01 01', 'set-not-sorted@4'],
    ['the longer first', '31 07 04 02 00 00 04 01 ff', 'set-not-sorted@6'],
    ['the same twice', '31 06 02 01 01 02 01 01', 'set-not-sorted@5'],
    ['disorder further on', '31 09 02 01 01 02 01 03 02 01 02', 'set-not-sorted@8'],
    ['disorder across nested elements', '31 0a 30 03 02 01 02 30 03 02 01 01', 'set-not-sorted@7'],
    ['disorder in a nested SET, order outside', '31 0a 02 01 05 31 05 05 00 02 01 01', 'set-not-sorted@9'],
    ['each SET by itself', '30 0a 31 03 02 01 02 31 03 02 01 01', 'accepted'],
    ['a SEQUENCE has no order', '30 06 02 01 02 02 01 01', 'accepted'],
  ])('%s', (_, bytes, expected) => {
    expect(walked(bytes)).toBe(expected);
    if (bytes.startsWith('31') && !expected.endsWith('@9')) {
      expect(outcome(() => DerReader.of(hex(bytes)).setOf())).toBe(expected);
    }
  });

  test('the encoder sorts as a comparison of padded text does, and what it sorts is accepted in that order only', () => {
    const element = fc.uint8Array({ maxLength: 5 }).map((content) => encodeElement(Tag.OCTET_STRING, content));
    const text = (bytes: Uint8Array): string => [...bytes].map((octet) => octet.toString(16).padStart(2, '0')).join('');
    fc.assert(
      fc.property(fc.uniqueArray(element, { maxLength: 6, selector: text }), fc.nat(), (elements, swap) => {
        const sorted = elements.map((bytes) => text(bytes).padEnd(40, '0')).sort();
        const bytes = encodeSetOf(...elements);
        const read = DerReader.of(bytes).setOf();
        expect(read.map(({ source, start, end }) => text(source.subarray(start, end)).padEnd(40, '0'))).toEqual(sorted);
        expect(outcome(() => walkDer(bytes))).toBe('accepted');
        if (read.length < 2) return;
        const i = swap % (read.length - 1);
        const parts = read.map(({ source, start, end }) => source.slice(start, end));
        parts.splice(i, 2, ...parts.slice(i, i + 2).reverse());
        const bent = encodeElement(Tag.SET, ...parts);
        expect(outcome(() => walkDer(bent))).toMatch(/^set-not-sorted@/);
        expect(outcome(() => DerReader.of(bent).setOf())).toMatch(/^set-not-sorted@/);
      }),
    );
    expect(() => encodeSetOf(hex('05 00'), hex('05 00'))).toThrow(TypeError);
  });
});
