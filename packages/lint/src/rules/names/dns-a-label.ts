import { findDnsLabels, hasDnsName } from '../../find/dns-names.ts';
import { decodePunycode } from '../../find/punycode.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const dnsALabel: Rule = defineRule({
  id: 'dns-a-label',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'labels of a dNSName that begin with xn-- are A-labels',
  description:
    'Such a label is Punycode of a text with a character beyond ASCII, in the one way that Punycode has for ' +
    'it. Another label with this beginning is shown as one thing here and as another there. Whether IDNA ' +
    'allows each character is not looked at.',
  citation: 'RFC 3490, 4 and 5; RFC 5280, 7.2; RFC 5890, 2.3.2.1',
  source: 'RFC 3490',
  effective: '2003-03-01',
  until: null,
  remedy: 'encode the internationalized name again',
  applies: hasDnsName,
  finds: (object) => findDnsLabels(object, 'has a label that is no A-label', isFalseALabel),
});

function isFalseALabel(label: string): boolean {
  if (!/^xn--/i.test(label)) return false;
  const points = decodePunycode(label.slice(4));
  if (points === null || points.every((point) => point < 0x80)) return true;
  const text = String.fromCodePoint(...points);
  return text !== text.normalize('NFC') || /^\p{M}|[\p{Cc}\p{Z}]/u.test(text);
}
