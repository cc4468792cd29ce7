import { defineRule, type Rule } from '../../rule.ts';

export const versionDefaultOmitted: Rule = defineRule({
  id: 'version-default-omitted',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'version 1 is not written out',
  description:
    'Version 1 is the default, and DER leaves a default value out. Written out, it makes two encodings of one ' +
    'certificate, which strict readers refuse.',
  citation: 'X.690, 11.5; RFC 5280, 4.1',
  source: 'X.690',
  effective: null,
  until: null,
  remedy: 'leave the version field out, or better issue a certificate of version 3',
  applies: ({ version }) => version !== null,
  finds: ({ version }) => {
    if (version === null || version.length === 0 || version.some((octet) => octet !== 0)) return [];
    return [{ message: 'version 1 is written out', where: 'version', at: version, expected: 'no version field' }];
  },
});
