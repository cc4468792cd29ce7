import { bytesOf, stringValue } from '@quorate/der';
import { explicitTexts } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const explicitText200: Rule = defineRule({
  id: 'explicit-text-200',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'explicitText has 1 to 200 characters',
  description:
    'explicitText is of 200 characters at most. Longer ones are met, and readers may cut them off: what is behind ' +
    'the cut was not said to anyone.',
  citation: 'RFC 5280, 4.2.1.4',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'shorten the text, and put the rest into the practice statement',
  applies: (object) => explicitTexts(object).length > 0,
  finds: (object) =>
    explicitTexts(object)
      .filter((text) => !isRightLength([...stringValue(text)].length))
      .map((text) => ({
        message: 'explicitText is empty or too long',
        where: 'extensions.certificatePolicies',
        at: bytesOf(text),
        expected: '1 to 200 characters',
      })),
});

function isRightLength(characters: number): boolean {
  return characters >= 1 && characters <= 200;
}
