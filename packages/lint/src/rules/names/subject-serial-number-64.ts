import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const subjectSerialNumber64: Rule = defineRule({
  id: 'subject-serial-number-64',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'serialNumber in the subject has at most 64 characters',
  description:
    'The upper bound of serialNumber (ub-serial-number) is 64 characters, counted as characters and not as ' +
    'octets. Readers with buffers or database columns of that length cut a longer one off, or refuse the ' +
    'certificate.',
  citation: 'RFC 5280, A.1 (ub-serial-number)',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.serialNumber).length > 0,
  finds: ({ subject }) => findLongAttributes(subject, attributeTypes.serialNumber, 'subject.serialNumber', 64),
});
