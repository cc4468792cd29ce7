import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const requestNamesSubject: Rule = defineRule({
  id: 'request-names-subject',
  kinds: ['csr'],
  severity: 'warning',
  title: 'a request says for whom it is',
  description:
    'A request with an empty subject and without subjectAltName leaves it to the CA for whom the certificate will ' +
    'be. That can be meant, and more often a template was not filled in.',
  citation: 'no standard',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'fill in the subject or ask for a subjectAltName',
  applies: () => true,
  finds: (object) => {
    if (object.subject.rdns.length > 0 || extensionOf(object, 'subjectAltName') !== null) return [];
    const { bytes: at } = object.subject;
    return [{ message: 'the subject is empty and no subjectAltName is asked for', where: 'subject', at }];
  },
});
