import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const sanCriticalWithoutSubject: Rule = defineRule({
  id: 'san-critical-without-subject',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'without a subject there is a critical subjectAltName',
  description:
    'If the subject is the empty name, only subjectAltName says who the certificate is for: it must be there, ' +
    'and critical, so that a reader who does not understand it does not take the certificate for one of ' +
    'nobody.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'add a critical subjectAltName, or give the subject a name',
  applies: () => true,
  finds: (object) => {
    if (object.subject.rdns.length > 0) return [];
    const extension = extensionOf(object, 'subjectAltName');
    if (extension?.critical === true) return [];
    const at = extension?.bytes ?? object.subject.bytes;
    const actual = extension === null ? 'none' : 'not critical';
    const message = 'the subject is empty and there is no critical subjectAltName';
    return [{ message, where: 'extensions.subjectAltName', at, expected: 'critical', actual }];
  },
});
