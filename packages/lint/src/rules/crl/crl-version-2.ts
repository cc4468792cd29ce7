import { defineRule, type Rule } from '../../rule.ts';

export const crlVersion2: Rule = defineRule({
  id: 'crl-version-2',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL says that it is of version 2',
  description:
    'Every CRL has extensions, a number and the identifier of a key, and only version 2 may have them: so the version is ' +
    'written, as the integer 1. Left out it means version 1.',
  citation: 'RFC 5280, 5.1.2.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the CRL with version 2, which is the integer 1',
  applies: () => true,
  finds: ({ version, tbs }) => {
    if (version !== null && version.length === 1 && version[0] === 1) return [];
    const message = version === null ? 'the CRL does not say its version' : 'the version is not 2';
    return [{ message, where: 'version', at: version ?? tbs, expected: 'the integer 1' }];
  },
});
