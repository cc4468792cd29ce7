import { findEntryCriticality, hasEntryExtension } from '../../find/crl-entries.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlCertificateIssuerCritical: Rule = defineRule({
  id: 'crl-certificate-issuer-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'certificateIssuer is critical',
  description:
    'In an indirect CRL certificateIssuer says whose certificate an entry is about, and also those behind it. Who ignores ' +
    'it takes certificates of one CA for those of another, so it is always critical.',
  citation: 'RFC 5280, 5.3.3',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark certificateIssuer as critical',
  applies: (crl) => hasEntryExtension(crl, 'certificateIssuer'),
  finds: (crl) => findEntryCriticality(crl, 'certificateIssuer', true),
});
