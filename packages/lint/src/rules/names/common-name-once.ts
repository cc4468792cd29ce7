import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf } from '../../find/attributes.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const commonNameOnce: Rule = defineRule({
  id: 'common-name-once',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'the subject has one commonName at most',
  description:
    'Of two common names one reader shows the first and another the last, so two people can see two subjects ' +
    'in one certificate.',
  citation: 'X.520, 6.2.2',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'keep one commonName, and put further names into subjectAltName',
  applies: ({ subject }) => attributesOf(subject, attributeTypes.commonName).length > 0,
  finds: ({ subject }) =>
    attributesOf(subject, attributeTypes.commonName)
      .slice(1)
      .map(({ value }) => ({ message: 'commonName stands again', where: 'subject.commonName', at: value })),
});
