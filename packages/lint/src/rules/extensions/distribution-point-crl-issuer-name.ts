import { rawDistributionPoints } from '../../object/raw-distribution-points.ts';
import type { RawGeneralName } from '../../object/raw-general-name.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const distributionPointCrlIssuerName: Rule = defineRule({
  id: 'distribution-point-crl-issuer-name',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'cRLIssuer is a distinguished name and nothing else',
  description:
    'cRLIssuer is compared with the issuer field of a CRL, which is a distinguished name. Names of other forms ' +
    'match no CRL.',
  citation: 'RFC 5280, 4.2.1.13',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'write the name of the issuer of the CRL as directoryName',
  applies: (object) => rawDistributionPoints(object).some(({ cRLIssuer }) => cRLIssuer !== null),
  finds: (object) =>
    rawDistributionPoints(object)
      .filter((point) => point.cRLIssuer !== null && !isDirectoryName(point.cRLIssuer))
      .map(({ extension, bytes }) => ({
        message: 'cRLIssuer has names other than a directoryName',
        where: `extensions.${extension}`,
        at: bytes,
      })),
});

function isDirectoryName(names: readonly RawGeneralName[]): boolean {
  return names.length > 0 && names.every(({ form }) => form === 'directoryName');
}
