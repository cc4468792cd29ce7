import { isSubscriber } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubscriberPolicies: Rule = defineRule({
  id: 'cabf-subscriber-policies',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a server has certificatePolicies',
  description:
    'The certificate of a publicly trusted server says by its policies how the names in it were checked: of the domain ' +
    'alone, of an organization, or of a person.',
  citation: 'CABF BR, 7.1.2.7.6 and 7.1.2.7.9',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the certificate with one of the policies 2.23.140.1.2.1, .2 and .3, or 2.23.140.1.1',
  applies: (certificate) => isSubscriber(certificate),
  finds: (certificate) => {
    if (extensionOf(certificate, 'certificatePolicies') !== null) return [];
    const at = certificate.publicKey.bytes;
    return [{ message: 'the certificate has no certificatePolicies', where: 'extensions', at }];
  },
});
