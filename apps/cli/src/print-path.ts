import type { PathReport, PathStep } from '@quorate/verify';
import type { Context } from './context.ts';
import { printFinding, printFindings, printVerdict } from './print-report.ts';
import { foldName, printable, shortened } from './text.ts';

/** Digits of a fingerprint that tell certificates apart for people. */
const SHORT = 16;
/** Characters of a name in a tree: whoever wants more of it looks at the certificate. */
const NAME = 300;
/** Paths that broke, drawn for people: the most useful come first. */
const DRAWN = 3;
const ANY_POLICY = '2.5.29.32.0';

/** Prints a path and what was found, for people: the anchor on top, the target at the bottom, and where trust breaks. */
export function printPathReport(context: Context, report: PathReport): void {
  const { path, broken, findings, policies, verdict } = report;
  if (path.length > 0) {
    const failing = findings.filter(({ outcome }) => outcome === 'fail').map(({ object }) => object?.sha256);
    printTree(context, path, true, (step) => failing.includes(step.sha256));
    context.out('\n');
  }
  for (const { path: tried, reachedAnchor, at, finding } of broken.slice(0, DRAWN)) {
    printTree(context, tried, reachedAnchor, (step) => step.sha256 === at.sha256);
    printFinding(context, verdict === 'fail' ? finding : { ...finding, outcome: 'warn' });
    context.out('\n');
  }
  if (broken.length > DRAWN) {
    context.out(`  and ${broken.length - DRAWN} more ways that break, see --json\n\n`);
  }
  const drawn = new Set(broken.map(({ finding }) => keyOf(finding)));
  printFindings(
    context,
    findings.filter((finding) => !drawn.has(keyOf(finding))),
  );
  if (policies.length > 0 && policies.join() !== ANY_POLICY) context.out(`  policies ${policies.join(', ')}\n`);
  printVerdict(context, report, broken.length === 0 || findings.some((finding) => !drawn.has(keyOf(finding))));
}

function keyOf({ id, message, object }: PathReport['findings'][number]): string {
  return JSON.stringify([id, message, object?.sha256]);
}

function printTree(
  context: Context,
  path: readonly PathStep[],
  anchored: boolean,
  isBroken: (step: PathStep) => boolean,
): void {
  for (const [depth, step] of [...path].reverse().entries()) {
    const role = depth === 0 && anchored ? '  (trust anchor)' : depth === path.length - 1 ? '  (target)' : '';
    const first = `  ${'   '.repeat(Math.max(0, depth - 1))}${depth === 0 ? '' : '└─ '}`;
    const name = foldName(shortened(printable(step.subject), NAME), context.width, first);
    const mark = isBroken(step) ? context.paint.bad('  ✗ here') : '';
    context.out(`${name}${role}  ${context.paint.faint(step.sha256.slice(0, SHORT))}${mark}\n`);
  }
}
