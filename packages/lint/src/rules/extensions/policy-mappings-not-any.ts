import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { ANY_POLICY } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const policyMappingsNotAny: Rule = defineRule({
  id: 'policy-mappings-not-any',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no policy is mapped to or from anyPolicy',
  description:
    'anyPolicy stands for whatever policy there is. Mapped to or from, it would make every policy of one side ' +
    'equal to one of the other, and path validation refuses it.',
  citation: 'RFC 5280, 4.2.1.5',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'name the two policies that are equal',
  applies: (object) => extensionOf(object, 'policyMappings') !== null,
  finds: (object) => {
    const mappings = extensionValue(object, 'policyMappings')?.mappings ?? [];
    const isAny = mappings.some(
      ({ issuerDomainPolicy, subjectDomainPolicy }) =>
        issuerDomainPolicy === ANY_POLICY || subjectDomainPolicy === ANY_POLICY,
    );
    const at = extensionOf(object, 'policyMappings')?.bytes;
    const message = 'a policy is mapped to or from anyPolicy';
    return isAny ? [{ message, where: 'extensions.policyMappings', ...(at === undefined ? {} : { at }) }] : [];
  },
});
