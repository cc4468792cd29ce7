import type { Compared, Comparison } from '../conformance/zlint-data.ts';

/** The page that compares our rules with zlint's lints, Markdown. */
export function zlintPage(compared: readonly Compared[], comparisons: ReadonlyMap<string, Comparison>): string {
  const all = [...comparisons.values()];
  const map = all.flatMap((one) => Object.entries(one.map)).sort(([a], [b]) => (a < b ? -1 : 1));
  const divergences = all.flatMap((one) => one.divergences).sort((a, b) => (key(a) < key(b) ? -1 : 1));
  const unmapped = all.flatMap((one) => one.unmapped).sort((a, b) => (a.lint < b.lint ? -1 : 1));
  const agreed = compared.filter(({ expected, ours }) => expected === ours).length;
  const rows = map.map(([lint, rule]) => {
    const cases = compared.filter((one) => one.lint === lint);
    const same = cases.filter(({ expected, ours }) => expected === ours).length;
    return `| ${lint} | [${rule}](${rule}.md) | ${cases.length} | ${same} |`;
  });
  const intro =
    `zlint is a linter of certificates in Go; its test corpus says for ${compared.length} pairs of a lint and an object, of ` +
    `lints that a rule here covers, what it answers. Of these ${agreed} have the same answer and ` +
    `${compared.length - agreed} another, each with a reason below. An answer is: does not apply (NA), not in force (NE), ` +
    'pass, or the severity of what was found.';
  return `${[
    '# Rules compared with zlint',
    intro,
    '## Lints that a rule covers',
    ['| zlint | rule | cases | same answer |', '| --- | --- | ---: | ---: |', ...rows].join('\n'),
    '## Other answers, and why',
    table(
      '| zlint | object | zlint says | we say | why |\n| --- | --- | --- | --- | --- |',
      divergences.map((one) => `| ${one.lint} | ${one.file} | ${one.zlint} | ${one.ours} | ${one.reason} |`),
    ),
    "## Lints of zlint's default group that no rule covers",
    table(
      '| zlint | why |\n| --- | --- |',
      unmapped.map(({ lint, reason }) => `| ${lint} | ${reason} |`),
    ),
    'This page is made by `pnpm docs:rules`.',
  ].join('\n\n')}\n`;
}

const key = ({ lint, file }: { lint: string; file: string }): string => `${lint} ${file}`;

function table(head: string, rows: readonly string[]): string {
  return rows.length === 0 ? 'None.' : [head, ...rows].join('\n');
}
