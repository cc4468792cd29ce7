import { X509Certificate } from 'node:crypto';
import { decodePem, encodePem, looksLikePem, PemError } from '@quorate/der';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { hex } from './support.ts';

/** `code@line` of the PemError that decoding ends with, or the number of blocks. */
function outcome(text: string): string | number {
  try {
    return decodePem(text).length;
  } catch (error) {
    if (!(error instanceof PemError)) throw error;
    return `${error.code}@${error.line}`;
  }
}

const block = (body: string, label = 'X'): string => `-----BEGIN ${label}-----\n${body}\n-----END ${label}-----\n`;

describe('labels (RFC 7468, 3)', () => {
  test.each([
    'CERTIFICATE',
    'CERTIFICATE REQUEST',
    'NEW CERTIFICATE REQUEST',
    'X509 CRL',
    'PUBLIC KEY',
    'EC PRIVATE KEY',
    'X',
    'A-B',
    'a b-c d',
    '!"#',
    '~',
    'A'.repeat(80),
  ])('%s', (label) => {
    const text = encodePem({ label, bytes: hex('01 02 03') });
    expect(text).toBe(block('AQID', label));
    expect(decodePem(text)).toEqual([{ label, bytes: hex('01 02 03') }]);
  });

  test.each(['', ' ', ' A', 'A ', 'A  B', 'A--B', '-A', 'A-', 'A - B', 'é', 'A\nB', 'A\tB', 'A'.repeat(81)])(
    'no label: `%s`',
    (label) => {
      expect(() => encodePem({ label, bytes: hex('00') })).toThrow(TypeError);
      expect(outcome(block('AQID', label))).toBe('boundary-invalid@1');
    },
  );

  test.each([
    '-----BEGIN X----',
    '-----BEGIN X------',
    '-----BEGINX-----',
    '-----BEGIN-----',
    '-----BEGIN X-----AQID',
    '-----BEGIN X----------END X-----',
    '-----BEGIN X----- Y',
  ])('no boundary: %s', (line) => {
    // `BEGINX` is a word of its own and so no boundary at all: text outside a block.
    expect(outcome(`${line}\nAQID\n-----END X-----`)).toBe(
      line.includes('BEGINX') ? 'boundary-invalid@3' : 'boundary-invalid@1',
    );
    expect(outcome(`-----BEGIN X-----\n${line}\nAQID\n-----END X-----`)).toBe(
      line.includes('BEGINX') ? 'base64-invalid@1' : 'boundary-invalid@2',
    );
  });

  test('a hostile boundary line costs no more than its length', () => {
    for (const letters of ['a-', 'a ', '-', '- ']) {
      expect(outcome(`-----BEGIN ${letters.repeat(40)}a -----`)).toBe('boundary-invalid@1');
      expect(outcome(`-----BEGIN ${letters.repeat(1_000_000)}`)).toBe('boundary-invalid@1');
    }
  });
});

describe('white space', () => {
  const bytes = Uint8Array.from({ length: 100 }, (_, i) => i);
  const base64 = Buffer.from(bytes).toString('base64');

  test('line ends may be LF, CRLF or CR, and the last may be absent', () => {
    const text = encodePem({ label: 'X', bytes });
    for (const end of ['\n', '\r\n', '\r']) {
      expect(decodePem(text.replaceAll('\n', end))).toEqual([{ label: 'X', bytes }]);
      expect(decodePem(text.trimEnd().replaceAll('\n', end))).toEqual([{ label: 'X', bytes }]);
    }
  });

  test('white space stands anywhere inside a block and around boundaries', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(base64.length), fc.constantFrom(' ', '\t', '\n', '\r\n', '\v', '\f', '  \n\n ')), {
          maxLength: 20,
        }),
        (spaces) => {
          let body = base64;
          for (const [at, space] of spaces) body = `${body.slice(0, at)}${space}${body.slice(at)}`;
          expect(decodePem(`\t -----BEGIN X----- \t\n${body}\n \f-----END X-----\v`)).toEqual([{ label: 'X', bytes }]);
        },
      ),
    );
  });

  test.each(['\u00a0', '\u0085', '\u2028', '\u3000', '\ufeff', '\u200b', '\0'])(
    'other characters are no white space: %j',
    (space) => {
      expect(outcome(block(`AQ${space}ID`))).toBe('base64-invalid@1');
      expect(outcome(block(`AQID${space}`))).toBe('base64-invalid@1');
      expect(outcome(`text\n${space}${block('AQID')}`)).toBe('boundary-invalid@4');
      expect(looksLikePem(`text\n${space}${block('AQID')}`)).toBe(false);
    },
  );

  test('a byte order mark may stand before the first line', () => {
    expect(outcome(`\ufeff${block('AQID')}`)).toBe(1);
    expect(outcome(`\ufeff\ufeff${block('AQID')}`)).toBe('boundary-invalid@3');
    expect(looksLikePem(`\ufeff${block('AQID')}`)).toBe(true);
  });
});

