import { issuedCsr } from '@quorate/vectors';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { certificateBodyOf } from '../../src/index.ts';
import { refusal } from '../support/json.ts';
import { partsOf, profileOf, sent } from './support.ts';

/** The name as a server joins it, and the attributes that a reader of RFC 2253 then finds: by commas and plus signs alone. */
function pastedAndRead(commonName: string): string[] {
  return `CN=${commonName}, O=Org`.split(/[,+;]/).map((part) => part.trim());
}

const KINDS = ['selfsign', 'sign', 'request'] as const;
const DIALECTS = ['commonName', 'standardCertificateAttributes'] as const;
const makes = (value: string, type = 'commonName') =>
  KINDS.flatMap((kind) =>
    DIALECTS.map((dialect) => () => {
      const other = type === 'commonName' ? [] : [{ type: 'commonName', value: 'x' }];
      return certificateBodyOf(partsOf(kind, dialect, profileOf({ subject: [{ type, value }, ...other] }), issuedCsr));
    }),
  );

describe('values that a broker would paste into a name', () => {
  test.each([
    'x, O=Bank',
    'x+O=Bank',
    'x;O=Bank',
    'a=b',
    'a"b',
    'a\\b',
    'a<b',
    'a>b',
    '#0500',
    ' x',
    'x ',
    '',
    'x\ny',
    'x\u0000',
    'x\u202ey',
    'x\u200by',
    '\ud800',
  ])('refuses %j in every body, by its path', (value) => {
    for (const make of makes(value)) {
      const { code, path } = refusal(make);
      expect([code, path]).toEqual(['name-value-unsafe', 'subject[0].value']);
    }
  });

  test.each(['Example & Co (CH)', "O'Neill", 'x/y', 'a#b', 'Zürich – 東京', 'a.b@c.example', '*.example.org'])(
    'takes %j as it stands',
    (value) => {
      for (const make of makes(value)) expect(JSON.stringify(sent(make()))).toContain(JSON.stringify(value));
    },
  );

  test('looks at what is written, not at what the dialect leaves out', () => {
    const codes = makes('Example, Inc.', 'organizationName').map((make) => {
      try {
        return make().notExpressible.some(({ path }) => path === 'subject[0]') ? 'left out' : 'written';
      } catch {
        return refusal(make).code;
      }
    });
    const [old, refused] = ['left out', 'name-value-unsafe'];
    expect(codes).toEqual([old, refused, old, refused, refused, refused]);
  });

  test('whatever is taken comes back whole from the joined name (any text)', () => {
    let taken = 0;
    const unit = fc.constantFrom(...'ab ,+;=#"\\<>ü東\n\u202e');
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 6 }), (value) => {
        const [make] = makes(value);
        try {
          (make as () => unknown)();
        } catch {
          return;
        }
        taken += 1;
        expect(pastedAndRead(value)).toEqual([`CN=${value}`, 'O=Org']);
      }),
      { numRuns: 500 },
    );
    expect(taken).toBeGreaterThan(5);
  });
});
