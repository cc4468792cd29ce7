import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsNameNoEmptyLabel: Rule = defineRule({
  id: 'dns-name-no-empty-label',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no dNSName has an empty label',
  description:
    'A domain name in a certificate does not begin or end with a dot, nor has it two together. With a dot in ' +
    'front it is the form of a name constraint, and some readers have taken it for every host below.',
  citation: 'RFC 5280, 4.2.1.6; RFC 1034, 3.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'take the superfluous dots out',
  applies: hasDnsName,
  finds: (object) => findDnsNames(object, 'has an empty label', (name) => name !== '' && name.split('.').includes('')),
});
