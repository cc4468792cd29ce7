import { extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const extensionListNotEmpty: Rule = defineRule({
  id: 'extension-list-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a list of extensions is not empty',
  description:
    'The field extensions is a SEQUENCE of one or more: without an extension it is left out. In a request the ' +
    'same type stands in the attribute extensionRequest.',
  citation: 'RFC 5280, 4.1.2.9',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the field out, or put the extensions in that were meant',
  applies: ({ extensions }) => extensions !== null,
  finds: (object) => {
    if (extensionsOf(object).length > 0) return [];
    const at = object.kind === 'csr' ? object.info : object.tbs;
    return [{ message: 'the list of extensions is empty', where: 'extensions', at }];
  },
});
