import { alternativeNames } from '../../find/alternative-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const altNameFormKnown: Rule = defineRule({
  id: 'alt-name-form-known',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'alternative names have one of the nine forms',
  description:
    'A GeneralName has a tag from [0] to [8], constructed where its form holds other elements. What has ' +
    'another tag no reader can take for a name, and name constraints pass it by.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the name as one of the forms of GeneralName, otherName if need be',
  applies: (object) => alternativeNames(object).length > 0,
  finds: (object) =>
    alternativeNames(object).flatMap(({ where, name: { form, bytes } }) => {
      const actual = `tag 0x${(bytes[0] ?? 0).toString(16).padStart(2, '0')}`;
      return form === null ? [{ message: 'a name has none of the forms', where, at: bytes, actual }] : [];
    }),
});
