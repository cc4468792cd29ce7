import { attributeTypes } from '../../find/attribute-types.ts';
import { findMissingAttribute } from '../../find/missing-attribute.ts';
import { isServerCa } from '../../find/server-certificates.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfCaCommonName: Rule = defineRule({
  id: 'cabf-ca-common-name',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the subject of a CA has a commonName',
  description:
    'A CA of publicly trusted servers has a commonName, which should tell it from the other CAs of its organization. ' +
    'That is what a user sees of it.',
  citation: 'CABF BR, 7.1.2.10.2',
  source: 'CABF BR',
  effective: '2017-06-08',
  until: null,
  remedy: 'issue the CA certificate with a commonName',
  applies: (certificate) => isServerCa(certificate),
  finds: ({ subject }) => findMissingAttribute(subject, attributeTypes.commonName, 'commonName'),
});
