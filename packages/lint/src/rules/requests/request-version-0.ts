import { defineRule, type Rule } from '../../rule.ts';

export const requestVersion0: Rule = defineRule({
  id: 'request-version-0',
  kinds: ['csr'],
  severity: 'error',
  title: 'the version of a request is 0',
  description:
    'There is one version of certification requests, v1, written as 0. Tools that write 2 have copied the number ' +
    'from certificates, and CAs refuse it.',
  citation: 'RFC 2986, 4.1',
  source: 'RFC 2986',
  effective: null,
  until: null,
  remedy: 'write version 0 and sign again',
  applies: () => true,
  finds: ({ version }) => {
    if (version.length === 1 && version[0] === 0) return [];
    return [{ message: 'the version is not 0', where: 'version', at: version, expected: '00' }];
  },
});
