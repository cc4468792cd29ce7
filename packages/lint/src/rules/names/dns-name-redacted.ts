import { findDnsLabels, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsNameRedacted: Rule = defineRule({
  id: 'dns-name-redacted',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'no label of a dNSName is a question mark',
  description:
    'A question mark in place of a label stood for a name that was kept out of the logs of Certificate ' +
    'Transparency, by a draft that came to nothing. Such a name is no domain name and matches nothing.',
  citation: 'draft-strad-trans-redaction-00, 4',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'issue the certificate with the whole name',
  applies: hasDnsName,
  finds: (object) => findDnsLabels(object, 'has a label that is a question mark', (label) => label === '?'),
});
