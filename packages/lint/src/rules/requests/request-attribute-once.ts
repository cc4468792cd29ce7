import { quote } from '../../find/quote.ts';
import { EXTENSION_REQUEST } from '../../object/lint-request.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

export const requestAttributeOnce: Rule = defineRule({
  id: 'request-attribute-once',
  kinds: ['csr'],
  severity: 'warning',
  title: 'no attribute of a request stands twice',
  description:
    'An attribute is a type with all its values. Two of one type make readers choose; that of extensions, for ' +
    'which the standard demands it, is another rule.',
  citation: 'no standard',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'put the values into one attribute',
  applies: ({ attributes }) => attributes !== null && attributes.length > 0,
  finds: ({ attributes }) => {
    const seen = new Set<string>();
    const findings: RuleFinding[] = [];
    for (const { type, bytes } of attributes ?? []) {
      const message = `attribute ${quote(type)} stands twice`;
      if (seen.has(type) && type !== EXTENSION_REQUEST) findings.push({ message, where: 'attributes', at: bytes });
      seen.add(type);
    }
    return findings;
  },
});