describe('blocks', () => {
  test('stand in their order, with explanation around them', () => {
    const text = `subject=CN=A\n${block('AQ==', 'A')}issuer: -----B\n---\n${block('Ag==', 'B')}\nthe end -----END B-----\n`;
    expect(decodePem(text)).toEqual([
      { label: 'A', bytes: hex('01') },
      { label: 'B', bytes: hex('02') },
    ]);
  });

  test('may be empty', () => {
    expect(decodePem('-----BEGIN X-----\n-----END X-----')).toEqual([{ label: 'X', bytes: new Uint8Array(0) }]);
    expect(encodePem({ label: 'X', bytes: new Uint8Array(0) })).toBe('-----BEGIN X-----\n-----END X-----\n');
  });

  test.each([
    ['no text', '', 'no-block@1'],
    ['no block', 'hello\nworld\n', 'no-block@1'],
    ['BEGIN inside a line', 'x -----BEGIN X-----\nAQID\n', 'no-block@1'],
    ['another label at the end', '-----BEGIN A-----\nAQID\n-----END B-----\n', 'block-not-closed@3'],
    ['another case at the end', '-----BEGIN A-----\nAQID\n-----END a-----\n', 'block-not-closed@3'],
    ['no END', 'x\n\n-----BEGIN A-----\nAQID\n', 'block-not-closed@3'],
    ['BEGIN in a block', '-----BEGIN A-----\nAQID\n-----BEGIN A-----\nAQID\n-----END A-----\n', 'block-not-closed@3'],
    ['END without BEGIN', 'x\n-----END A-----\n', 'boundary-invalid@2'],
    ['a good block, then an open one', `${block('AQID')}-----BEGIN X-----\n`, 'block-not-closed@4'],
    ['a header line', block('Proc-Type: 4,ENCRYPTED\n\nAQID'), 'base64-invalid@1'],
    ['a comment inside', block('AQID\n# x'), 'base64-invalid@1'],
    ['dashes inside', block('AQID\n-----'), 'base64-invalid@1'],
  ])('%s', (_, text, expected) => {
    expect(outcome(text)).toBe(expected);
  });

  test.each([
    ['no padding', 'AQ'],
    ['half the padding', 'AQ='],
    ['padding too long', 'AQI=='],
    ['padding alone', '===='],
    ['padding inside', 'AQ==AQ=='],
    ['one letter', 'A'],
    ['five letters', 'AQIDA'],
    ['four bits left over', 'AR=='],
    ['two bits left over', 'AQJ='.replace('J', 'L')],
    ['base64url', 'AQ-_'],
    ['letters behind padding', 'AQ==A'],
    ['a character beyond ASCII', 'AQIé'],
  ])('base64 is canonical: %s', (_, body) => {
    expect(outcome(block(body))).toBe('base64-invalid@1');
  });

  test('the error keeps its cause', () => {
    expect(() => decodePem(block('AQ'))).toThrow(
      expect.objectContaining({ name: 'PemError', cause: expect.any(Error) }),
    );
  });

  test('10,000 are read, 10,001 are not, and the size is bounded', () => {
    const one = block('AQID');
    expect(outcome(one.repeat(10_000))).toBe(10_000);
    expect(outcome(one.repeat(10_001))).toBe('input-too-large@30003');
    const most = 32 * 1024 * 1024;
    expect(outcome(`${one}${' '.repeat(most - one.length)}`)).toBe(1);
    expect(outcome(`${one}${' '.repeat(most - one.length + 1)}`)).toBe('input-too-large@1');
  });

  test('any blocks come back', () => {
    const label = fc.stringMatching(/^[A-Z0-9]{1,9}([ -][A-Z0-9]{1,9}){0,3}$/);
    const any = fc.record({ label, bytes: fc.uint8Array({ maxLength: 300 }) }, { noNullPrototype: true });
    fc.assert(
      fc.property(fc.array(any, { minLength: 1, maxLength: 5 }), (blocks) => {
        const text = blocks.map(encodePem).join('\n');
        expect(decodePem(text)).toEqual(blocks);
        expect(looksLikePem(text)).toBe(true);
      }),
    );
  });

  test('any text is read or refused with a PemError', () => {
    const piece = fc.constantFrom(
      '-----',
      'BEGIN ',
      'END ',
      'X',
      '\n',
      '\r',
      ' ',
      'AQID',
      '=',
      '-',
      '-----BEGIN X-----\n',
      '\n-----END X-----',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const text = pieces.join('');
        const read = outcome(text);
        if (typeof read === 'number') expect(looksLikePem(text)).toBe(true);
        if (!looksLikePem(text)) expect(read).toMatch(/^(no-block|boundary-invalid)@/);
      }),
      { numRuns: 3000 },
    );
  });
});

describe('other readers', () => {
  test('node:crypto reads our PEM, and lines are 64 characters', () => {
    const text = encodePem({ label: 'CERTIFICATE', bytes: issuedCertificate });
    expect(new Uint8Array(new X509Certificate(text).raw)).toEqual(issuedCertificate);
    const lines = text.split('\n');
    expect(lines.slice(1, -3).every((line) => line.length === 64)).toBe(true);
    expect(text.endsWith('-----END CERTIFICATE-----\n')).toBe(true);
  });

  test('we read the PEM of node:crypto', () => {
    const text = new X509Certificate(issuedCertificate).toString();
    expect(decodePem(text)).toEqual([{ label: 'CERTIFICATE', bytes: issuedCertificate }]);
    expect(decodePem(encodePem({ label: 'NEW CERTIFICATE REQUEST', bytes: issuedCsr }))[0]?.bytes).toEqual(issuedCsr);
  });
});
