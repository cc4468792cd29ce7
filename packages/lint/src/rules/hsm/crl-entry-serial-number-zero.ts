import { entriesOf, findInEntries } from '../../find/crl-entries.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlEntrySerialNumberZero: Rule = defineRule({
  id: 'crl-entry-serial-number-zero',
  kinds: ['crl'],
  severity: 'warning',
  title: 'no entry of a CRL is for serial number 0',
  description:
    'HSM services give the serial number 0 to every certificate that is signed after approvals. An entry for 0 revokes ' +
    'all of them at once: a CRL cannot name one.',
  citation: 'RFC 5280, 4.1.2.2 and 5.1.2.6; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'check that all certificates with number 0 of this CA are meant, and have those that stay issued again',
  applies: (crl) => entriesOf(crl).length > 0,
  finds: (crl) =>
    findInEntries(crl, 'userCertificate', ({ serialNumber, bytes }) =>
      serialNumber.some((octet) => octet !== 0)
        ? null
        : { message: 'the entry revokes every certificate with serial number 0', at: bytes },
    ),
});
