import { allRules, type LintKind, lint, readLintObject } from '@quorate/lint';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { caCertificate, certificate, crl, csr, tbs } from './make/objects.ts';

const objects: readonly (readonly [LintKind, Uint8Array])[] = [
  ['certificate', certificate()],
  ['certificate', caCertificate()],
  ['tbs', tbs()],
  ['csr', csr()],
  ['crl', crl()],
];

test('whatever the bytes: no rule fails of itself, and the same bytes give the same report', () => {
  const change = fc.record({ at: fc.nat(), octet: fc.nat(255), cut: fc.boolean() });
  fc.assert(
    fc.property(
      fc.constantFrom(...objects),
      fc.array(change, { minLength: 1, maxLength: 4 }),
      ([kind, der], changes) => {
        let bytes = Uint8Array.from(der);
        for (const { at, octet, cut } of changes) {
          if (bytes.length === 0) break;
          if (cut) bytes = bytes.slice(0, at % bytes.length);
          else bytes[at % bytes.length] = octet;
        }
        const report = lint(readLintObject(kind, bytes), { rules: allRules });
        expect(report.findings.filter(({ message }) => message.includes('the rule itself failed'))).toEqual([]);
        expect(lint(readLintObject(kind, bytes), { rules: allRules })).toEqual(report);
      },
    ),
    { numRuns: 300 },
  );
});
