import { defineRule, type Rule } from '../../rule.ts';

export const extensionsPresent: Rule = defineRule({
  id: 'extensions-present',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'a certificate has extensions',
  description:
    'Without extensions nothing says whether a certificate is that of a CA, and what its key is for. Old ' +
    'software takes such a certificate of version 1 for a CA; anybody who gets one could then issue others.',
  citation: 'RFC 5280, 4.2',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'issue a certificate of version 3 with basicConstraints, keyUsage and key identifiers',
  applies: () => true,
  finds: ({ extensions, publicKey }) =>
    extensions === null
      ? [{ message: 'there is nothing behind the key', where: 'extensions', at: publicKey.bytes }]
      : [],
});
