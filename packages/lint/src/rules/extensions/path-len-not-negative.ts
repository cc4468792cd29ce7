import { bytesOf, contentOf, Tag } from '@quorate/der';
import { extensionItems } from '../../object/extension-items.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const pathLenNotNegative: Rule = defineRule({
  id: 'path-len-not-negative',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'pathLenConstraint is not negative',
  description:
    'pathLenConstraint counts the CA certificates that may follow; zero allows none. A negative one is no number ' +
    'of certificates, and a reader that takes it as unsigned allows millions.',
  citation: 'RFC 5280, 4.2.1.9',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the number of CA certificates that may follow, or leave pathLenConstraint out',
  applies: (object) => extensionOf(object, 'basicConstraints') !== null,
  finds: (object) => {
    const extension = extensionOf(object, 'basicConstraints');
    if (extension === null) return [];
    const pathLen = extensionItems(extension, 'basicConstraints').find(({ tag }) => tag === Tag.INTEGER);
    if (pathLen === undefined || (contentOf(pathLen)[0] ?? 0) < 0x80) return [];
    const where = 'extensions.basicConstraints.pathLenConstraint';
    return [{ message: 'pathLenConstraint is negative', where, at: bytesOf(pathLen), expected: '0 or more' }];
  },
});
