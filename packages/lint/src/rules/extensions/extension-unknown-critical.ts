import { quote } from '../../find/quote.ts';
import { extensionOid, extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** Those of RFC 5280, 6960 and 6962, and those whose own standards make them critical (RFC 3779 and 8360: addresses, AS). */
const KNOWN: ReadonlySet<string> = new Set([
  ...Object.values(extensionOid),
  '1.3.6.1.5.5.7.1.7',
  '1.3.6.1.5.5.7.1.8',
  '1.3.6.1.5.5.7.1.28',
  '1.3.6.1.5.5.7.1.29',
]);

export const extensionUnknownCritical: Rule = defineRule({
  id: 'extension-unknown-critical',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'no critical extension is one that few readers know',
  description:
    'Who meets a critical extension that it does not know must refuse the certificate. The standard asks for ' +
    'caution with such extensions wherever a certificate may be used in general.',
  citation: 'RFC 5280, 4.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'mark the extension as not critical, unless refusal by those who do not know it is what is wanted',
  applies: (object) => extensionsOf(object).some(({ critical }) => critical),
  finds: (object) =>
    extensionsOf(object)
      .filter(({ oid, critical }) => critical && !KNOWN.has(oid))
      .map(({ oid, bytes }) => ({ message: `extension ${quote(oid)} is critical`, where: 'extensions', at: bytes })),
});
