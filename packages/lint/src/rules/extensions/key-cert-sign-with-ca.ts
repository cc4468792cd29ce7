import { extensionOf } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyCertSignWithCa: Rule = defineRule({
  id: 'key-cert-sign-with-ca',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'who has keyCertSign is a CA',
  description:
    'keyCertSign says that the key signs certificates, and only the certificate of a CA may say so. Readers that ' +
    'look at one of the two extensions alone would take an end entity for a CA.',
  citation: 'RFC 5280, 4.2.1.3 and 4.2.1.9',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'add critical basicConstraints with cA, or take keyCertSign out of keyUsage',
  applies: (object) => extensionOf(object, 'keyUsage') !== null,
  finds: (object) => {
    if (!usagesOf(object).includes('keyCertSign') || isCa(object)) return [];
    const at = extensionOf(object, 'keyUsage')?.bytes;
    const message = 'keyUsage has keyCertSign, and basicConstraints do not have cA';
    return [{ message, where: 'extensions.keyUsage', ...(at === undefined ? {} : { at }) }];
  },
});
