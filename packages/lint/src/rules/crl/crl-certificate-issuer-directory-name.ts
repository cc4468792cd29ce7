import { findInEntries, hasEntryExtension } from '../../find/crl-entries.ts';
import { entryExtensionOf, entryExtensionValue } from '../../object/crl-extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlCertificateIssuerDirectoryName: Rule = defineRule({
  id: 'crl-certificate-issuer-directory-name',
  kinds: ['crl'],
  severity: 'error',
  title: 'certificateIssuer has the distinguished name of the CA',
  description:
    'certificateIssuer contains the issuer of the certificate as the certificate has it, a distinguished name. With ' +
    'other forms of names alone nobody can say which certificate the entry is about.',
  citation: 'RFC 5280, 5.3.3',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'put the issuer of the certificate into certificateIssuer as a directoryName',
  applies: (crl) => hasEntryExtension(crl, 'certificateIssuer'),
  finds: (crl) =>
    findInEntries(crl, 'extensions.certificateIssuer', (entry) => {
      const issuer = entryExtensionValue(entry, 'certificateIssuer');
      const named = issuer?.names.some((one) => one.type === 'directoryName' && one.name.rdns.length > 0) ?? true;
      if (named) return null;
      const at = entryExtensionOf(entry, 'certificateIssuer')?.bytes ?? entry.bytes;
      return { message: 'certificateIssuer has no directoryName', at };
    }),
});
