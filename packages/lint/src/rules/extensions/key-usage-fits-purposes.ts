import { purposeName } from '@quorate/x509';
import { usagesOfPurpose } from '../../find/key-usages-of-purpose.ts';
import { quote } from '../../find/quote.ts';
import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isEndEntity } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyUsageFitsPurposes: Rule = defineRule({
  id: 'key-usage-fits-purposes',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'keyUsage and extKeyUsage leave a use for the key',
  description:
    'A certificate is used only for what both extensions allow. For each purpose the standard names the usages ' +
    'that go with it; when no purpose has one of its own in keyUsage, the certificate is good for nothing. Of a ' +
    'CA extKeyUsage is about the certificates below it, and is not looked at.',
  citation: 'RFC 5280, 4.2.1.12',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'set the usages that the purposes need, or name other purposes',
  applies: (object) =>
    isEndEntity(object) && extensionOf(object, 'keyUsage') !== null && extensionOf(object, 'extKeyUsage') !== null,
  finds: (object) => {
    const usages = usagesOf(object);
    const purposes = extensionValue(object, 'extKeyUsage')?.purposes ?? [];
    const isUsable = (purpose: string): boolean =>
      usagesOfPurpose(purpose)?.some((usage) => usages.includes(usage)) ?? true;
    if (purposes.some(isUsable)) return [];
    const at = extensionOf(object, 'keyUsage')?.bytes;
    const message = `keyUsage (${usages.join(', ')}) fits none of the purposes`;
    const actual = quote(purposes.map((purpose) => purposeName(purpose) ?? purpose).join(', '));
    return [{ message, where: 'extensions.keyUsage', actual, ...(at === undefined ? {} : { at }) }];
  },
});
