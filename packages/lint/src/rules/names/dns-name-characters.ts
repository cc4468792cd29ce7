import { findDnsNames, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** A zero octet, an underscore, an asterisk and what is beyond ASCII are the affair of other rules; so is a blank name. */
const OTHER = /^(?! *$).*[^A-Za-z0-9.\-_*\0\u0080-\u00FF]/s;

export const dnsNameCharacters: Rule = defineRule({
  id: 'dns-name-characters',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a dNSName is made of letters, digits and hyphens',
  description:
    'Labels have ASCII letters, digits and hyphens, with dots between. A port, a slash, a blank, or an address ' +
    'of mail or the web is no part of a domain name, and the name matches nothing.',
  citation: 'RFC 5280, 4.2.1.6; RFC 1034, 3.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the bare domain name',
  applies: hasDnsName,
  finds: (object) => findDnsNames(object, 'has characters that no domain name has', (name) => OTHER.test(name)),
});
