import { type LintFinding, type LintReport, lint, type Rule, readLintObject, selectRules } from '@quorate/lint';
import type { ByteRange } from '@quorate/report';
import { IssueError } from '../error.ts';
import { unsignedList } from './read-tbs-cert-list.ts';

/** Compares what stands in the TBSCertList with what stands beside it. */
const ABOUT_BOTH = 'crl-signature-algorithms-equal';

const RULES: readonly Rule[] = selectRules({ sets: ['rfc5280', 'practice', 'hsm'] }).filter(
  ({ id, kinds }) => kinds.includes('crl') && id !== ABOUT_BOTH,
);

/**
 * Puts a TBSCertList to the rules of lint about CRLs, before anybody signs it: all that look at nothing beside it. They read
 * a list without a signature, as `readTbsCertList` does. Places are in the TBSCertList.
 *
 * @throws IssueError `lint-failed` with all errors as `findings`
 */
export function lintCertList(tbs: Uint8Array): LintReport {
  const list = unsignedList(tbs);
  const report = lint(readLintObject('crl', list.bytes), { rules: RULES });
  const findings = report.findings.map((finding) => placed(finding, list.at, tbs.length));
  const errors = findings.filter(({ outcome }) => outcome === 'fail');
  const [first] = errors;
  if (first === undefined) return { ...report, findings };
  const rest = errors.length === 1 ? '' : `, and ${errors.length - 1} more`;
  throw new IssueError('lint-failed', {
    path: first.where === '' ? 'tbs' : `tbs.${first.where}`,
    expected: 'a TBSCertList without lint errors',
    actual: `${first.message} (${first.id}, ${first.reference ?? 'lint'})${rest}`,
    findings: errors,
  });
}

function placed({ bytes, ...finding }: LintFinding, at: number, length: number): LintFinding {
  const range: ByteRange | null = bytes === undefined ? null : { start: bytes.start - at, end: bytes.end - at };
  const inside = range !== null && range.start >= 0 && range.end <= length;
  return inside ? { ...finding, bytes: range } : finding;
}
