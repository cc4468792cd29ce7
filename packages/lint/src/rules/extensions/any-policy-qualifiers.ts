import { quote } from '../../find/quote.ts';
import { ANY_POLICY, CPS_QUALIFIER, rawPolicies, USER_NOTICE_QUALIFIER } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const anyPolicyQualifiers: Rule = defineRule({
  id: 'any-policy-qualifiers',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'anyPolicy has no qualifiers but CPS pointer and user notice',
  description:
    'Qualifiers of anyPolicy go with every policy that it stands for, so only the two that the standard itself ' +
    'defines may be used with it.',
  citation: 'RFC 5280, 4.2.1.4',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'take the qualifier away, or attach it to a policy of its own',
  applies: (object) => rawPolicies(object).some(({ oid }) => oid === ANY_POLICY),
  finds: (object) =>
    rawPolicies(object)
      .filter(({ oid }) => oid === ANY_POLICY)
      .flatMap(({ qualifiers }) => qualifiers)
      .filter(({ oid }) => oid !== CPS_QUALIFIER && oid !== USER_NOTICE_QUALIFIER)
      .map(({ oid, bytes }) => ({
        message: `anyPolicy has the qualifier ${quote(oid)}`,
        where: 'extensions.certificatePolicies',
        at: bytes,
      })),
});
