import { Tag } from '@quorate/der';
import { attributeName, isDirectoryString } from '../../find/attribute-types.ts';
import { flatAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

const OLD: ReadonlyMap<number, string> = new Map([
  [Tag.TELETEX_STRING, 'TeletexString'],
  [Tag.BMP_STRING, 'BMPString'],
  [Tag.UNIVERSAL_STRING, 'UniversalString'],
]);

export const directoryStringUtf8OrPrintable: Rule = defineRule({
  id: 'directory-string-utf8-or-printable',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'attributes of the subject are UTF8String or PrintableString',
  description:
    'A CA writes a DirectoryString as UTF8String or PrintableString, but for names that it has used in another ' +
    'type before. TeletexString has no agreed characters beyond ASCII, so the same bytes are different names ' +
    'to different readers.',
  citation: 'RFC 5280, 4.1.2.4 and 4.1.2.6',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'encode the attribute as UTF8String, unless the name is in use as it is',
  applies: ({ subject }) => flatAttributes(subject).some(({ type }) => isDirectoryString(type)),
  finds: ({ subject }) =>
    flatAttributes(subject).flatMap(({ type, tag, value }) => {
      const actual = isDirectoryString(type) ? OLD.get(tag) : undefined;
      if (actual === undefined) return [];
      const name = attributeName(type);
      const message = `${name} is of an old string type`;
      return [{ message, where: `subject.${name}`, at: value, expected: 'UTF8String or PrintableString', actual }];
    }),
});
