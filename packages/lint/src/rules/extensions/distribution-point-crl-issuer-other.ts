import { nameKey } from '@quorate/x509';
import { rawDistributionPoints } from '../../object/raw-distribution-points.ts';
import { directoryNameOf, type RawGeneralName } from '../../object/raw-general-name.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const distributionPointCrlIssuerOther: Rule = defineRule({
  id: 'distribution-point-crl-issuer-other',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'cRLIssuer is left out where the issuer of the certificate issues the CRL',
  description:
    'cRLIssuer says that another than the issuer of the certificate issues the CRL. Where it is the same, a CA ' +
    'leaves the field out: with it, readers take the CRL for an indirect one.',
  citation: 'RFC 5280, 4.2.1.13',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave cRLIssuer out, and say where the CRL is in distributionPoint',
  applies: (object) => rawDistributionPoints(object).some(({ cRLIssuer }) => cRLIssuer !== null),
  finds: (object) => {
    const issuer = nameKey(object.issuer);
    return rawDistributionPoints(object)
      .filter((point) => point.cRLIssuer?.some((name) => keyOf(name) === issuer) === true)
      .map(({ extension, bytes }) => ({
        message: 'cRLIssuer is the issuer of the certificate',
        where: `extensions.${extension}`,
        at: bytes,
      }));
  },
});

function keyOf(name: RawGeneralName): string | null {
  return name.form === 'directoryName' ? nameKey(directoryNameOf(name, 'cRLIssuer')) : null;
}
