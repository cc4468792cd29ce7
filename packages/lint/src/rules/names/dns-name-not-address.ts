import { endsInNumber } from '@quorate/x509';
import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsNameNotAddress: Rule = defineRule({
  id: 'dns-name-not-address',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'no dNSName is an IP address',
  description:
    'An address belongs into an iPAddress, as octets. Written as text in a dNSName it has the syntax of a ' +
    'domain name, and readers that keep to the forms never match it.',
  citation: 'RFC 5280, 4.2.1.6; RFC 6125, 1.7.2',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'write the address as iPAddress',
  applies: hasDnsName,
  finds: (object) => findDnsNames(object, 'is an address', (name) => endsInNumber(name.toLowerCase())),
});
