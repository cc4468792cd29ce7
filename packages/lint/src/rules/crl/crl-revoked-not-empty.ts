import { defineRule, type Rule } from '../../rule.ts';

export const crlRevokedNotEmpty: Rule = defineRule({
  id: 'crl-revoked-not-empty',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL without entries leaves the list of them out',
  description:
    'When nothing is revoked, revokedCertificates is absent, not an empty sequence. Some readers refuse a CRL with an ' +
    'empty list, and with it all certificates of the CA.',
  citation: 'RFC 5280, 5.1.2.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave revokedCertificates out',
  applies: ({ revoked }) => revoked !== null,
  finds: ({ revoked, tbs }) => {
    if (revoked === null || revoked.length > 0) return [];
    return [{ message: 'revokedCertificates is there and empty', where: 'revokedCertificates', at: tbs }];
  },
});
