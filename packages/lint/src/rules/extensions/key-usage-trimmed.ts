import { extensionOf } from '../../object/extension-value.ts';
import { rawKeyUsage } from '../../object/raw-key-usage.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyUsageTrimmed: Rule = defineRule({
  id: 'key-usage-trimmed',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the BIT STRING of keyUsage ends with its last 1',
  description:
    'In DER a BIT STRING with named bits has no zero bits behind the last that is set, and the unused bits of its ' +
    'last octet are zero. With them the same usages have several encodings.',
  citation: 'X.690, 11.2',
  source: 'X.690',
  effective: null,
  until: null,
  remedy: 'encode keyUsage again without trailing zero bits',
  applies: (object) => extensionOf(object, 'keyUsage') !== null,
  finds: (object) => {
    const usage = rawKeyUsage(object);
    if (usage === null || isTrimmed(usage.octets, usage.unused)) return [];
    const message = 'keyUsage has zero bits behind its last 1, or unused bits that are not zero';
    return [{ message, where: 'extensions.keyUsage', at: usage.octets }];
  },
});

function isTrimmed(octets: Uint8Array, unused: number): boolean {
  const last = octets[octets.length - 1];
  if (last === undefined) return unused === 0;
  return unused <= 7 && (last & ((2 << unused) - 1)) === 1 << unused;
}
