import { entriesOf, findInEntries } from '../../find/crl-entries.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlEntrySerialNumber: Rule = defineRule({
  id: 'crl-entry-serial-number',
  kinds: ['crl'],
  severity: 'warning',
  title: 'the serial numbers on a CRL are not negative and have at most 20 octets',
  description:
    'Certificates of a conforming CA have positive serial numbers of at most 20 octets, so no other is on its CRL. A ' +
    'negative one is mostly a positive number whose leading zero octet was forgotten, and then revokes nothing.',
  citation: 'RFC 5280, 4.1.2.2 and 5.1.2.6',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'copy the serial number from the certificate octet by octet',
  applies: (crl) => entriesOf(crl).length > 0,
  finds: (crl) =>
    findInEntries(crl, 'userCertificate', ({ serialNumber }) => {
      if ((serialNumber[0] ?? 0) >= 0x80) return { message: 'the serial number is negative', at: serialNumber };
      if (serialNumber.length <= 20) return null;
      const facts = { expected: 'at most 20 octets', actual: `${serialNumber.length} octets` };
      return { message: 'the serial number is too long', at: serialNumber, ...facts };
    }),
});
