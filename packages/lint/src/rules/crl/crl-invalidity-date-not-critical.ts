import { findEntryCriticality, hasEntryExtension } from '../../find/crl-entries.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlInvalidityDateNotCritical: Rule = defineRule({
  id: 'crl-invalidity-date-not-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'invalidityDate is not critical',
  description:
    'invalidityDate says since when a key may have been misused. It is not critical: who does not understand it still ' +
    'knows that the certificate is revoked.',
  citation: 'RFC 5280, 5.3.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the mark out',
  applies: (crl) => hasEntryExtension(crl, 'invalidityDate'),
  finds: (crl) => findEntryCriticality(crl, 'invalidityDate', false),
});
