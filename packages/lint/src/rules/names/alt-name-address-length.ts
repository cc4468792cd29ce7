import { namesOfForm } from '../../find/alternative-names.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const altNameAddressLength: Rule = defineRule({
  id: 'alt-name-address-length',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an iPAddress has 4 or 16 octets',
  description:
    'An alternative name holds one address, in 4 octets for IP version 4 and in 16 for version 6. Text in its ' +
    'place, or an address with a mask, matches nothing.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the octets of the address in network order',
  applies: (object) => namesOfForm(object, 'iPAddress').length > 0,
  finds: (object) =>
    namesOfForm(object, 'iPAddress').flatMap(({ where, name: { content, bytes } }) => {
      if (content.length === 4 || content.length === 16) return [];
      const facts = { expected: '4 or 16 octets', actual: `${content.length} octets` };
      return [{ message: 'an iPAddress has another length', where, at: bytes, ...facts }];
    }),
});
