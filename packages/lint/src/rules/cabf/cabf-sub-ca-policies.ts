import { isSubordinateServerCa } from '../../find/server-certificates.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubCaPolicies: Rule = defineRule({
  id: 'cabf-sub-ca-policies',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'a subordinate CA has certificatePolicies',
  description:
    'The certificate of a subordinate CA says under which policies it issues. Without certificatePolicies no policy is ' +
    'valid for anything below it.',
  citation: 'CABF BR, 7.1.2.6.1 and 7.1.2.10.5',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the CA certificate with its policies, or with anyPolicy when the CA is of the same organization',
  applies: (certificate) => isSubordinateServerCa(certificate),
  finds: (certificate) => {
    if (extensionOf(certificate, 'certificatePolicies') !== null) return [];
    return [{ message: 'the CA has no certificatePolicies', where: 'extensions', at: certificate.tbs }];
  },
});
