import { isForServers } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { usagesOf } from '../../object/raw-key-usage.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubscriberNotCa: Rule = defineRule({
  id: 'cabf-subscriber-not-ca',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a certificate whose key signs no certificates is not one of a CA',
  description:
    'Where keyUsage has no keyCertSign, the certificate is that of a server, and its basicConstraints do not say CA. A ' +
    'reader that passes over keyUsage would take it for a CA.',
  citation: 'CABF BR, 7.1.2.7.8',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the certificate with empty basicConstraints, or without them',
  applies: (certificate) =>
    isForServers(certificate) &&
    extensionOf(certificate, 'basicConstraints') !== null &&
    extensionOf(certificate, 'keyUsage') !== null &&
    !usagesOf(certificate).includes('keyCertSign'),
  finds: (certificate) => {
    if (!isCa(certificate)) return [];
    const at = extensionOf(certificate, 'basicConstraints')?.bytes ?? certificate.tbs;
    return [{ message: 'basicConstraints say CA and keyUsage does not', where: 'extensions.basicConstraints', at }];
  },
});
