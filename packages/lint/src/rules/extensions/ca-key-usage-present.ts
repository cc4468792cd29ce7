import { extensionOf } from '../../object/extension-value.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caKeyUsagePresent: Rule = defineRule({
  id: 'ca-key-usage-present',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a CA has keyUsage',
  description:
    'A certificate whose key checks signatures on certificates or CRLs has keyUsage, so that everyone can see ' +
    'that this is what the key is for. Without it the key may be used for anything.',
  citation: 'RFC 5280, 4.2.1.3',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'add critical keyUsage with keyCertSign, cRLSign or both',
  applies: (object) => isCa(object),
  finds: (object) => {
    if (extensionOf(object, 'keyUsage') !== null) return [];
    return [{ message: 'the certificate of a CA has no keyUsage', where: 'extensions', at: object.tbs }];
  },
});
