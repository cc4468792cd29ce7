/**
 * Letters of other scripts, and digits, that look like a Latin letter in most typefaces: those that names are forged with,
 * after the confusables of Unicode Technical Standard 39, cut down to Cyrillic, Greek, Armenian and digits.
 */
const ALIKE: Readonly<Record<string, string>> = {
  а: 'a',
  ɑ: 'a',
  α: 'a',
  в: 'b',
  ь: 'b',
  β: 'b',
  с: 'c',
  ϲ: 'c',
  ԁ: 'd',
  е: 'e',
  є: 'e',
  ε: 'e',
  ҽ: 'e',
  ɡ: 'g',
  ց: 'g',
  һ: 'h',
  н: 'h',
  հ: 'h',
  η: 'n',
  і: 'i',
  ı: 'i',
  ι: 'i',
  l: 'i',
  '1': 'i',
  '|': 'i',
  ӏ: 'i',
  ј: 'j',
  к: 'k',
  κ: 'k',
  м: 'm',
  μ: 'u',
  п: 'n',
  ո: 'n',
  о: 'o',
  ο: 'o',
  σ: 'o',
  օ: 'o',
  '0': 'o',
  р: 'p',
  ρ: 'p',
  ԛ: 'q',
  г: 'r',
  ѕ: 's',
  '5': 's',
  т: 't',
  τ: 't',
  υ: 'u',
  ս: 'u',
  ν: 'v',
  ѵ: 'v',
  ѡ: 'w',
  ω: 'w',
  ԝ: 'w',
  х: 'x',
  χ: 'x',
  у: 'y',
  γ: 'y',
  ү: 'y',
  ζ: 'z',
};

/** Spaces, hyphens and their like, which names are often told apart by, and should not be. */
const SEPARATORS = /[\p{Z}\p{Pd}\p{Cf}\s_.]+/gu;
const MARKS = /\p{M}+/gu;

/**
 * What is left of a name for the eyes: two names with the same skeleton are easily taken for each other. Width, case,
 * accents, separators and look-alike letters are made one.
 */
export function skeletonOf(name: string): string {
  const plain = name.normalize('NFKD').replace(MARKS, '').toLowerCase().replace(SEPARATORS, '');
  return [...plain]
    .map((letter) => ALIKE[letter] ?? letter)
    .join('')
    .replaceAll('rn', 'm')
    .replaceAll('vv', 'w');
}
