import { contentOf, Tag } from '@quorate/der';
import { extensionOf } from '../../object/extension-value.ts';
import { readerOf } from '../../object/fields.ts';
import type { LintCertificate } from '../../object/lint-certificate.ts';
import { isCa } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const caSubjectNotEmpty: Rule = defineRule({
  id: 'ca-subject-not-empty',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a CA, and who signs CRLs, has a name in subject',
  description:
    'The subject of a CA, and of whoever signs CRLs, is a distinguished name that is not empty: it is the ' +
    'issuer of what they sign, and nobody finds them without it.',
  citation: 'RFC 5280, 4.1.2.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the certificate with a distinguished name as its subject',
  applies: (object) => isCa(object) || signsCrls(object),
  finds: ({ subject }) =>
    subject.rdns.length > 0 ? [] : [{ message: 'the subject is an empty name', where: 'subject', at: subject.bytes }],
});

/** By the bit cRLSign, also where the strict reader refuses the extension for bits that are too many. */
function signsCrls(object: LintCertificate): boolean {
  const extension = extensionOf(object, 'keyUsage');
  if (extension === null) return false;
  return ((contentOf(readerOf(extension.value).element(Tag.BIT_STRING))[1] ?? 0) & 0x02) !== 0;
}
