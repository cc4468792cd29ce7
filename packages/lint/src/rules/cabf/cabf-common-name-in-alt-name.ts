import { generalNameText } from '@quorate/x509';
import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf } from '../../find/attributes.ts';
import { quote } from '../../find/quote.ts';
import { isSubscriber } from '../../find/server-certificates.ts';
import { extensionValue } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfCommonNameInAltName: Rule = defineRule({
  id: 'cabf-common-name-in-alt-name',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the commonName of a server is one of its names in subjectAltName',
  description:
    'A commonName in the certificate of a publicly trusted server repeats a dNSName or an iPAddress of subjectAltName, so ' +
    'that it says nothing which was not checked.',
  citation: 'CABF BR, 7.1.4.3',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'leave the commonName out, or repeat a name of subjectAltName in it',
  applies: (certificate) =>
    isSubscriber(certificate) && attributesOf(certificate.subject, attributeTypes.commonName).length > 0,
  finds: (certificate) => {
    const names = new Set<string>();
    for (const name of extensionValue(certificate, 'subjectAltName')?.names ?? []) {
      if (name.type === 'dNSName') names.add(name.value.toLowerCase());
      if (name.type === 'iPAddress') names.add(generalNameText(name).replace('iPAddress ', ''));
    }
    return attributesOf(certificate.subject, attributeTypes.commonName).flatMap(({ text, value }) => {
      if (text !== null && names.has(text.toLowerCase())) return [];
      const message = `the commonName ${quote(text ?? '')} is not in subjectAltName`;
      return [{ message, where: 'subject.commonName', at: value }];
    });
  },
});
