import { bytesOf, Tag } from '@quorate/der';
import { explicitTexts } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const explicitTextUtf8: Rule = defineRule({
  id: 'explicit-text-utf8',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'explicitText is a UTF8String',
  description:
    'explicitText should be a UTF8String, the one type that can hold every text and that all readers show. ' +
    'VisibleString and BMPString are allowed and less wanted.',
  citation: 'RFC 6818, 3',
  source: 'RFC 6818',
  effective: '2013-01-01',
  until: null,
  remedy: 'write explicitText as UTF8String',
  applies: (object) => explicitTexts(object).length > 0,
  finds: (object) =>
    explicitTexts(object)
      .filter((text) => text.tag !== Tag.UTF8_STRING)
      .map((text) => ({
        message: 'explicitText is no UTF8String',
        where: 'extensions.certificatePolicies',
        at: bytesOf(text),
      })),
});
