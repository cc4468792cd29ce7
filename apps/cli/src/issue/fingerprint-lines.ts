import type { Fingerprint } from '@quorate/issue/manifest';

/** A fingerprint for people: digits, and words in rows of six, which fit every screen, with the place of the first. */
export function fingerprintLines({ hex, words }: Fingerprint): (readonly [name: string, value: string])[] {
  const digits = hex.split(' ');
  return [
    ['SHA-256', digits.slice(0, 8).join(' ')],
    ['', digits.slice(8).join(' ')],
    ...[0, 6, 12, 18, 24, 30].map((at): readonly [string, string] => [
      at === 0 ? 'in words' : '',
      `${String(at + 1).padStart(2)} ${words.slice(at, at + 6).join(' ')}`,
    ]),
  ];
}
