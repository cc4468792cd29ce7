import { readFileSync } from 'node:fs';
import { type CaseOutcome, describeConformance, recordSuite, suiteFile, timed } from '@quorate/conformance';
import { bytesOf, DerReader, isStringTag, stringValue } from '@quorate/der';
import { expect, test } from 'vitest';
import { isNameWithin, type Name, nameKey, parseName, sameName, X509Error } from '../../src/index.ts';

interface Suite {
  readonly names: Readonly<Record<string, string>>;
  readonly cases: readonly {
    readonly id: string;
    readonly op: 'match' | 'subtree';
    readonly a: string;
    readonly b: string;
    readonly expected: boolean;
  }[];
}

/** A name whose sets may be in any order and have members twice, which no certificate that is read here has. */
function lenient(ber: Uint8Array): Name {
  const rdns = DerReader.of(ber).sequence().rest();
  return {
    bytes: ber,
    rdns: rdns.map((rdn) =>
      DerReader.of(bytesOf(rdn))
        .sequence(rdn.tag)
        .rest()
        .map((attribute) => {
          const fields = DerReader.of(bytesOf(attribute)).sequence();
          const type = fields.oid();
          const value = fields.element();
          return { type, text: isStringTag(value.tag) ? stringValue(value) : null, value: bytesOf(value) };
        }),
    ),
  };
}

describeConformance('BoringSSL name match', () => {
  const suite = JSON.parse(readFileSync(suiteFile('boringssl-name-match/cases.json'), 'utf8')) as Suite;
  const bytes = (key: string): Uint8Array => Uint8Array.from(Buffer.from(suite.names[key] ?? '', 'base64'));
  const named = (key: string): Name => lenient(bytes(key));

  test('of the names, those with a SET that is none are refused, since they are not DER', () => {
    const refused = Object.keys(suite.names).filter((key) => {
      try {
        parseName(bytes(key));
        return false;
      } catch (error) {
        expect(error).toBeInstanceOf(X509Error);
        expect(error).toMatchObject({ code: 'malformed', cause: { code: 'set-not-sorted' } });
        return true;
      }
    });
    const strange = refused.filter((key) => !key.endsWith('-dupe_attr'));
    expect([Object.keys(suite.names).length, refused.length, strange]).toEqual([63, 16, ['unicode-mixed-normalized']]);
  });

  test('every answer about the names, were they DER, is the answer of the suite, with the key as without', () => {
    const word = (matches: boolean): string => (matches ? 'match' : 'no match');
    const { value: outcomes, milliseconds } = timed(() =>
      suite.cases.map(({ id, op, a, b, expected }): CaseOutcome => {
        const [left, right] = [named(a), named(b)];
        const ours = op === 'match' ? sameName(left, right) : isNameWithin(left, right);
        const byKey = op === 'match' ? nameKey(left) === nameKey(right) : nameKey(left).startsWith(nameKey(right));
        return { id, suite: word(expected), ours: ours === byKey ? word(ours) : 'the key says otherwise' };
      }),
    );
    const judged = recordSuite({ suite: 'boringssl-name-match', outcomes, divergences: [], milliseconds });
    expect(judged.problems).toEqual([]);
    const matching = suite.cases.filter(({ expected }) => expected);
    expect([judged.cases, judged.agreed, matching.length]).toEqual([197, 197, 92]);
  });
});
