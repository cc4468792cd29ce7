import { attributeName, attributeTypes } from '../../find/attribute-types.ts';
import { findLongAttributes, flatAttributes } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

const TYPES = [
  attributeTypes.surname,
  attributeTypes.givenName,
  attributeTypes.initials,
  attributeTypes.generationQualifier,
  attributeTypes.name,
] as const;

export const personalName32768: Rule = defineRule({
  id: 'personal-name-32768',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'names of persons in the subject have at most 32768 characters',
  description:
    'The upper bound of surname, givenName, initials, generationQualifier and name (ub-name) is 32768 ' +
    'characters each.',
  citation: 'RFC 5280, A.1 (ub-name)',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'shorten the attribute, or leave it out',
  applies: ({ subject }) => flatAttributes(subject).some(({ type }) => (TYPES as readonly string[]).includes(type)),
  finds: ({ subject }) =>
    TYPES.flatMap((type) => findLongAttributes(subject, type, `subject.${attributeName(type)}`, 32768)),
});
