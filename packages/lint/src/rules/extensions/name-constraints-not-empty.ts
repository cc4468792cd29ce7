import { contentOf } from '@quorate/der';
import { extensionItems } from '../../object/extension-items.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const nameConstraintsNotEmpty: Rule = defineRule({
  id: 'name-constraints-not-empty',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'nameConstraints permit or exclude something',
  description:
    'nameConstraints have permittedSubtrees, excludedSubtrees or both, each a list of one or more. Empty, they ' +
    'look like a constraint and are none.',
  citation: 'RFC 5280, 4.2.1.10',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'add a subtree, or leave the extension out',
  applies: (object) => extensionOf(object, 'nameConstraints') !== null,
  finds: (object) => {
    const extension = extensionOf(object, 'nameConstraints');
    const lists = extension === null ? [] : extensionItems(extension, 'nameConstraints');
    if (extension === null || (lists.length > 0 && lists.every((list) => contentOf(list).length > 0))) return [];
    const message = lists.length === 0 ? 'nameConstraints are empty' : 'a list in nameConstraints is empty';
    return [{ message, where: 'extensions.nameConstraints', at: extension.bytes }];
  },
});
