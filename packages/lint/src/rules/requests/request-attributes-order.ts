import { bytesOf } from '@quorate/der';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

export const requestAttributesOrder: Rule = defineRule({
  id: 'request-attributes-order',
  kinds: ['csr'],
  severity: 'error',
  title: 'the attributes of a request stand in the order of DER',
  description:
    'Attributes and their values are SETs, which DER writes in ascending order of their encodings. In another ' +
    'order the request is the same to a lenient reader and malformed to a strict one.',
  citation: 'X.690, 11.6',
  source: 'X.690',
  effective: null,
  until: null,
  remedy: 'sort the attributes by their encodings and sign again',
  applies: ({ attributes }) => attributes !== null && attributes.length > 0,
  finds: ({ attributes }) => {
    const all = attributes ?? [];
    const findings: RuleFinding[] = [];
    const wrong = firstOutOfOrder(all.map(({ bytes }) => bytes));
    if (wrong !== null) findings.push({ message: 'the attributes are not in order', where: 'attributes', at: wrong });
    for (const { type, values } of all) {
      const at = firstOutOfOrder(values.map(bytesOf));
      const message = `the values of attribute ${quote(type)} are not in order`;
      if (at !== null) findings.push({ message, where: 'attributes', at });
    }
    return findings;
  },
});

function firstOutOfOrder(encodings: readonly Uint8Array[]): Uint8Array | null {
  return encodings.find((one, i) => i > 0 && isLess(one, encodings[i - 1] ?? one)) ?? null;
}

/** By octets, the shorter one padded with zeros. */
function isLess(a: Uint8Array, b: Uint8Array): boolean {
  for (let i = 0; i < a.length || i < b.length; i++) {
    const [left, right] = [a[i] ?? 0, b[i] ?? 0];
    if (left !== right) return left < right;
  }
  return false;
}
