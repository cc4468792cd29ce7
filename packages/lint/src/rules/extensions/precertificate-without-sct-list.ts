import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const precertificateWithoutSctList: Rule = defineRule({
  id: 'precertificate-without-sct-list',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a precertificate has no list of SCTs',
  description:
    'A precertificate is sent to logs to get SCTs for the certificate to come, so it cannot hold them. One with ' +
    'the poison extension and a list of SCTs was made from the wrong template.',
  citation: 'RFC 6962, 3.1 and 3.3',
  source: 'RFC 6962',
  effective: '2013-06-01',
  until: null,
  remedy: 'leave the list of SCTs out of the precertificate, and put it into the certificate',
  applies: (object) => extensionOf(object, 'precertificatePoison') !== null,
  finds: (object) => {
    const extension = extensionOf(object, 'signedCertificateTimestampList');
    const where = 'extensions.signedCertificateTimestampList';
    return extension === null ? [] : [{ message: 'a precertificate has a list of SCTs', where, at: extension.bytes }];
  },
});
