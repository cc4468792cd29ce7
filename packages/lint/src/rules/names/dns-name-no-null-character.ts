import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsNameNoNullCharacter: Rule = defineRule({
  id: 'dns-name-no-null-character',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no dNSName has a zero octet',
  description:
    'Software in C ends a text at its first zero octet: `bank.example\\0.evil.example` is then taken for the ' +
    "bank's name, while the CA has checked the other. In 2009 this broke most browsers.",
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the certificate for the name that was meant',
  applies: hasDnsName,
  finds: (object) => findDnsNames(object, 'has a zero octet', (name) => name.includes('\0')),
});
