import { entriesOf } from '../../find/crl-entries.ts';
import { extensionOid } from '../../object/extension-value.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

const KNOWN: ReadonlySet<string> = new Set([
  extensionOid.reasonCode,
  extensionOid.invalidityDate,
  extensionOid.certificateIssuer,
]);

export const crlEntryExtensionUnderstood: Rule = defineRule({
  id: 'crl-entry-extension-understood',
  kinds: ['crl'],
  severity: 'warning',
  title: 'no entry has a critical extension that RFC 5280 does not know',
  description:
    'Who meets a critical extension that it does not understand, in whatever entry, must not use the CRL for any ' +
    'certificate. So one such entry puts the CRL out of use for all that know only the standard.',
  citation: 'RFC 5280, 5.3',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'mark the extension as not critical, or leave it out',
  applies: (crl) => entriesOf(crl).some(({ extensions }) => extensions?.some(({ critical }) => critical) === true),
  finds: (crl) => {
    const findings: RuleFinding[] = [];
    for (const [i, { extensions }] of entriesOf(crl).entries()) {
      for (const { oid, critical, bytes } of extensions ?? []) {
        if (!critical || KNOWN.has(oid)) continue;
        const message = `extension \`${oid}\` is critical and not one of RFC 5280`;
        findings.push({ message, where: `revokedCertificates[${i}].extensions`, at: bytes });
      }
    }
    return findings;
  },
});
