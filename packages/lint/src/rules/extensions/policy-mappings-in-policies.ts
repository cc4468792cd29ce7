import { quote } from '../../find/quote.ts';
import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { rawPolicies } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const policyMappingsInPolicies: Rule = defineRule({
  id: 'policy-mappings-in-policies',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'every policy that is mapped from stands in certificatePolicies',
  description:
    'A mapping says that a policy of the issuer has an equal in the domain of the subject. Each ' +
    'issuerDomainPolicy should stand in certificatePolicies of the same certificate; else the mapping has nothing ' +
    'to work on, unless anyPolicy stands there.',
  citation: 'RFC 5280, 4.2.1.5',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'add the policy to certificatePolicies, or take the mapping away',
  applies: (object) => extensionOf(object, 'policyMappings') !== null,
  finds: (object) => {
    const asserted = new Set(rawPolicies(object).map(({ oid }) => oid));
    const at = extensionOf(object, 'policyMappings')?.bytes;
    const mapped = new Set(extensionValue(object, 'policyMappings')?.mappings.map((one) => one.issuerDomainPolicy));
    return [...mapped]
      .filter((oid) => !asserted.has(oid))
      .map((oid) => ({
        message: `policy ${quote(oid)} is mapped and does not stand in certificatePolicies`,
        where: 'extensions.policyMappings',
        ...(at === undefined ? {} : { at }),
      }));
  },
});
