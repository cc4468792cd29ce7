import { extensionOf } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caWithoutKeyCertSign: Rule = defineRule({
  id: 'ca-without-key-cert-sign',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a CA may sign certificates',
  description:
    'The certificates that an HSM service makes for approvers say CA and have digitalSignature alone. No path validation ' +
    'takes such a CA, but a program that looks at basicConstraints only does: an approver could issue certificates.',
  citation: 'RFC 5280, 4.2.1.3 and 4.2.1.9; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'ask for keyCertSign where a CA is meant, and else for a certificate that is none of a CA',
  applies: (object) => isCa(object) && extensionOf(object, 'keyUsage') !== null,
  finds: (object) => {
    const extension = extensionOf(object, 'keyUsage');
    if (extension === null || usagesOf(object).includes('keyCertSign')) return [];
    return [{ message: 'keyUsage has no keyCertSign', where: 'extensions.keyUsage', at: extension.bytes }];
  },
});
