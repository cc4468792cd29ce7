import { findDefaultValidity, validitySeconds } from '../../find/validity-days.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const validity90DaysDefault: Rule = defineRule({
  id: 'validity-90-days-default',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'the validity is not the 90 days of keytool',
  description:
    'keytool gives a certificate 90 days when it is told nothing. An HSM service that has no field for the validity, or ' +
    'drops it, returns such certificates, and a device stops working after three months.',
  citation: 'SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'compare with the validity that was asked for',
  applies: (certificate) => validitySeconds(certificate) !== null,
  finds: (certificate) => findDefaultValidity(certificate, 90),
});
