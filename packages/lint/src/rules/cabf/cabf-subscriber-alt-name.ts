import { isSubscriber } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubscriberAltName: Rule = defineRule({
  id: 'cabf-subscriber-alt-name',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a server has subjectAltName',
  description:
    'The names of a publicly trusted server are in subjectAltName. Browsers have not looked for them in the commonName ' +
    'for years.',
  citation: 'CABF BR, 7.1.2.7.6 and 7.1.2.7.12',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the certificate with the names of the server in subjectAltName',
  applies: (certificate) => isSubscriber(certificate),
  finds: (certificate) => {
    if (extensionOf(certificate, 'subjectAltName') !== null) return [];
    return [{ message: 'the certificate has no subjectAltName', where: 'extensions', at: certificate.publicKey.bytes }];
  },
});
