import { findForbiddenUsages } from '../../find/key-usage.ts';
import { isSubscriber } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubscriberKeyUsage: Rule = defineRule({
  id: 'cabf-subscriber-key-usage',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the keyUsage of a server has neither keyCertSign nor cRLSign',
  description:
    'The key of a publicly trusted server signs no certificates and no CRLs, and its keyUsage does not say that it does.',
  citation: 'CABF BR, 7.1.2.7.11',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the certificate with digitalSignature, and with RSA perhaps keyEncipherment',
  applies: (certificate) => isSubscriber(certificate) && extensionOf(certificate, 'keyUsage') !== null,
  finds: (certificate) => findForbiddenUsages(certificate, ['keyCertSign', 'cRLSign'], 'which CAs alone have'),
});
