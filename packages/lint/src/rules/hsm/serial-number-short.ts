import { defineRule, type Rule } from '../../rule.ts';

export const serialNumberShort: Rule = defineRule({
  id: 'serial-number-short',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'the serial number has room for 64 random bits',
  description:
    'HSM services number certificates by 0, by a hash of 32 bits or by the clock. A serial number that nobody can guess ' +
    'has at least 64 bits from a random source: it is what made forged certificates over weak hashes possible that ' +
    'numbers could be foretold.',
  citation: 'SKA.md 8.5; CABF BR, 7.1',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'have certificates numbered by 8 to 20 random octets',
  applies: () => true,
  finds: ({ serialNumber }) => {
    const octets = serialNumber[0] === 0 ? serialNumber.length - 1 : serialNumber.length;
    if (octets >= 8) return [];
    const facts = { expected: '8 to 20 octets', actual: String(octets) };
    return [{ message: 'the serial number is short', where: 'serialNumber', at: serialNumber, ...facts }];
  },
});
