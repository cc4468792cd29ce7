import { extensionOf } from '../../object/extension-value.ts';
import { rawDistributionPoints } from '../../object/raw-distribution-points.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const distributionPointAllReasons: Rule = defineRule({
  id: 'distribution-point-all-reasons',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'one distribution point leads to a CRL for all reasons',
  description:
    'A point with reasons leads to a CRL of those reasons alone. A certificate has at least one point without, ' +
    'whose CRL covers it whatever the reason of a revocation.',
  citation: 'RFC 5280, 4.2.1.13',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'add a distribution point without reasons',
  applies: (object) => rawDistributionPoints(object).some(({ extension }) => extension === 'cRLDistributionPoints'),
  finds: (object) => {
    const points = rawDistributionPoints(object).filter(({ extension }) => extension === 'cRLDistributionPoints');
    if (points.some(({ hasReasons }) => !hasReasons)) return [];
    const at = extensionOf(object, 'cRLDistributionPoints')?.bytes;
    const message = 'every distribution point is for some reasons only';
    return [{ message, where: 'extensions.cRLDistributionPoints', ...(at === undefined ? {} : { at }) }];
  },
});
