import type { SarifRuleMetadata } from '@quorate/report';
import type { Rule, Severity } from './rule.ts';
import { allRules } from './rule-set.ts';

const LEVELS = { error: 'error', warning: 'warning', notice: 'note' } as const satisfies Record<Severity, string>;

/**
 * What `sarifOf` writes of the rules, by the ids of their findings: so that a notice has the level `note`, and a viewer shows
 * the requirement and the remedy. One more is there for `lint.readable`.
 *
 * @param pages an absolute URI that `ID.md` is put behind, of the pages of docs/rules; default: no pages
 */
export function sarifRules(
  rules: readonly Rule[] = allRules,
  pages?: string,
): Readonly<Record<string, SarifRuleMetadata>> {
  const entries = rules.map((rule): [string, SarifRuleMetadata] => [
    `lint.${rule.id}`,
    {
      shortDescription: sentence(rule.title),
      fullDescription: rule.description,
      help: `${sentence(rule.remedy)} (${rule.citation})`,
      ...(pages === undefined ? {} : { helpUri: `${pages}${rule.id}.md` }),
      level: LEVELS[rule.severity],
    },
  ]);
  return Object.fromEntries([['lint.readable', READABLE], ...entries]);
}

const READABLE: SarifRuleMetadata = {
  shortDescription: 'The object is well formed.',
  fullDescription:
    'The strict readers of certificates, requests and CRLs take the object, and the value of every extension in it that ' +
    'they know. What they refuse, other software may read in more than one way.',
  help: 'Make the object again with correct encoding; the other findings may say what is wrong in it.',
  level: 'error',
};

function sentence(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}
