import { bytesOf, Tag } from '@quorate/der';
import { explicitTexts } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const explicitTextNotIa5: Rule = defineRule({
  id: 'explicit-text-not-ia5',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'explicitText is no IA5String',
  description:
    'RFC 5280 allowed IA5String for explicitText and forbade VisibleString and BMPString. RFC 6818 turned that ' +
    'round: the two are acceptable since 2013, and IA5String is forbidden.',
  citation: 'RFC 6818, 3',
  source: 'RFC 6818',
  effective: '2013-01-01',
  until: null,
  remedy: 'write explicitText as UTF8String',
  applies: (object) => explicitTexts(object).length > 0,
  finds: (object) =>
    explicitTexts(object)
      .filter((text) => text.tag === Tag.IA5_STRING)
      .map((text) => ({
        message: 'explicitText is an IA5String',
        where: 'extensions.certificatePolicies',
        at: bytesOf(text),
      })),
});
