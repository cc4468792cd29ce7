import { namesOfForm } from '../../find/alternative-names.ts';
import { findDnsNames } from '../../find/dns-names.ts';
import { isSubscriber } from '../../find/server-certificates.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfDnsNameNoUnderscore: Rule = defineRule({
  id: 'cabf-dns-name-no-underscore',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'no dNSName of a server has an underscore',
  description:
    'A dNSName is in the preferred form of host names: letters, digits and hyphens. Underscores, which some names in the ' +
    'DNS have, have not been allowed since April 2019.',
  citation: 'CABF BR, 7.1.2.7.12',
  source: 'CABF BR',
  effective: '2019-04-01',
  until: null,
  remedy: 'give the server a name without underscores, or use a wildcard above it',
  applies: (certificate) => isSubscriber(certificate) && namesOfForm(certificate, 'dNSName').length > 0,
  finds: (certificate) => findDnsNames(certificate, 'has an underscore', (name) => name.includes('_')),
});
