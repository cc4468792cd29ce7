import { defineRule, type Rule } from '../../rule.ts';

export const versionKnown: Rule = defineRule({
  id: 'version-known',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the version is 1, 2 or 3',
  description:
    'The version is an INTEGER of one octet: 1 stands for version 2, 2 for version 3, the last there is. A ' +
    'reader that meets another cannot know what the rest of the certificate means, and must refuse it.',
  citation: 'RFC 5280, 4.1.2.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'set the version to 3, written as the INTEGER 2',
  applies: ({ version }) => version !== null,
  finds: ({ version }) => {
    if (version === null || (version.length === 1 && (version[0] as number) <= 2)) return [];
    return [{ message: 'the version is none that is known', where: 'version', at: version, expected: '0, 1 or 2' }];
  },
});
