import { defineRule, type Rule } from '../../rule.ts';

export const serialNumberAtMost20Octets: Rule = defineRule({
  id: 'serial-number-at-most-20-octets',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the serial number has at most 20 octets',
  description:
    'Every user of certificates can handle serial numbers of 20 octets, the sign included; none need handle ' +
    'longer ones. A number of 20 random octets becomes one of 21 when its first bit is set.',
  citation: 'RFC 5280, 4.1.2.2',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'take a shorter serial number, for instance 16 random octets with the first bit cleared',
  applies: () => true,
  finds: ({ serialNumber }) => {
    if (serialNumber.length <= 20) return [];
    const actual = `${serialNumber.length} octets`;
    const message = 'the serial number is too long';
    return [{ message, where: 'serialNumber', at: serialNumber, expected: 'at most 20 octets', actual }];
  },
});
