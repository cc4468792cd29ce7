import { sameBytes } from '@quorate/der';
import { extensionOf, extensionValue } from '../../object/extension-value.ts';
import { isSelfIssued } from '../../object/roles.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const selfIssuedByAnotherKey: Rule = defineRule({
  id: 'self-issued-by-another-key',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'one name stands for one key',
  description:
    'Issuer and subject are the same, but their keys are not: two keys go by one name. That is right when a CA changes ' +
    'its key; where the name of an HSM key is used for several keys, revocation and path building mix them up.',
  citation: 'RFC 5280, 3.2; SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'check that the certificate is meant as a link between the keys of one CA, else give each key its own name',
  applies: (certificate) =>
    isSelfIssued(certificate) &&
    (extensionValue(certificate, 'authorityKeyIdentifier')?.keyIdentifier ?? null) !== null &&
    extensionValue(certificate, 'subjectKeyIdentifier') !== null,
  finds: (certificate) => {
    const issuer = extensionValue(certificate, 'authorityKeyIdentifier')?.keyIdentifier ?? new Uint8Array();
    const subject = extensionValue(certificate, 'subjectKeyIdentifier')?.keyIdentifier ?? new Uint8Array();
    if (sameBytes(issuer, subject)) return [];
    const at = extensionOf(certificate, 'authorityKeyIdentifier')?.bytes ?? certificate.tbs;
    const message = 'issuer and subject have one name and two keys';
    return [{ message, where: 'extensions.authorityKeyIdentifier', at }];
  },
});
