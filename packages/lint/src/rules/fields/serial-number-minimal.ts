import { defineRule, type Rule } from '../../rule.ts';

export const serialNumberMinimal: Rule = defineRule({
  id: 'serial-number-minimal',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the serial number has no superfluous leading octet',
  description:
    'An INTEGER has at least one octet, and no more leading ones than its sign needs. A serial number with ' +
    'another 00 in front is the same number with other bytes, and a revocation that goes by bytes misses it.',
  citation: 'X.690, 8.3.2',
  source: 'X.690',
  effective: null,
  until: null,
  remedy: 'encode the serial number as a minimal INTEGER',
  applies: () => true,
  finds: ({ serialNumber }) => {
    const [first, second] = serialNumber;
    const padded = second !== undefined && ((first === 0x00 && second < 0x80) || (first === 0xff && second >= 0x80));
    if (first !== undefined && !padded) return [];
    const message = padded ? 'the serial number has a superfluous leading octet' : 'the serial number has no octets';
    return [{ message, where: 'serialNumber', at: serialNumber }];
  },
});
