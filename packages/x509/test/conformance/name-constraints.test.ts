import { readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { expect, test } from 'vitest';
import { decoded, outcome } from '../extensions/support.ts';

interface Case {
  readonly id: string;
  readonly constraintsDer: string;
  readonly parses: boolean;
}

describeConformance('BoringSSL name constraints, as far as they are read', () => {
  const { cases } = JSON.parse(readFileSync(suiteFile('boringssl-name-constraints/cases.json'), 'utf8')) as {
    cases: Case[];
  };

  test('exactly the values that are well-formed are read, critical or not', () => {
    const read = (item: Case, critical: boolean): boolean => {
      const value = Uint8Array.from(Buffer.from(item.constraintsDer, 'base64'));
      return outcome(() => decoded('2.5.29.30', value, critical)) === 'accepted';
    };
    for (const item of cases) {
      expect([item.id, read(item, true), read(item, false)]).toEqual([item.id, item.parses, item.parses]);
    }
    expect([cases.length, cases.filter(({ parses }) => parses).length]).toEqual([36, 21]);
  });
});
