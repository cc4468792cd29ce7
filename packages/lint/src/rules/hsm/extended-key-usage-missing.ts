import { extensionOf } from '../../object/extension-value.ts';
import { isEndEntity } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const extendedKeyUsageMissing: Rule = defineRule({
  id: 'extended-key-usage-missing',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'the certificate of an end entity names its purposes',
  description:
    'Some HSM services drop the extKeyUsage that was asked for. A certificate without it is taken for every purpose by ' +
    'RFC 5280 and by most readers: one that was meant for signing code then also serves for a web site.',
  citation: 'RFC 5280, 4.2.1.12; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'compare with what was asked for, and have the certificate issued where extKeyUsage is kept',
  applies: (certificate) => isEndEntity(certificate),
  finds: (certificate) => {
    if (extensionOf(certificate, 'extKeyUsage') !== null) return [];
    return [{ message: 'the certificate has no extKeyUsage', where: 'extensions', at: certificate.publicKey.bytes }];
  },
});
