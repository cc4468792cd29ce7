import { Tag } from '@quorate/der';
import { extensionOf } from '../../object/extension-value.ts';
import { inside, readerOf } from '../../object/fields.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const issuingDistributionPointNotEmpty: Rule = defineRule({
  id: 'issuing-distribution-point-not-empty',
  kinds: ['crl'],
  severity: 'error',
  title: 'issuingDistributionPoint says something',
  description:
    'A CRL without a narrower scope has no issuingDistributionPoint. An empty one says nothing, and being critical it ' +
    'makes readers that do not support it refuse the CRL.',
  citation: 'RFC 5280, 5.2.5',
  source: 'RFC 5280',
  effective: '2008-05-01',
  until: null,
  remedy: 'leave issuingDistributionPoint out',
  applies: (crl) => extensionOf(crl, 'issuingDistributionPoint') !== null,
  finds: (crl) => {
    const extension = extensionOf(crl, 'issuingDistributionPoint');
    if (extension === null) return [];
    const where = 'crlExtensions.issuingDistributionPoint';
    if (inside(readerOf(extension.value).element(Tag.SEQUENCE), where).all().length > 0) return [];
    return [{ message: 'issuingDistributionPoint is empty', where, at: extension.bytes }];
  },
});
