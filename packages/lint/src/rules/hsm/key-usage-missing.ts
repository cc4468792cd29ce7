import { extensionOf } from '../../object/extension-value.ts';
import { isEndEntity } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const keyUsageMissing: Rule = defineRule({
  id: 'key-usage-missing',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'the certificate of an end entity has keyUsage',
  description:
    'Some HSM services drop the keyUsage that was asked for, in the request of the subject as well as in the request to ' +
    'sign. Without it the key may be used for everything, also for what its owner never meant.',
  citation: 'RFC 5280, 4.2.1.3; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'compare with what was asked for, and have the certificate issued where keyUsage is kept',
  applies: (certificate) => isEndEntity(certificate),
  finds: (certificate) => {
    if (extensionOf(certificate, 'keyUsage') !== null) return [];
    return [{ message: 'the certificate has no keyUsage', where: 'extensions', at: certificate.publicKey.bytes }];
  },
});
