import { readdirSync, readFileSync } from 'node:fs';
import { join as joinPath } from 'node:path';
import { conformanceFolder, describeConformance } from '@quorate/conformance';
import { DerError, encodeElement, encodeSetOf, Tag, walkDer } from '@quorate/der';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readCertificate } from './certificate.ts';
import { mutate, numbers } from './mutate.ts';
import { reencode } from './reencode.ts';
import { ascii, hex, only, outcome } from './support.ts';

/** What the law says of any bytes: refused with a DerError, or written again bit for bit. */
function judge(bytes: Uint8Array): 'refused' | 'same' {
  if (outcome(() => walkDer(bytes)) !== 'accepted') return 'refused';
  const again = reencode(only(bytes));
  if (Buffer.compare(again, bytes) !== 0) {
    throw new Error(`${Buffer.from(bytes).toString('hex')} became ${Buffer.from(again).toString('hex')}`);
  }
  return 'same';
}

function text(tag: number, characters: string) {
  return fc
    .string({ unit: fc.constantFrom(...characters), maxLength: 12 })
    .map((value) => encodeElement(tag, hex(ascii(value))));
}

/** Elements that are DER because of how they are made: contents from the rules, headers from lengths counted here. */
const { tree } = fc.letrec<{ tree: Uint8Array; leaf: Uint8Array }>((tie) => ({
  leaf: fc.oneof(
    fc.constantFrom(hex('05 00'), hex('01 01 00'), hex('01 01 ff')),
    fc.tuple(fc.constantFrom(2, 10), fc.bigInt({ min: 0n, max: 2n ** 160n })).map(([tag, value]) => {
      const digits = value.toString(16);
      return encodeElement(
        tag,
        hex(digits.length % 2 === 1 ? `0${digits}` : /^[89a-f]/.test(digits) ? `00${digits}` : digits),
      );
    }),
    fc.tuple(fc.uint8Array({ maxLength: 200 }), fc.nat(7)).map(([bytes, unused]) => {
      const content = Uint8Array.from(bytes);
      const last = content[content.length - 1];
      if (last === undefined) return hex('03 01 00');
      content[content.length - 1] = Math.floor(last / 2 ** unused) * 2 ** unused;
      return encodeElement(3, Uint8Array.of(unused), content);
    }),
    fc
      .tuple(fc.constantFrom(4, 0x80, 0x9e, 0x45, 0xc1, 0x9f001f, 0x9f3fff), fc.uint8Array({ maxLength: 300 }))
      .map(([tag, content]) => encodeElement(tag, content)),
    fc
      .array(fc.array(fc.integer({ min: 0x81, max: 0xff }), { maxLength: 12 }), { minLength: 1, maxLength: 9 })
      .map((arcs) => encodeElement(6, Uint8Array.from(arcs.flatMap((high) => [...high, high.length * 7])))),
    fc.string({ unit: 'binary', maxLength: 40 }).map((value) => encodeElement(12, Buffer.from(value, 'utf8'))),
    text(Tag.PRINTABLE_STRING, "AZaz09 '()+,-./:=?"),
    text(Tag.NUMERIC_STRING, '0123456789 '),
    text(Tag.IA5_STRING, '\0\n@*_&\x7f'),
    text(Tag.VISIBLE_STRING, ' ~*_@'),
    text(Tag.TELETEX_STRING, '\x80é\xff '),
    fc
      .string({ unit: fc.constantFrom('A', '€', '\uffff'), maxLength: 9 })
      .map((value) => encodeElement(Tag.BMP_STRING, Buffer.from(value, 'utf16le').swap16())),
    fc
      .array(fc.constantFrom('00000041', '0001f510', '0010ffff'))
      .map((points) => encodeElement(Tag.UNIVERSAL_STRING, hex(points.join('')))),
    fc
      .date({ min: new Date('0000-01-01T00:00:00Z'), max: new Date('9999-12-31T23:59:59Z'), noInvalidDate: true })
      .map((date) =>
        encodeElement(Tag.GENERALIZED_TIME, hex(ascii(`${date.toISOString().replace(/[-:T]|\.\d+Z/g, '')}Z`))),
      ),
    fc
      .date({ min: new Date('1950-01-01T00:00:00Z'), max: new Date('2049-12-31T23:59:59Z'), noInvalidDate: true })
      .map((date) =>
        encodeElement(
          Tag.UTC_TIME,
          hex(
            ascii(
              `${date
                .toISOString()
                .replace(/[-:T]|\.\d+Z/g, '')
                .slice(2)}Z`,
            ),
          ),
        ),
      ),
  ),
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    tie('leaf'),
    fc
      .tuple(fc.constantFrom(0x30, 0xa0, 0x61, 0xe3, 0xbf0064), fc.array(tie('tree'), { maxLength: 6 }))
      .map(([tag, parts]) => encodeElement(tag, ...parts)),
    fc
      .uniqueArray(tie('tree'), { maxLength: 5, selector: (bytes) => Buffer.from(bytes).toString('hex') })
      .map((parts) => encodeSetOf(...parts)),
  ),
}));

