import { type LintKind, lint, readLintObject } from '@quorate/lint';
import { expect, test } from 'vitest';
import { caCertificate, certificate, crl, csr, rootCertificate, tbs } from './make/objects.ts';

test.each<[string, LintKind, Uint8Array]>([
  ['the certificate of a server', 'certificate', certificate()],
  ['its TBSCertificate', 'tbs', tbs()],
  ['a subordinate CA', 'certificate', caCertificate()],
  ['a root', 'certificate', rootCertificate()],
  ['a request', 'csr', csr()],
  ['a CRL', 'crl', crl()],
])('%s as a good CA makes it violates no rule but those of CABF', (_name, kind, der) => {
  const report = lint(readLintObject(kind, der), { sets: ['rfc5280', 'practice', 'hsm'] });
  expect(report.findings.filter(({ outcome }) => outcome !== 'pass')).toEqual([]);
  expect(report.verdict).toBe('pass');
});
