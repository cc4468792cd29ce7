import { findCriticality } from '../../find/criticality.ts';
import { isServerCa } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfCaKeyUsageCritical: Rule = defineRule({
  id: 'cabf-ca-key-usage-critical',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a CA has a critical keyUsage',
  description:
    'A CA of publicly trusted servers has keyUsage, and it is marked critical; RFC 5280 only wants it so as a rule, with ' +
    'room for exceptions.',
  citation: 'CABF BR, 7.1.2.1.2 and 7.1.2.6.1',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the CA certificate with a critical keyUsage of keyCertSign and cRLSign',
  applies: (certificate) => isServerCa(certificate),
  finds: (certificate) => {
    if (extensionOf(certificate, 'keyUsage') !== null) return findCriticality(certificate, 'keyUsage', true);
    return [{ message: 'the CA has no keyUsage', where: 'extensions', at: certificate.tbs }];
  },
});
