import { quote } from '../../find/quote.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { rawPolicies } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const certificatePoliciesOnce: Rule = defineRule({
  id: 'certificate-policies-once',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no policy stands twice in certificatePolicies',
  description:
    'A policy OID stands at most once in certificatePolicies. Of two with other qualifiers, readers show one or ' +
    'the other.',
  citation: 'RFC 5280, 4.2.1.4',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'name each policy once, with all its qualifiers',
  applies: (object) => extensionOf(object, 'certificatePolicies') !== null,
  finds: (object) => {
    const seen = new Set<string>();
    return rawPolicies(object).flatMap(({ oid, bytes }) => {
      if (!seen.has(oid)) {
        seen.add(oid);
        return [];
      }
      return [{ message: `policy ${quote(oid)} stands twice`, where: 'extensions.certificatePolicies', at: bytes }];
    });
  },
});
