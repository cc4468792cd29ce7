import { Tag } from '@quorate/der';
import { attributesOf } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

const COUNTRY_NAME = '2.5.4.6';

export const subjectCountryPrintableString: Rule = defineRule({
  id: 'subject-country-printable-string',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'countryName in the subject is a PrintableString',
  description:
    'The type of countryName is PrintableString and no other, unlike that of most attributes. Written as UTF8String it ' +
    'makes another name for readers that compare bytes.',
  citation: 'RFC 5280, A.1 (X520countryName)',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'encode countryName as PrintableString',
  applies: ({ subject }) => attributesOf(subject, COUNTRY_NAME).length > 0,
  finds: ({ subject }) =>
    attributesOf(subject, COUNTRY_NAME)
      .filter(({ tag }) => tag !== Tag.PRINTABLE_STRING)
      .map(({ value, tag }) => ({
        message: 'countryName is no PrintableString',
        where: 'subject.countryName',
        at: value,
        expected: 'tag 0x13',
        actual: `tag 0x${tag.toString(16).padStart(2, '0')}`,
      })),
});
