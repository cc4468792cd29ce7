import { isSubscriber } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubscriberExtendedKeyUsage: Rule = defineRule({
  id: 'cabf-subscriber-extended-key-usage',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a server has extKeyUsage',
  description:
    'The certificate of a publicly trusted server names its purposes. Without extKeyUsage it would be good for all of ' +
    'them, also for signing code and mail.',
  citation: 'CABF BR, 7.1.2.7.6 and 7.1.2.7.10',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the certificate with serverAuth as its purpose',
  applies: (certificate) => isSubscriber(certificate),
  finds: (certificate) => {
    if (extensionOf(certificate, 'extKeyUsage') !== null) return [];
    return [{ message: 'the certificate has no extKeyUsage', where: 'extensions', at: certificate.publicKey.bytes }];
  },
});
