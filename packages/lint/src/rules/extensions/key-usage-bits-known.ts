import { extensionOf } from '../../object/extension-value.ts';
import { rawKeyUsage } from '../../object/raw-key-usage.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyUsageBitsKnown: Rule = defineRule({
  id: 'key-usage-bits-known',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'keyUsage has no bits but the nine of the standard',
  description:
    'KeyUsage names the bits 0 to 8. What a tenth would allow is nowhere defined: such a bit comes of bytes in a ' +
    'wrong order or of a wrong count of unused bits.',
  citation: 'RFC 5280, 4.2.1.3',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'encode keyUsage again from the names of the usages',
  applies: (object) => extensionOf(object, 'keyUsage') !== null,
  finds: (object) => {
    const { octets = new Uint8Array() } = rawKeyUsage(object) ?? {};
    const known = octets.every((octet, i) => i === 0 || (i === 1 ? (octet & 0x7f) === 0 : octet === 0));
    const message = 'keyUsage has a bit above 8';
    return known ? [] : [{ message, where: 'extensions.keyUsage', at: octets, expected: 'bits 0 to 8' }];
  },
});
