import { sameBytes, Tag } from '@quorate/der';
import { findCriticality } from '../../find/criticality.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

const NULL: Uint8Array = Uint8Array.of(Tag.NULL, 0);

export const precertificatePoisonCritical: Rule = defineRule({
  id: 'precertificate-poison-critical',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the poison of a precertificate is critical and NULL',
  description:
    'The poison extension makes sure that no reader takes a precertificate for a certificate. It does so by being ' +
    'critical; its value is NULL.',
  citation: 'RFC 6962, 3.1',
  source: 'RFC 6962',
  effective: '2013-06-01',
  until: null,
  remedy: 'mark the poison as critical, with the value 05 00',
  applies: (object) => extensionOf(object, 'precertificatePoison') !== null,
  finds: (object) => {
    const findings = findCriticality(object, 'precertificatePoison', true);
    const value = extensionOf(object, 'precertificatePoison')?.value ?? NULL;
    if (sameBytes(value, NULL)) return findings;
    const message = 'the value of the poison is not NULL';
    return [...findings, { message, where: 'extensions.precertificatePoison', at: value, expected: '05 00' }];
  },
});
