import { quote } from '../../find/quote.ts';
import { ANY_POLICY, CPS_QUALIFIER, rawPolicies, USER_NOTICE_QUALIFIER } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const policyQualifiersKnown: Rule = defineRule({
  id: 'policy-qualifiers-known',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a policy has no qualifiers but CPS pointer and user notice',
  description:
    'The standard strongly recommends that qualifiers, where an OID alone is not enough, are of the two kinds ' +
    'that it defines. Of anyPolicy it demands that, which is another rule.',
  citation: 'RFC 5280, 4.2.1.4',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'take the qualifier away, or say it in the practice statement',
  applies: (object) => rawPolicies(object).some(({ oid, qualifiers }) => oid !== ANY_POLICY && qualifiers.length > 0),
  finds: (object) =>
    rawPolicies(object)
      .filter(({ oid }) => oid !== ANY_POLICY)
      .flatMap(({ qualifiers }) => qualifiers)
      .filter(({ oid }) => oid !== CPS_QUALIFIER && oid !== USER_NOTICE_QUALIFIER)
      .map(({ oid, bytes }) => ({
        message: `a policy has the qualifier ${quote(oid)}`,
        where: 'extensions.certificatePolicies',
        at: bytes,
      })),
});
