import { Tag } from '@quorate/der';
import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectSerialNumberPrintableString: Rule = defineRule({
  id: 'subject-serial-number-printable-string',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the attribute serialNumber in the subject is a PrintableString',
  description:
    'The type of the attribute serialNumber is PrintableString and no other. Written as UTF8String it makes ' +
    'another name for readers that compare bytes.',
  citation: 'RFC 5280, A.1 (X520SerialNumber)',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'encode serialNumber as PrintableString',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.serialNumber).length > 0,
  finds: ({ subject }) =>
    attributesOf(subject, attributeTypes.serialNumber)
      .filter(({ tag }) => tag !== Tag.PRINTABLE_STRING)
      .map(({ value, tag }) => ({
        message: 'serialNumber is no PrintableString',
        where: 'subject.serialNumber',
        at: value,
        expected: 'tag 0x13',
        actual: `tag 0x${tag.toString(16).padStart(2, '0')}`,
      })),
});
