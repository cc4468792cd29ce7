import { extensionOf } from '../../object/extension-value.ts';
import { rawGeneralNames } from '../../object/raw-general-name.ts';
import { defineRule, type Rule } from '../../rule.ts';

const HOLDERS = ['subjectAltName', 'issuerAltName'] as const;

export const altNameNotEmpty: Rule = defineRule({
  id: 'alt-name-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an alternative name extension has at least one name',
  description:
    'If subjectAltName or issuerAltName is there, it has at least one name. An empty list looks like a ' +
    'certificate that was checked for names, and names nobody.',
  citation: 'RFC 5280, 4.2.1.6 and 4.2.1.7',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the extension out, or put the names in',
  applies: (object) => HOLDERS.some((holder) => extensionOf(object, holder) !== null),
  finds: (object) =>
    HOLDERS.flatMap((holder) => {
      const extension = extensionOf(object, holder);
      const where = `extensions.${holder}`;
      if (extension === null || rawGeneralNames(extension.value, where).length > 0) return [];
      return [{ message: `${holder} has no names`, where, at: extension.bytes }];
    }),
});