describe('what walkDer accepts is written again bit for bit', () => {
  test('trees that are DER by construction are accepted', () => {
    fc.assert(
      fc.property(tree, (bytes) => {
        expect(outcome(() => walkDer(bytes))).toBe('accepted');
        expect(judge(bytes)).toBe('same');
      }),
      { numRuns: 1000 },
    );
  });

  test('trees with one octet bent are refused or come back', () => {
    const seen = { refused: 0, same: 0 };
    fc.assert(
      fc.property(tree, fc.nat(), fc.integer({ min: 1, max: 255 }), (bytes, place, mask) => {
        const bent = bytes.slice();
        const at = place % bent.length;
        bent[at] = (bent[at] as number) ^ mask;
        seen[judge(bent)]++;
      }),
      { numRuns: 3000 },
    );
    expect(seen.refused).toBeGreaterThan(100);
    expect(seen.same).toBeGreaterThan(100);
  });

  test('any few octets are refused or come back', () => {
    const octet = fc.oneof(
      fc.constantFrom(0, 1, 2, 3, 4, 5, 6, 0x0a, 0x0c, 0x13, 0x30, 0x31, 0x80, 0x81, 0xff),
      fc.nat(255),
    );
    fc.assert(
      fc.property(fc.array(octet, { maxLength: 12 }), (octets) => {
        judge(Uint8Array.from(octets));
      }),
      { numRuns: 10_000 },
    );
  });

  test('all inputs of up to two octets, and of three with a short length', () => {
    let accepted = 0;
    for (let a = 0; a < 256; a++) {
      for (let b = 0; b < 256; b++) if (judge(Uint8Array.of(a, b)) === 'same') accepted++;
      for (let c = 0; c < 256; c++) if (judge(Uint8Array.of(a, 1, c)) === 'same') accepted++;
    }
    expect(judge(new Uint8Array(0))).toBe('refused');
    // Counted by hand. Empty: of 192 tags of other classes 186 have the short form (not 5f, 7f, 9f, bf, df, ff); of
    // the universal ones NULL, OCTET STRING, the 8 strings, 5 constructed types, and 7 that are not looked into (REAL,
    // ObjectDescriptor, TIME, 15, VideotexString, GraphicString, GeneralString).
    const empty = 186 + 1 + 1 + 8 + 5 + 7;
    // One octet: other classes, primitive only, 93 tags of 256 contents; BOOLEAN 2, INTEGER and ENUMERATED 256 each,
    // BIT STRING 1, OCTET STRING 256, the two OID types 128 each, UTF8String 128, Numeric 11, Printable 74, Teletex 256,
    // IA5 128, Visible 95, and 7 types of 256.
    const one = 93 * 256 + 2 + 256 + 256 + 1 + 256 + 128 + 128 + 128 + 11 + 74 + 256 + 128 + 95 + 7 * 256;
    expect(accepted).toBe(empty + one);
  });
});

describe('real certificates', () => {
  const real = [issuedCertificate, issuedCsr];

  test('are accepted and come back', () => {
    expect(real.map(judge)).toEqual(['same', 'same']);
    const { subject, extensions, notAfter, version } = readCertificate(issuedCertificate);
    expect({ subject, version, extensions: extensions.length, end: notAfter.type }).toEqual({
      subject: [[['2.5.4.3', 'Approver-Intermediate-SUB']]],
      version: 2,
      extensions: 2,
      end: 'UTCTime',
    });
  });

  test('with any one octet bent to any value are refused or come back', () => {
    const seen = { refused: 0, same: 0 };
    for (let at = 0; at < issuedCertificate.length; at++) {
      for (const mask of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const bent = issuedCertificate.slice();
        bent[at] = (bent[at] as number) ^ mask;
        seen[judge(bent)]++;
      }
    }
    expect(seen.refused + seen.same).toBe(758 * 9);
    expect(seen.refused).toBeGreaterThan(500);
  });

  test('100,000 mutated: only a DerError comes out of the walk and of a reader with a schema', () => {
    const seen = { refused: 0, same: 0, read: 0, total: 0 };
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const next = numbers(seed);
        const { stackTraceLimit } = Error;
        Error.stackTraceLimit = 0; // half of the time otherwise
        for (let i = 0; i < 1000; i++) {
          const bytes = mutate(real[i % 2] as Uint8Array, next);
          const verdict = judge(bytes);
          seen[verdict]++;
          seen.total++;
          try {
            readCertificate(bytes);
            seen.read++;
          } catch (error) {
            if (!(error instanceof DerError)) throw error;
          }
        }
        Error.stackTraceLimit = stackTraceLimit;
      }),
      { numRuns: 100 },
    );
    expect(seen.total).toBe(100_000);
    expect(seen.refused).toBeGreaterThan(10_000);
    expect(seen.same).toBeGreaterThan(1000);
    expect(seen.read).toBeGreaterThan(1000);
  });
});

describeConformance('PKITS certificates and CRLs as DER', () => {
  const folder = joinPath(conformanceFolder() ?? '', 'pkits');
  const files = (kind: string): Uint8Array[] =>
    readdirSync(joinPath(folder, kind)).map((name) => new Uint8Array(readFileSync(joinPath(folder, kind, name))));

  test('all certificates are accepted, come back, and are read down to every field', () => {
    const certificates = files('certs');
    expect(certificates).toHaveLength(272);
    for (const bytes of certificates) {
      expect(judge(bytes)).toBe('same');
      for (const { value } of readCertificate(bytes).extensions) expect(judge(value)).toBe('same');
    }
  });

  test('all CRLs are accepted and come back', () => {
    const lists = files('crls');
    expect(lists).toHaveLength(118);
    for (const bytes of lists) expect(judge(bytes)).toBe('same');
  });
});
