import { findDefaultValidity, validitySeconds } from '../../find/validity-days.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const validity3650DaysDefault: Rule = defineRule({
  id: 'validity-3650-days-default',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'the validity is not the 3650 days of the HSM service',
  description:
    'Where nothing was asked for, an HSM service has been seen to issue certificates for 3650 days. For the certificate ' +
    'of a device or a person ten years are seldom meant.',
  citation: 'SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'compare with the validity that was asked for',
  applies: (certificate) => validitySeconds(certificate) !== null,
  finds: (certificate) => findDefaultValidity(certificate, 3650),
});
