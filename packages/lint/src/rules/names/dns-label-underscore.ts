import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsLabelUnderscore: Rule = defineRule({
  id: 'dns-label-underscore',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'no dNSName has an underscore',
  description:
    'The preferred syntax of domain names has no underscore; the DNS itself does. Many hosts have such names ' +
    'and many readers take them, so it is a warning here; some CAs may not certify them.',
  citation: 'RFC 5280, 4.2.1.6; RFC 1034, 3.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'use a name without underscores',
  applies: hasDnsName,
  finds: (object) => findDnsNames(object, 'has an underscore', (name) => name.includes('_')),
});
