import { isForServers } from '../../find/server-certificates.ts';
import { hashOf } from '../../find/signature-algorithms.ts';
import { isRootCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSignatureNotSha1: Rule = defineRule({
  id: 'cabf-signature-not-sha1',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'no certificate below a root is signed over SHA-1',
  description:
    'Since 2016 publicly trusted CAs sign no certificates of servers or of subordinate CAs over SHA-1, for which two texts ' +
    'with one hash can be made.',
  citation: 'CABF BR, 7.1.3.2',
  source: 'CABF BR',
  effective: '2016-01-01',
  until: null,
  remedy: 'sign with SHA-256, SHA-384 or SHA-512',
  applies: (certificate) => isForServers(certificate) && !isRootCa(certificate),
  finds: ({ signature }) => {
    if (hashOf(signature) !== 'SHA-1') return [];
    return [{ message: 'the certificate is signed over SHA-1', where: 'signature', at: signature.bytes }];
  },
});
