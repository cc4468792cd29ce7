import { defineRule, type Rule } from '../../rule.ts';

export const serialNumberPositive: Rule = defineRule({
  id: 'serial-number-positive',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the serial number is above zero',
  description:
    'A CA numbers its certificates with positive integers. Zero is what software writes that was given no number, and a ' +
    'negative number is an unsigned one whose leading zero octet was forgotten; some readers refuse both.',
  citation: 'RFC 5280, 4.1.2.2',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'issue the certificate again with a positive serial number that the CA has not used, best of random octets',
  applies: () => true,
  finds: ({ serialNumber }) => {
    const negative = (serialNumber[0] ?? 0) >= 0x80;
    if (!negative && serialNumber.some((octet) => octet !== 0)) return [];
    const message = `the serial number is ${negative ? 'negative' : 'zero'}`;
    return [{ message, where: 'serialNumber', at: serialNumber, expected: 'a positive integer' }];
  },
});
