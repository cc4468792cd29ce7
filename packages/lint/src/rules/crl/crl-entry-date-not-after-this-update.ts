import { entriesOf, findInEntries } from '../../find/crl-entries.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlEntryDateNotAfterThisUpdate: Rule = defineRule({
  id: 'crl-entry-date-not-after-this-update',
  kinds: ['crl'],
  severity: 'warning',
  title: 'no entry has a date after that of the CRL',
  description:
    'The date of an entry is that on which the CA revoked the certificate, so it is not after thisUpdate. Whether a ' +
    'revocation in the future holds now is answered differently by different readers.',
  citation: 'RFC 5280, 5.1.2.6',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'list a certificate when it is revoked, with the date of that',
  applies: (crl) => entriesOf(crl).length > 0 && crl.thisUpdate.time !== null,
  finds: (crl) => {
    const issued = crl.thisUpdate.time?.seconds ?? Number.POSITIVE_INFINITY;
    return findInEntries(crl, 'revocationDate', ({ revocationDate: { time, bytes, text } }) => {
      if (time === null || time.seconds <= issued) return null;
      const facts = { expected: `at most \`${crl.thisUpdate.text}\``, actual: `\`${text}\`` };
      return { message: 'the date of the revocation is after thisUpdate', at: bytes, ...facts };
    });
  },
});
