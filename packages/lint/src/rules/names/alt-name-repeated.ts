import { alternativeNames } from '../../find/alternative-names.ts';
import { quote } from '../../find/quote.ts';
import { latin1 } from '../../object/raw-time.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const altNameRepeated: Rule = defineRule({
  id: 'alt-name-repeated',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'no alternative name stands twice',
  description:
    'A name that stands again says nothing new. It is the mark of a request that was put together from two ' +
    'lists, of which one may be out of date.',
  citation: 'RFC 5280, 4.2.1.6',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'leave out all but one',
  applies: (object) => alternativeNames(object).length > 0,
  finds: (object) => {
    const seen = new Set<string>();
    return alternativeNames(object).flatMap(({ where, name: { form, bytes, text } }) => {
      const key = `${where} ${form === 'dNSName' ? text.toLowerCase() : latin1(bytes)}`;
      if (!seen.has(key)) {
        seen.add(key);
        return [];
      }
      return [{ message: `${form ?? 'a name'} ${quote(text)} stands twice`, where, at: bytes }];
    });
  },
});
