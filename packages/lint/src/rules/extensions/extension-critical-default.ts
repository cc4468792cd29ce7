import { quote } from '../../find/quote.ts';
import { extensionsOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const extensionCriticalDefault: Rule = defineRule({
  id: 'extension-critical-default',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'critical is left out where it is FALSE, and written FF where it is TRUE',
  description:
    'critical is FALSE by default, and DER does not encode a default; TRUE is the octet FF and no other. Another ' +
    'encoding says the same in other bytes, and strict readers refuse it.',
  citation: 'X.690, 11.1 and 11.5',
  source: 'X.690',
  effective: null,
  until: null,
  remedy: 'leave critical out where it is FALSE, and write it as 01 01 FF where it is TRUE',
  applies: (object) => extensionsOf(object).length > 0,
  finds: (object) =>
    extensionsOf(object).flatMap(({ oid, criticalOctets, bytes }) => {
      if (criticalOctets === null || (criticalOctets.length === 1 && criticalOctets[0] === 0xff)) return [];
      const message = criticalOctets.every((octet) => octet === 0)
        ? `extension ${quote(oid)} spells out that it is not critical`
        : `extension ${quote(oid)} writes TRUE otherwise than as FF`;
      return [{ message, where: 'extensions', at: bytes }];
    }),
});
