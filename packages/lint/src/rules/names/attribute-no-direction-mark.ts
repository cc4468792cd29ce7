import { lenientText, namesOf, placedAttributes } from '../../find/distinguished-names.ts';
import { quote } from '../../find/quote.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** Marks, embeddings, overrides and isolates of direction, and what has no width; joiners have their uses in some scripts. */
const HIDDEN = /[\u061C\u200B\u200E\u200F\u202A-\u202E\u2060-\u2064\u2066-\u2069\uFEFF]/u;

export const attributeNoDirectionMark: Rule = defineRule({
  id: 'attribute-no-direction-mark',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'warning',
  title: 'names have no marks that turn or hide their text',
  description:
    'Marks of direction show the characters behind them in another order, and characters without width make ' +
    'two names look like one. With them the person who approves a certificate reads another name than the one ' +
    'it has.',
  citation: 'Unicode UTS 39 and UAX 9',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'take the marks out of the name',
  applies: (object) => namesOf(object).some(({ name }) => name.rdns.length > 0),
  finds: (object) =>
    placedAttributes(object).flatMap(({ where, attribute }) => {
      const text = lenientText(attribute);
      if (text === null || !HIDDEN.test(text)) return [];
      return [{ message: `${quote(text)} has characters that are not seen`, where, at: attribute.value }];
    }),
});
