import { alternativeNames } from '../../find/alternative-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const altNameEntryNotEmpty: Rule = defineRule({
  id: 'alt-name-entry-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no alternative name is empty',
  description:
    'An empty string is a valid IA5String and an empty SEQUENCE a valid name; as alternative names they are ' +
    'not allowed, since every reader could take them for something else.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'take the empty name out',
  applies: (object) => alternativeNames(object).length > 0,
  finds: (object) =>
    alternativeNames(object).flatMap(({ where, name: { form, content, bytes } }) => {
      const isEmpty = content.length === 0 || (form === 'directoryName' && content.length === 2 && content[1] === 0);
      return isEmpty ? [{ message: `a name of the form ${form ?? 'that is none'} is empty`, where, at: bytes }] : [];
    }),
});
