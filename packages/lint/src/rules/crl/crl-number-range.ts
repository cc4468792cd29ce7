import { contentOf, Tag } from '@quorate/der';
import { extensionOf } from '../../object/extension-value.ts';
import { readerOf } from '../../object/fields.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlNumberRange: Rule = defineRule({
  id: 'crl-number-range',
  kinds: ['crl'],
  severity: 'error',
  title: 'the number of a CRL is not negative and has at most 20 octets',
  description:
    'cRLNumber counts from zero up. Readers must take numbers of up to 20 octets, so issuers use none that are longer: ' +
    'a reader that cuts one off may take an old CRL for the newest.',
  citation: 'RFC 5280, 5.2.3',
  source: 'RFC 5280',
  effective: '2002-04-01',
  until: null,
  remedy: 'count from a small number',
  applies: (crl) => extensionOf(crl, 'cRLNumber') !== null,
  finds: (crl) => {
    const extension = extensionOf(crl, 'cRLNumber');
    if (extension === null) return [];
    const octets = contentOf(readerOf(extension.value).element(Tag.INTEGER));
    const place = { where: 'crlExtensions.cRLNumber', at: extension.value };
    if ((octets[0] ?? 0) >= 0x80) return [{ message: 'cRLNumber is negative', ...place }];
    if (octets.length <= 20) return [];
    const facts = { expected: 'at most 20 octets', actual: `${octets.length} octets` };
    return [{ message: 'cRLNumber is too long', ...place, ...facts }];
  },
});
