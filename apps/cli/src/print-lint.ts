import type { LintReport } from '@quorate/lint';
import type { Context } from './context.ts';
import { printFindings, printVerdict } from './print-report.ts';

/** Prints what rules found, for people: what is broken, then how many rules were kept. */
export function printLintReport(context: Context, report: LintReport, passed: boolean): void {
  const shown = report.findings.filter(({ outcome }) => passed || outcome !== 'pass');
  printFindings(
    context,
    shown.map((finding) => ({ ...finding, message: `${finding.message} [${finding.id.replace('lint.', '')}]` })),
  );
  const count = (status: string): number => report.results.filter((result) => result.status === status).length;
  const apply = report.results.length - count('not-applicable') - count('not-in-force');
  context.out(
    `\n  ${report.results.length} rules: ${apply} apply, ${count('passes')} kept, ${count('violates')} broken` +
      `${count('could-not-run') > 0 ? `, ${count('could-not-run')} could not run` : ''}\n`,
  );
  printVerdict(context, report);
}
