import { rawDistributionPoints } from '../../object/raw-distribution-points.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const distributionPointFullName: Rule = defineRule({
  id: 'distribution-point-full-name',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'the name of a distribution point is a fullName',
  description:
    'nameRelativeToCRLIssuer gives the end of a directory name whose beginning stands elsewhere. CAs should not ' +
    'use it, and most readers cannot.',
  citation: 'RFC 5280, 4.2.1.13',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'write the names of the point as fullName',
  applies: (object) => rawDistributionPoints(object).length > 0,
  finds: (object) =>
    rawDistributionPoints(object)
      .filter((point) => point.nameRelativeToCRLIssuer)
      .map(({ extension, bytes }) => ({
        message: 'a distribution point has nameRelativeToCRLIssuer',
        where: `extensions.${extension}`,
        at: bytes,
      })),
});
