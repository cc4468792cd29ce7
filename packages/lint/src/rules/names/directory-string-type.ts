import { Tag } from '@quorate/der';
import { attributeName, isDirectoryString } from '../../find/attribute-types.ts';
import { placedAttributes } from '../../find/distinguished-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

const CHOICES: ReadonlySet<number> = new Set([
  Tag.PRINTABLE_STRING,
  Tag.UTF8_STRING,
  Tag.TELETEX_STRING,
  Tag.BMP_STRING,
  Tag.UNIVERSAL_STRING,
]);

export const directoryStringType: Rule = defineRule({
  id: 'directory-string-type',
  kinds: ['certificate', 'tbs', 'csr', 'crl'],
  severity: 'error',
  title: 'attributes that are a DirectoryString have one of its five types',
  description:
    'commonName, organizationName and most attributes with them are a PrintableString, UTF8String, ' +
    'TeletexString, BMPString or UniversalString. IA5String, which some tools write, is none of these, and ' +
    'strict readers refuse the name.',
  citation: 'RFC 5280, 4.1.2.4 and A.1 (DirectoryString)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'encode the attribute as UTF8String or PrintableString',
  applies: (object) => placedAttributes(object).some(({ attribute }) => isDirectoryString(attribute.type)),
  finds: (object) =>
    placedAttributes(object).flatMap(({ where, attribute: { type, tag, value } }) => {
      if (!isDirectoryString(type) || CHOICES.has(tag)) return [];
      const actual = `tag 0x${tag.toString(16).padStart(2, '0')}`;
      return [{ message: `${attributeName(type)} is no DirectoryString`, where, at: value, actual }];
    }),
});
