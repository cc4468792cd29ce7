import { bytesOf, type DerElement, stringValue, Tag } from '@quorate/der';
import type { LintObject } from '../../object/lint-object.ts';
import { CPS_QUALIFIER, rawPolicies } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cpsUri: Rule = defineRule({
  id: 'cps-uri',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a CPS pointer is a URI in an IA5String',
  description:
    'The CPS pointer leads to the practice statement of the CA; it is a URI, with a scheme, and its type is ' +
    'IA5String.',
  citation: 'RFC 5280, 4.2.1.4',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the whole URI, with https:// or another scheme',
  applies: (object) => pointers(object).length > 0,
  finds: (object) =>
    pointers(object)
      .filter((value) => value.tag !== Tag.IA5_STRING || !/^[a-z][a-z0-9+.-]*:./i.test(stringValue(value)))
      .map((value) => ({
        message: value.tag === Tag.IA5_STRING ? 'a CPS pointer has no scheme' : 'a CPS pointer is no IA5String',
        where: 'extensions.certificatePolicies',
        at: bytesOf(value),
      })),
});

function pointers(object: LintObject): readonly DerElement[] {
  const qualifiers = rawPolicies(object).flatMap((policy) => policy.qualifiers);
  return qualifiers.filter(({ oid }) => oid === CPS_QUALIFIER).map(({ value }) => value);
}
