import { entriesOf } from '../../find/crl-entries.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

export const crlEntryExtensionRepeated: Rule = defineRule({
  id: 'crl-entry-extension-repeated',
  kinds: ['crl'],
  severity: 'error',
  title: 'no extension stands twice in an entry of a CRL',
  description:
    'The extensions of an entry are of the same type as those of a certificate, and each stands once. With two reasons, ' +
    'for instance, one reader takes the first and another the last.',
  citation: 'RFC 5280, 5.3 and 4.2',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'leave out all but the one that is meant',
  applies: (crl) => entriesOf(crl).some(({ extensions }) => extensions !== null),
  finds: (crl) => {
    const findings: RuleFinding[] = [];
    for (const [i, { extensions }] of entriesOf(crl).entries()) {
      const seen = new Set<string>();
      for (const { oid, bytes } of extensions ?? []) {
        const where = `revokedCertificates[${i}].extensions`;
        if (seen.has(oid)) findings.push({ message: `extension \`${oid}\` stands twice`, where, at: bytes });
        seen.add(oid);
      }
    }
    return findings;
  },
});
