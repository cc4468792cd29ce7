import { extensionOf } from '../../object/extension-value.ts';
import { isRootCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfRootNoExtendedKeyUsage: Rule = defineRule({
  id: 'cabf-root-no-extended-key-usage',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a root has no extKeyUsage',
  description:
    'What a root is trusted for is decided by the program that ships it. In its certificate extKeyUsage is not allowed: ' +
    'some programs take no notice of it there, and others narrow everything below.',
  citation: 'CABF BR, 7.1.2.1.2',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the root certificate without extKeyUsage',
  applies: (certificate) => isRootCa(certificate),
  finds: (certificate) => {
    const extension = extensionOf(certificate, 'extKeyUsage');
    if (extension === null) return [];
    return [{ message: 'the root has extKeyUsage', where: 'extensions.extKeyUsage', at: extension.bytes }];
  },
});
