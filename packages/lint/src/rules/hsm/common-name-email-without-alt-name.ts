import { attributesOf } from '../../find/attributes.ts';
import { extensionValue } from '../../object/extension-value.ts';
import type { LintCertificate } from '../../object/lint-certificate.ts';
import type { LintRequest } from '../../object/lint-request.ts';
import type { RawAttribute } from '../../object/raw-name.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const commonNameEmailWithoutAltName: Rule = defineRule({
  id: 'common-name-email-without-alt-name',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'an e-mail address in the common name is in subjectAltName too',
  description:
    'HSM services make the certificate of an approver with the e-mail address as common name and nothing else. An address ' +
    'belongs into subjectAltName as rfc822Name: only there name constraints hold and mail programs look for it.',
  citation: 'RFC 5280, 4.1.2.6; SKA.md 8.1',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'ask for a subjectAltName with the address as rfc822Name',
  applies: (object) => addressesOf(object).length > 0,
  finds: (object) => {
    const names = extensionValue(object, 'subjectAltName')?.names ?? [];
    const listed = new Set(names.flatMap((one) => (one.type === 'rfc822Name' ? [one.value.toLowerCase()] : [])));
    return addressesOf(object)
      .filter(({ text }) => !listed.has((text ?? '').toLowerCase()))
      .map(({ text, value }) => {
        const message = `the address \`${text}\` is in the common name alone`;
        return { message, where: 'subject.commonName', at: value };
      });
  },
});

/** Common names with one `@`, a point behind it, and no space. */
function addressesOf({ subject }: LintCertificate | LintRequest): readonly RawAttribute[] {
  return attributesOf(subject, '2.5.4.3').filter(({ text }) => {
    const parts = text?.split('@') ?? [];
    return parts.length === 2 && parts[0] !== '' && parts[1]?.includes('.') === true && !/\s/.test(text ?? '');
  });
}
