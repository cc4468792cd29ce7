import { findEntryCriticality, hasEntryExtension } from '../../find/crl-entries.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlReasonNotCritical: Rule = defineRule({
  id: 'crl-reason-not-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'reasonCode is not critical',
  description:
    'reasonCode is an extension that is not critical: a certificate is revoked whether or not the reader knows what the ' +
    'reason means. Marked critical, it makes readers that do not know it refuse the whole CRL.',
  citation: 'RFC 5280, 5.3.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the mark out',
  applies: (crl) => hasEntryExtension(crl, 'reasonCode'),
  finds: (crl) => findEntryCriticality(crl, 'reasonCode', false),
});
