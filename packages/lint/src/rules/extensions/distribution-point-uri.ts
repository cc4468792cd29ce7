import { isHttpOrLdap } from '../../find/fetchable.ts';
import { rawDistributionPoints } from '../../object/raw-distribution-points.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const distributionPointUri: Rule = defineRule({
  id: 'distribution-point-uri',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'the name of a distribution point has an HTTP or LDAP URI',
  description:
    'From a directory name a CRL can be had only by who knows the directory. The names of a point should have at ' +
    'least one URI with http or ldap, from which anyone can fetch the CRL.',
  citation: 'RFC 5280, 4.2.1.13',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'add the http URI of the CRL',
  applies: (object) => rawDistributionPoints(object).length > 0,
  finds: (object) =>
    rawDistributionPoints(object)
      .filter((point) => point.fullName !== null && !point.fullName.some(isHttpOrLdap))
      .map(({ extension, bytes }) => ({
        message: 'a distribution point has no HTTP or LDAP URI',
        where: `extensions.${extension}`,
        at: bytes,
      })),
});
