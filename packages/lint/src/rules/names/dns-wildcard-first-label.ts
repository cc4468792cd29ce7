import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsWildcardFirstLabel: Rule = defineRule({
  id: 'dns-wildcard-first-label',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an asterisk in a dNSName is the whole first label',
  description:
    'The syntax of domain names has no asterisk. Those who check host names take one as the whole first label; ' +
    'elsewhere, or beside other characters, they differ about what it matches.',
  citation: 'RFC 5280, 4.2.1.6; RFC 6125, 6.4.3; RFC 9525, 6.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'put the asterisk alone into the first label',
  applies: hasDnsName,
  finds: (object) =>
    findDnsNames(object, 'has an asterisk that is not its first label', (name) =>
      name.replace(/^\*(?=\.|$)/, '').includes('*'),
    ),
});
