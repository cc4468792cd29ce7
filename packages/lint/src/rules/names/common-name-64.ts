import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const commonName64: Rule = defineRule({
  id: 'common-name-64',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'commonName in the subject has at most 64 characters',
  description:
    'The upper bound of commonName (ub-common-name) is 64 characters, counted as characters and not as octets. ' +
    'A longer host name goes into subjectAltName alone.',
  citation: 'RFC 5280, A.1 (ub-common-name)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.commonName).length > 0,
  finds: ({ subject }) => findLongAttributes(subject, attributeTypes.commonName, 'subject.commonName', 64),
});
