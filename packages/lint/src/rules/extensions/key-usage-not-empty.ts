import { extensionOf } from '../../object/extension-value.ts';
import { rawKeyUsage } from '../../object/raw-key-usage.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyUsageNotEmpty: Rule = defineRule({
  id: 'key-usage-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'keyUsage has a bit that is set',
  description:
    'When keyUsage is there, at least one of its bits is 1. Without any, strict readers allow the key nothing and ' +
    'others take it as if there were no keyUsage.',
  citation: 'RFC 5280, 4.2.1.3',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'set the bits of what the key is for, or leave keyUsage out',
  applies: (object) => extensionOf(object, 'keyUsage') !== null,
  finds: (object) => {
    if (rawKeyUsage(object)?.octets.some((octet) => octet !== 0) === true) return [];
    const at = extensionOf(object, 'keyUsage')?.bytes;
    const message = 'no bit of keyUsage is set';
    return [{ message, where: 'extensions.keyUsage', ...(at === undefined ? {} : { at }) }];
  },
});
