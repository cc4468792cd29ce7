import { findForbiddenUsages } from '../../find/key-usage.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyUsageAgreementDirection: Rule = defineRule({
  id: 'key-usage-agreement-direction',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'encipherOnly and decipherOnly stand beside keyAgreement',
  description:
    'encipherOnly and decipherOnly restrict what a key may do in a key agreement; without keyAgreement the ' +
    'standard gives them no meaning.',
  citation: 'RFC 5280, 4.2.1.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'add keyAgreement, or take the bit away',
  applies: (object) => usagesOf(object).includes('encipherOnly') || usagesOf(object).includes('decipherOnly'),
  finds: (object) =>
    usagesOf(object).includes('keyAgreement')
      ? []
      : findForbiddenUsages(object, ['encipherOnly', 'decipherOnly'], 'which mean nothing without keyAgreement'),
});
