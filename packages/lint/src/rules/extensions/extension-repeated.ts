import { quote } from '../../find/quote.ts';
import { extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

export const extensionRepeated: Rule = defineRule({
  id: 'extension-repeated',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no extension stands twice',
  description:
    'A certificate has at most one extension of each kind. With two of them, one reader obeys the first and another the ' +
    'last, so two parties can hold different opinions about what the certificate allows.',
  citation: 'RFC 5280, 4.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave out all but the one that is meant',
  applies: (object) => extensionsOf(object).length > 0,
  finds: (object) => {
    const seen = new Set<string>();
    const findings: RuleFinding[] = [];
    for (const { oid, bytes } of extensionsOf(object)) {
      if (seen.has(oid))
        findings.push({ message: `extension ${quote(oid)} stands twice`, where: 'extensions', at: bytes });
      seen.add(oid);
    }
    return findings;
  },
});
