import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlAuthorityKeyIdentifierNotCritical: Rule = defineRule({
  id: 'crl-authority-key-identifier-not-critical',
  kinds: ['crl'],
  severity: 'error',
  title: 'the authorityKeyIdentifier of a CRL is not critical',
  description:
    'authorityKeyIdentifier is a help in finding the key and is marked as not critical, in CRLs as in certificates: a ' +
    'reader that does without can still check the signature.',
  citation: 'RFC 5280, 5.2.1 and 4.2.1.1',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the mark out',
  applies: (crl) => extensionOf(crl, 'authorityKeyIdentifier') !== null,
  finds: (crl) => findCriticality(crl, 'authorityKeyIdentifier', false),
});
