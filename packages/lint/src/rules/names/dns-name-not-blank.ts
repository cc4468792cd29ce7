import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsNameNotBlank: Rule = defineRule({
  id: 'dns-name-not-blank',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no dNSName is blank',
  description:
    'The domain name syntax of the Internet has one blank name, `" "`, for the root; in a certificate it must ' +
    'not stand.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'take the name out',
  applies: hasDnsName,
  finds: (object) => findDnsNames(object, 'is blank', (name) => name.trim() === ''),
});
