import { findDnsLabels, hasDnsName } from '../../find/dns-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsLabelHyphen: Rule = defineRule({
  id: 'dns-label-hyphen',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'no label of a dNSName begins or ends with a hyphen',
  description:
    'Labels begin and end with a letter or a digit. Resolvers and browsers differ in what they do with others.',
  citation: 'RFC 5280, 4.2.1.6; RFC 1034, 3.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'take the hyphen off, or use another name',
  applies: hasDnsName,
  finds: (object) =>
    findDnsLabels(object, 'has a label that begins or ends with a hyphen', (label) => /^-|-$/.test(label)),
});
