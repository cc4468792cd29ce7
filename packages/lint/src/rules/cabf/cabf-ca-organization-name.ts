import { attributeTypes } from '../../find/attribute-types.ts';
import { findMissingAttribute } from '../../find/missing-attribute.ts';
import { isServerCa } from '../../find/server-certificates.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfCaOrganizationName: Rule = defineRule({
  id: 'cabf-ca-organization-name',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the subject of a CA has an organizationName',
  description: 'A CA of publicly trusted servers names the organization that runs it, as it has been verified.',
  citation: 'CABF BR, 7.1.2.10.2',
  source: 'CABF BR',
  effective: '2012-07-01',
  until: null,
  remedy: 'issue the CA certificate with an organizationName',
  applies: (certificate) => isServerCa(certificate),
  finds: ({ subject }) => findMissingAttribute(subject, attributeTypes.organizationName, 'organizationName'),
});
