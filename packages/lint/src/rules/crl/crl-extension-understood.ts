import { extensionOid, extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const KNOWN: ReadonlySet<string> = new Set([
  extensionOid.authorityKeyIdentifier,
  extensionOid.issuerAltName,
  extensionOid.cRLNumber,
  extensionOid.deltaCRLIndicator,
  extensionOid.issuingDistributionPoint,
  extensionOid.freshestCRL,
  extensionOid.authorityInfoAccess,
]);

export const crlExtensionUnderstood: Rule = defineRule({
  id: 'crl-extension-understood',
  kinds: ['crl'],
  severity: 'warning',
  title: 'a CRL has no critical extension that RFC 5280 does not know',
  description:
    'Who meets a critical extension that it does not understand must not use the CRL. So one that is in no common ' +
    'standard puts the CRL out of use for all but those who agreed on it.',
  citation: 'RFC 5280, 5.2',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'mark the extension as not critical, or leave it out',
  applies: (crl) => extensionsOf(crl).some(({ critical }) => critical),
  finds: (crl) =>
    extensionsOf(crl)
      .filter(({ oid, critical }) => critical && !KNOWN.has(oid))
      .map(({ oid, bytes }) => {
        const message = `extension \`${oid}\` is critical and not one of RFC 5280`;
        return { message, where: 'crlExtensions', at: bytes };
      }),
});
