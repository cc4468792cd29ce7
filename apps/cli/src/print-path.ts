import type { PathReport, PathStep } from '@quorate/verify';
import type { Context } from './context.ts';
import { printFinding, printFindings, printVerdict } from './print-report.ts';
import { printable } from './text.ts';

/** Digits of a fingerprint that tell certificates apart for people. */
const SHORT = 16;

/** Prints a path and what was found, for people: the anchor on top, the target at the bottom, and where trust breaks. */
export function printPathReport(context: Context, report: PathReport): void {
  if (report.path.length > 0) printTree(context, report.path, 'trust anchor', null);
  for (const { path, reachedAnchor, finding } of report.broken) {
    printTree(context, path, reachedAnchor ? 'trust anchor' : null, finding.object?.sha256 ?? null);
    printFinding(context, finding);
    context.out('\n');
  }
  const shown = new Set(report.broken.map(({ finding }) => JSON.stringify([finding.id, finding.message])));
  printFindings(
    context,
    report.findings.filter(({ id, message }) => !shown.has(JSON.stringify([id, message]))),
  );
  if (report.policies.length > 0 && report.policies.join() !== ANY_POLICY) {
    context.out(`  policies ${report.policies.join(', ')}\n`);
  }
  printVerdict(context, report);
}

const ANY_POLICY = '2.5.29.32.0';

function printTree(context: Context, path: readonly PathStep[], top: string | null, brokenAt: string | null): void {
  for (const [depth, { subject, sha256 }] of [...path].reverse().entries()) {
    const role = depth === 0 && top !== null ? `  (${top})` : depth === path.length - 1 ? '  (target)' : '';
    const line = `  ${'   '.repeat(Math.max(0, depth - 1))}${depth === 0 ? '' : '└─ '}${printable(subject)}${role}`;
    const broken = sha256 === brokenAt;
    const mark = broken ? context.paint.bad('  ✗ here') : '';
    context.out(`${line}  ${context.paint.faint(sha256.slice(0, SHORT))}${mark}\n`);
  }
}
