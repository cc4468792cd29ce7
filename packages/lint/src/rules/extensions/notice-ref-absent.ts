import { bytesOf } from '@quorate/der';
import { extensionOf } from '../../object/extension-value.ts';
import { userNotices } from '../../object/raw-policies.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const noticeRefAbsent: Rule = defineRule({
  id: 'notice-ref-absent',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'a user notice has no noticeRef',
  description:
    'noticeRef points by number into a collection of texts that the reader is to have at hand. No software has ' +
    'them; the standard says that CAs should not use it.',
  citation: 'RFC 5280, 4.2.1.4',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave noticeRef out, and write the text as explicitText if there must be one',
  applies: (object) => extensionOf(object, 'certificatePolicies') !== null,
  finds: (object) =>
    userNotices(object).flatMap(({ noticeRef }) =>
      noticeRef === null
        ? []
        : [
            {
              message: 'a user notice has a noticeRef',
              where: 'extensions.certificatePolicies',
              at: bytesOf(noticeRef),
            },
          ],
    ),
});
