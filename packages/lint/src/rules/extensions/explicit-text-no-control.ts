import { bytesOf, stringValue } from '@quorate/der';
import { explicitTexts } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const explicitTextNoControl: Rule = defineRule({
  id: 'explicit-text-no-control',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'explicitText has no control characters',
  description:
    'The text is there to be shown to people. Control characters (U+0000 to U+001F and U+007F to U+009F) can make ' +
    'what is shown differ from what is written.',
  citation: 'RFC 5280, 4.2.1.4',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'write the text without control characters, also without line breaks',
  applies: (object) => explicitTexts(object).length > 0,
  finds: (object) =>
    explicitTexts(object)
      .filter((text) => hasControl(stringValue(text)))
      .map((text) => ({
        message: 'explicitText has a control character',
        where: 'extensions.certificatePolicies',
        at: bytesOf(text),
      })),
});

function hasControl(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code < 0x20 || (code >= 0x7f && code < 0xa0)) return true;
  }
  return false;
}
