import { defineRule, type Rule } from '../../rule.ts';

export const extensionsNeedVersion3: Rule = defineRule({
  id: 'extensions-need-version-3',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'extensions stand in a certificate of version 3 alone',
  description:
    'The extensions field came with version 3. Readers that go by the version do not look for it in an older ' +
    'one, so they miss what it forbids, also where it is critical.',
  citation: 'RFC 5280, 4.1.2.1 and 4.1.2.9',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'set the version to 3, written as the INTEGER 2',
  applies: () => true,
  finds: ({ version, extensions }) => {
    if (extensions === null || (version?.length === 1 && version[0] === 2)) return [];
    const at = version === null ? {} : { at: version };
    const actual = version === null ? 'version 1' : `INTEGER ${version.join(' ')}`;
    return [
      {
        message: 'there are extensions, and the version is not 3',
        where: 'version',
        expected: 'version 3',
        actual,
        ...at,
      },
    ];
  },
});
