import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsNameLength: Rule = defineRule({
  id: 'dns-name-length',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a dNSName has labels of up to 63 characters and 253 in all',
  description:
    'The DNS has no labels above 63 octets and no names above 255 on the wire, which is 253 characters. A ' +
    'longer one cannot be looked up, so it cannot have been checked.',
  citation: 'RFC 5280, 4.2.1.6; RFC 1035, 2.3.4',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the certificate for a name that the DNS can have',
  applies: hasDnsName,
  finds: (object) =>
    findDnsNames(
      object,
      'is too long',
      (name) => name.length > 253 || name.split('.').some((label) => label.length > 63),
    ),
});
