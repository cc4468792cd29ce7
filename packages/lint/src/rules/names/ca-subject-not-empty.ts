import { hasKeyUsage, isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caSubjectNotEmpty: Rule = defineRule({
  id: 'ca-subject-not-empty',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a CA, and who signs CRLs, has a name in subject',
  description:
    'The subject of a CA, and of whoever signs CRLs, is a distinguished name that is not empty: it is the ' +
    'issuer of what they sign, and nobody finds them without it.',
  citation: 'RFC 5280, 4.1.2.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the certificate with a distinguished name as its subject',
  applies: (object) => isCa(object) || hasKeyUsage(object, 'cRLSign'),
  finds: ({ subject }) =>
    subject.rdns.length > 0 ? [] : [{ message: 'the subject is an empty name', where: 'subject', at: subject.bytes }],
});
