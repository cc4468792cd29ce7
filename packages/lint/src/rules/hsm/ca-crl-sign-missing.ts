import { extensionOf } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caCrlSignMissing: Rule = defineRule({
  id: 'ca-crl-sign-missing',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a CA that signs certificates may sign CRLs',
  description:
    'HSM services write the bits digitalSignature and keyCertSign for a CA. Without cRLSign no CRL of it is accepted, so ' +
    'nothing that it issues can be revoked by the same key.',
  citation: 'RFC 5280, 4.2.1.3; SKA.md 8.1',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'ask for keyCertSign and cRLSign, or have another certificate for the key that signs CRLs',
  applies: (object) => isCa(object) && usagesOf(object).includes('keyCertSign'),
  finds: (object) => {
    const extension = extensionOf(object, 'keyUsage');
    if (extension === null || usagesOf(object).includes('cRLSign')) return [];
    return [{ message: 'keyUsage has no cRLSign', where: 'extensions.keyUsage', at: extension.bytes }];
  },
});
