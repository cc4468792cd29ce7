import { attributeTypes } from '../../find/attribute-types.ts';
import { findMissingAttribute } from '../../find/missing-attribute.ts';
import { isServerCa } from '../../find/server-certificates.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfCaCountryName: Rule = defineRule({
  id: 'cabf-ca-country-name',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the subject of a CA has a countryName',
  description:
    'A CA of publicly trusted servers says in which country its place of business is, by the two letters of ISO 3166-1.',
  citation: 'CABF BR, 7.1.2.10.2',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the CA certificate with a countryName',
  applies: (certificate) => isServerCa(certificate),
  finds: ({ subject }) => findMissingAttribute(subject, attributeTypes.countryName, 'countryName'),
});
