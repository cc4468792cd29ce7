import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { hasPurpose } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const extendedKeyUsageAnyNotCritical: Rule = defineRule({
  id: 'extended-key-usage-any-not-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'extKeyUsage with anyExtendedKeyUsage is not critical',
  description:
    'anyExtendedKeyUsage says that the purposes named beside it are no restriction. Marked critical, the ' +
    'extension at once demands to be obeyed and has nothing to obey; some readers refuse it.',
  citation: 'RFC 5280, 4.2.1.12',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'mark extKeyUsage as not critical, or name the purposes and leave anyExtendedKeyUsage out',
  applies: (object) => extensionOf(object, 'extKeyUsage') !== null,
  finds: (object) => (hasPurpose(object, 'anyExtendedKeyUsage') ? findCriticality(object, 'extKeyUsage', false) : []),
});
