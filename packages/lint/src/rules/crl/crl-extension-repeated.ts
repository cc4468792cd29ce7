import { extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

export const crlExtensionRepeated: Rule = defineRule({
  id: 'crl-extension-repeated',
  kinds: ['crl'],
  severity: 'error',
  title: 'no extension of a CRL stands twice',
  description:
    'The extensions of a CRL are of the same type as those of a certificate, and each stands once. With two numbers, or ' +
    'two scopes, one reader takes the first and another the last.',
  citation: 'RFC 5280, 5.2 and 4.2',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'leave out all but the one that is meant',
  applies: (crl) => extensionsOf(crl).length > 0,
  finds: (crl) => {
    const seen = new Set<string>();
    const findings: RuleFinding[] = [];
    for (const { oid, bytes } of extensionsOf(crl)) {
      const message = `extension \`${oid}\` stands twice`;
      if (seen.has(oid)) findings.push({ message, where: 'crlExtensions', at: bytes });
      seen.add(oid);
    }
    return findings;
  },
});
