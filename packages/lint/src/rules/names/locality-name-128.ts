import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf, findLongAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const localityName128: Rule = defineRule({
  id: 'locality-name-128',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'localityName in the subject has at most 128 characters',
  description:
    'The upper bound of localityName (ub-locality-name) is 128 characters, counted as characters and not as ' +
    'octets. Readers with buffers or database columns of that length cut a longer one off, or refuse the ' +
    'certificate.',
  citation: 'RFC 5280, A.1 (ub-locality-name)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.localityName).length > 0,
  finds: ({ subject }) => findLongAttributes(subject, attributeTypes.localityName, 'subject.localityName', 128),
});
