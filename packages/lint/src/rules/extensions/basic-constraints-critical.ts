import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const basicConstraintsCritical: Rule = defineRule({
  id: 'basic-constraints-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the basicConstraints of a CA are critical',
  description:
    'Every CA certificate whose key signs certificates has basicConstraints, marked critical: who does not understand ' +
    'them must not take the certificate for anything. HSMs that build certificates with keytool leave the mark out.',
  citation: 'RFC 5280, 4.2.1.9',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'ask for basicConstraints with critical set, or have the certificate made where it can be set',
  applies: (object) =>
    isCa(object) && (extensionOf(object, 'keyUsage') === null || usagesOf(object).includes('keyCertSign')),
  finds: (object) => findCriticality(object, 'basicConstraints', true),
});
