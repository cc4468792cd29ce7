import { findCriticality } from '../../find/criticality.ts';
import { isSubordinateServerCa } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubCaCrlDistributionPoints: Rule = defineRule({
  id: 'cabf-sub-ca-crl-distribution-points',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a subordinate CA has cRLDistributionPoints, not critical',
  description:
    'The certificate of a subordinate CA says where the CRL is on which it would stand if it were revoked, in an extension ' +
    'that is not critical.',
  citation: 'CABF BR, 7.1.2.6.1 and 7.1.2.11.2',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the CA certificate with the HTTP URL of the CRL, not critical',
  applies: (certificate) => isSubordinateServerCa(certificate),
  finds: (certificate) => {
    const extension = extensionOf(certificate, 'cRLDistributionPoints');
    if (extension !== null) return findCriticality(certificate, 'cRLDistributionPoints', false);
    return [{ message: 'the CA has no cRLDistributionPoints', where: 'extensions', at: certificate.tbs }];
  },
});
