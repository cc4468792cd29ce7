import { traceModifyAttestation, traceSignAttestation } from '@quorate/vectors';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { AttestationError, attestationNotices, parseAttestation } from '../src/index.ts';
import { utf8 } from './support/xml.ts';

/** A small generator of numbers (xorshift), so that one seed gives one series of mutations. */
function numbers(seed: number): (below: number) => number {
  let state = seed | 1;
  return (below) => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) % below;
  };
}

const PIECES = [
  '<',
  '>',
  '/>',
  '</',
  '&',
  ';',
  '"',
  "'",
  '&amp;',
  '&#0;',
  '&#x110000;',
  '<!',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '<?',
  '?>',
  '<!DOCTYPE x>',
  '<a>',
  '</a>',
  ' x="y"',
  '\u0000',
  '\u{feff}',
  '\ufffe',
  '\u2028',
  '\r\n',
  '<label>',
  '</policy>',
  '\u00ff',
];

/** Changes pieces of a text: markup put in, parts taken out, put in again elsewhere; and now and then a byte bent. */
function mutate(text: string, next: (below: number) => number): Uint8Array {
  let out = text;
  for (let changes = 1 + next(3); changes > 0; changes--) {
    const at = next(out.length + 1);
    const count = next(40);
    switch (next(5)) {
      case 0:
        out = out.slice(0, at) + PIECES[next(PIECES.length)] + out.slice(at);
        break;
      case 1:
        out = out.slice(0, at) + out.slice(at + count);
        break;
      case 2:
        out = out.slice(0, at) + text.slice(at, at + count) + out.slice(at);
        break;
      case 3:
        out = out.slice(0, at) + String.fromCharCode(next(next(2) === 0 ? 128 : 65536)) + out.slice(at + 1);
        break;
      default:
        out = next(6) === 0 ? out.slice(0, at) : out.slice(0, at) + PIECES[next(PIECES.length)] + out.slice(at + count);
    }
  }
  const bytes = utf8(out);
  if (next(4) === 0 && bytes.length > 0) bytes[next(bytes.length)] = next(256);
  return bytes;
}

test('of 20,000 mutants each is read, or refused with an AttestationError', () => {
  const counts = { read: 0, refused: 0 };
  fc.assert(
    fc.property(fc.integer(), (seed) => {
      const next = numbers(seed);
      for (let i = 0; i < 200; i++) {
        const bytes = mutate(i % 2 === 0 ? traceSignAttestation : traceModifyAttestation, next);
        try {
          const read = parseAttestation(bytes);
          attestationNotices(read);
          if (read.bytes !== bytes) throw new Error('other bytes');
          counts.read++;
        } catch (error) {
          if (!(error instanceof AttestationError)) throw error;
          counts.refused++;
        }
      }
    }),
    { numRuns: 100 },
  );
  expect(counts.read + counts.refused).toBe(20_000);
  expect(counts.read).toBeGreaterThan(200);
  expect(counts.refused).toBeGreaterThan(10_000);
});
