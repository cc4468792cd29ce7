import { entriesOf } from '../../find/crl-entries.ts';
import { entryExtensionOf } from '../../object/crl-extension-value.ts';
import { latin1 } from '../../object/raw-time.ts';
import { defineRule, type Rule, type RuleFinding } from '../../rule.ts';

export const crlEntryOnce: Rule = defineRule({
  id: 'crl-entry-once',
  kinds: ['crl'],
  severity: 'warning',
  title: 'a certificate is on a CRL once',
  description:
    'An entry stands for the certificate with its serial number. With two entries for one certificate, two readers can ' +
    'find different dates and reasons. In an indirect CRL a serial number may come once for each issuer.',
  citation: 'RFC 5280, 5.1.2.6',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'keep the entry with the earliest date of revocation',
  applies: (crl) => entriesOf(crl).length > 0,
  finds: (crl) => {
    const first = new Map<string, number>();
    const findings: RuleFinding[] = [];
    let issuer = '';
    for (const [i, entry] of entriesOf(crl).entries()) {
      const extension = entryExtensionOf(entry, 'certificateIssuer');
      if (extension !== null) issuer = latin1(extension.value);
      const key = `${latin1(entry.serialNumber)} ${issuer}`;
      const before = first.get(key);
      if (before === undefined) first.set(key, i);
      else {
        const message = `the certificate has an entry before, revokedCertificates[${before}]`;
        findings.push({ message, where: `revokedCertificates[${i}]`, at: entry.bytes });
      }
    }
    return findings;
  },
});
