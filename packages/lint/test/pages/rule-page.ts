import { encodePem } from '@quorate/der';
import { allRules, type LintKind, lint, type Rule, readLintObject, ruleSet, ruleSetNames } from '@quorate/lint';
import type { Specimen } from '../specimen.ts';

const KIND_NAMES: Readonly<Record<LintKind, string>> = {
  certificate: 'certificates',
  tbs: 'TBSCertificates',
  csr: 'certification requests',
  crl: 'CRLs',
};

const LABELS: Readonly<Record<LintKind, string>> = {
  certificate: 'CERTIFICATE',
  tbs: 'TBS CERTIFICATE',
  csr: 'CERTIFICATE REQUEST',
  crl: 'X509 CRL',
};

/** The kind of object that a PEM block of a page holds. */
export function kindOfLabel(label: string): LintKind | undefined {
  return (Object.keys(LABELS) as LintKind[]).find((kind) => LABELS[kind] === label);
}

/** The page about one rule, Markdown: all of it is made of the rule and its specimen. */
export function rulePage(rule: Rule, specimen: Specimen): string {
  const sets = ruleSetNames.filter((name) => name !== 'all' && ruleSet(name).includes(rule.id));
  const found = lint(readLintObject(specimen.kind, specimen.fails), { rules: [rule] }).findings.filter(
    ({ id }) => id === `lint.${rule.id}`,
  );
  return `${[
    `# ${rule.id}`,
    `${sentence(rule.title)}`,
    rule.description,
    [
      '| | |',
      '| --- | --- |',
      `| severity | ${rule.severity} |`,
      `| about | ${rule.kinds.map((kind) => KIND_NAMES[kind]).join(', ')} |`,
      `| from | ${rule.citation} |`,
      `| in force | ${inForce(rule)} |`,
      `| sets | ${sets.map((name) => `\`${name}\``).join(', ')} |`,
      `| what to do | ${rule.remedy} |`,
    ].join('\n'),
    '## Fails',
    found.map((finding) => `- \`${finding.where}\`: ${finding.message}${facts(finding)}`).join('\n'),
    block(specimen.kind, specimen.fails),
    '## Passes',
    block(specimen.kind, specimen.passes),
    'This page is made from the rule and its specimen; `pnpm docs:rules` makes it again.',
  ].join('\n\n')}\n`;
}

/** The list of all rules, by group. */
export function indexPage(groups: ReadonlyMap<string, string>): string {
  const names = [...new Set(allRules.map(({ id }) => groups.get(id) ?? ''))];
  const tables = names.map((group) => {
    const rules = allRules.filter(({ id }) => groups.get(id) === group);
    const rows = rules.map(
      ({ id, severity, title, citation }) => `| [${id}](${id}.md) | ${severity} | ${title} | ${citation} |`,
    );
    return [
      `## ${group}`,
      ['| rule | severity | what good objects do | from |', '| --- | --- | --- | --- |', ...rows].join('\n'),
    ];
  });
  const counts = ruleSetNames.map((name) => `\`${name}\` ${ruleSet(name).length}`).join(', ');
  const intro = `${allRules.length} rules. Sets: ${counts}. See [how they compare with zlint](zlint.md).`;
  return `${['# Lint rules', intro, ...tables.flat()].join('\n\n')}\n`;
}

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function inForce({ effective, until }: Rule): string {
  if (effective === null && until === null) return 'always';
  return [effective === null ? '' : `from ${effective}`, until === null ? '' : `until ${until}`].join(' ').trim();
}

function facts({ expected, actual }: { readonly expected?: string; readonly actual?: string }): string {
  const all = [
    ...(expected === undefined ? [] : [`expected ${expected}`]),
    ...(actual === undefined ? [] : [`found ${actual}`]),
  ];
  return all.length === 0 ? '' : ` (${all.join(', ')})`;
}

function block(kind: LintKind, bytes: Uint8Array): string {
  return `\`\`\`text\n${encodePem({ label: LABELS[kind], bytes })}\`\`\``;
}
