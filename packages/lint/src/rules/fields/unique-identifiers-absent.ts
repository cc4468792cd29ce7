import { defineRule, type Rule } from '../../rule.ts';

export const uniqueIdentifiersAbsent: Rule = defineRule({
  id: 'unique-identifiers-absent',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'there are no unique identifiers',
  description:
    'issuerUniqueID and subjectUniqueID were made for names that are used again for somebody else. CAs do not ' +
    'write them: names are not to be used again, and most software ignores the fields.',
  citation: 'RFC 5280, 4.1.2.8',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave both fields out, and give another subject another name',
  applies: () => true,
  finds: ({ issuerUniqueId, subjectUniqueId }) =>
    Object.entries({ issuerUniqueID: issuerUniqueId, subjectUniqueID: subjectUniqueId }).flatMap(([where, at]) =>
      at === null ? [] : [{ message: `${where} is there`, where, at }],
    ),
});
