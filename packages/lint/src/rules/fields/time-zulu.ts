import { timeFormOf, timesOf } from '../../find/times.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const timeZulu: Rule = defineRule({
  id: 'time-zulu',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'times are in UTC and end in Z',
  description:
    'Validity is given in Greenwich Mean Time, marked by a Z. With an offset, or without any mark, a time ' +
    'means something else to each reader that does not look for it.',
  citation: 'RFC 5280, 4.1.2.5.1 and 4.1.2.5.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the time in UTC, with Z at its end',
  applies: () => true,
  finds: (object) =>
    timesOf(object).flatMap((placed) => {
      const { where, time } = placed;
      if (timeFormOf(placed).zone === 'Z') return [];
      return [
        { message: 'a time does not end in Z', where, at: time.bytes, expected: 'Z at the end', actual: time.text },
      ];
    }),
});
