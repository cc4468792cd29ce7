import { rawDistributionPoints } from '../../object/raw-distribution-points.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const distributionPointComplete: Rule = defineRule({
  id: 'distribution-point-complete',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'a distribution point has a name or a cRLIssuer',
  description: 'A distribution point says where a CRL is or who issues it. Reasons alone lead to no CRL.',
  citation: 'RFC 5280, 4.2.1.13',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'add distributionPoint or cRLIssuer',
  applies: (object) => rawDistributionPoints(object).length > 0,
  finds: (object) =>
    rawDistributionPoints(object)
      .filter((point) => !point.hasName && point.cRLIssuer === null)
      .map(({ extension, bytes }) => ({
        message: 'a distribution point has neither distributionPoint nor cRLIssuer',
        where: `extensions.${extension}`,
        at: bytes,
      })),
});
