import type { Fingerprint } from './fingerprint.ts';
import { EVEN_WORDS, ODD_WORDS } from './word-list.ts';

/** What is wrong with the first word that differs. */
export type WordDifference =
  /** Another word of the right list: other bytes, or misheard. */
  | 'another-word'
  /** A word of the other list: one was left out, said twice, or two were swapped. */
  | 'out-of-turn'
  /** No word of either list. */
  | 'unknown-word'
  /** All that was heard is right, and not all was heard. */
  | 'words-missing'
  /** All was heard, and then more. */
  | 'words-left-over';

/** Whether words that were heard are a fingerprint's, all of them. */
export interface WordComparison {
  readonly same: boolean;
  /** The place of the first word that differs, from 1; `null` when none does. */
  readonly place: number | null;
  readonly difference: WordDifference | null;
  /** What should be there; `null` with `words-left-over`, and when none differs. */
  readonly expected: string | null;
  /** What was heard there, in lower case; `null` with `words-missing`, and when none differs. */
  readonly heard: string | null;
}

/**
 * Compares words that were heard with a fingerprint. Case counts for nothing, nor does what stands between words: white
 * space, commas, hyphens, digits, as when places are numbered. Only all words, in order, are the same.
 */
export function compareWords(fingerprint: Pick<Fingerprint, 'words'>, heard: string): WordComparison {
  const said = heard.toLowerCase().match(/\p{L}+/gu) ?? [];
  const { words } = fingerprint;
  for (let i = 0; i < Math.max(words.length, said.length); i++) {
    const [expected, word] = [words[i] ?? null, said[i] ?? null];
    if (expected !== null && word === expected.toLowerCase()) continue;
    return { same: false, place: i + 1, difference: differenceOf(i, expected, word), expected, heard: word };
  }
  return { same: true, place: null, difference: null, expected: null, heard: null };
}

function differenceOf(index: number, expected: string | null, word: string | null): WordDifference {
  if (word === null) return 'words-missing';
  if (expected === null) return 'words-left-over';
  const [own, other] = index % 2 === 0 ? [EVEN_WORDS, ODD_WORDS] : [ODD_WORDS, EVEN_WORDS];
  if (has(own, word)) return 'another-word';
  return has(other, word) ? 'out-of-turn' : 'unknown-word';
}

function has(list: readonly string[], word: string): boolean {
  return list.some((entry) => entry.toLowerCase() === word);
}
