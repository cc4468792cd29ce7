import { entriesOf, findInEntries } from '../../find/crl-entries.ts';
import { dayOf } from '../../object/raw-time.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlEntryDateNotEarly: Rule = defineRule({
  id: 'crl-entry-date-not-early',
  kinds: ['crl'],
  severity: 'warning',
  title: 'no certificate was revoked before 1999',
  description:
    'A revocation before the first Internet profile of X.509 (RFC 2459, January 1999) is hardly true: it is what a date ' +
    'that was never set looks like, for instance 1970-01-01. To verifiers of old signatures it says that none was good.',
  citation: 'practice (RFC 2459 is of January 1999)',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'put the date on which the CA revoked the certificate',
  applies: (crl) => entriesOf(crl).length > 0,
  finds: (crl) =>
    findInEntries(crl, 'revocationDate', ({ revocationDate }) => {
      const day = dayOf(revocationDate);
      if (day === null || day >= '1999-01-01') return null;
      return { message: 'the certificate was revoked before 1999', at: revocationDate.bytes, actual: day };
    }),
});
