import { findCriticality } from '../../find/criticality.ts';
import { isSubscriber } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubscriberExtendedKeyUsageNotCritical: Rule = defineRule({
  id: 'cabf-subscriber-extended-key-usage-not-critical',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the extKeyUsage of a server is not critical',
  description:
    'Since version 2 of the Baseline Requirements each extension of a certificate of a server is either critical or not, ' +
    'and extKeyUsage is not.',
  citation: 'CABF BR, 7.1.2.7.6',
  source: 'CABF BR',
  effective: '2023-09-15',
  until: null,
  remedy: 'issue the certificate without the mark on extKeyUsage',
  applies: (certificate) => isSubscriber(certificate) && extensionOf(certificate, 'extKeyUsage') !== null,
  finds: (certificate) => findCriticality(certificate, 'extKeyUsage', false),
});
