import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsWildcardNotAlone: Rule = defineRule({
  id: 'dns-wildcard-not-alone',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an asterisk in a dNSName has a domain behind it',
  description:
    'A wildcard stands for the first label of a name below a domain. Alone, or with the asterisk at the end, ' +
    'it would stand for every host there is.',
  citation: 'RFC 5280, 4.2.1.6; RFC 6125, 6.4.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'name the domain behind the asterisk',
  applies: hasDnsName,
  finds: (object) => findDnsNames(object, 'is a wildcard without a domain', (name) => /\*\.?$/.test(name)),
});
