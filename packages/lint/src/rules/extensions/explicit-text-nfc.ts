import { bytesOf, stringValue, Tag } from '@quorate/der';
import { explicitTexts } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const explicitTextNfc: Rule = defineRule({
  id: 'explicit-text-nfc',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'explicitText is in normalization form C',
  description:
    'Unicode writes some characters in several ways. A UTF8String or BMPString should be in normalization form C, ' +
    'so that the same text has the same bytes.',
  citation: 'RFC 6818, 3',
  source: 'RFC 6818',
  effective: '2013-01-01',
  until: null,
  remedy: 'normalize the text to form C before it is encoded',
  applies: (object) => explicitTexts(object).length > 0,
  finds: (object) =>
    explicitTexts(object)
      .filter((text) => UNICODE.has(text.tag) && stringValue(text).normalize('NFC') !== stringValue(text))
      .map((text) => ({
        message: 'explicitText is not in normalization form C',
        where: 'extensions.certificatePolicies',
        at: bytesOf(text),
      })),
});

const UNICODE: ReadonlySet<number> = new Set([Tag.UTF8_STRING, Tag.BMP_STRING]);
