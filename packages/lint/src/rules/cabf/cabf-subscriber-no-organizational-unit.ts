import { attributeTypes } from '../../find/attribute-types.ts';
import { attributesOf } from '../../find/attributes.ts';
import { isSubscriber } from '../../find/server-certificates.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfSubscriberNoOrganizationalUnit: Rule = defineRule({
  id: 'cabf-subscriber-no-organizational-unit',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the subject of a server has no organizationalUnitName',
  description:
    'Nobody could check what stood in organizationalUnitName, so since September 2022 it is not allowed in certificates of ' +
    'publicly trusted servers.',
  citation: 'CABF BR, 7.1.4.2',
  source: 'CABF BR',
  effective: '2022-09-01',
  until: null,
  remedy: 'issue the certificate without organizationalUnitName',
  applies: (certificate) => isSubscriber(certificate),
  finds: ({ subject }) =>
    attributesOf(subject, attributeTypes.organizationalUnitName).map(({ value }) => ({
      message: 'the subject has an organizationalUnitName',
      where: 'subject.organizationalUnitName',
      at: value,
    })),
});
