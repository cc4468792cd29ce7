import { timeFormOf, timesOf } from '../../find/times.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const timeWithoutFraction: Rule = defineRule({
  id: 'time-without-fraction',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'times have no fraction of a second',
  description:
    'GeneralizedTime may have a fraction of a second; in a certificate it may not, and UTCTime never has one.',
  citation: 'RFC 5280, 4.1.2.5.1 and 4.1.2.5.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'leave the fraction out',
  applies: () => true,
  finds: (object) =>
    timesOf(object).flatMap((placed) => {
      const { where, time } = placed;
      if (!timeFormOf(placed).hasFraction) return [];
      return [
        {
          message: 'a time has a fraction of a second',
          where,
          at: time.bytes,
          expected: 'whole seconds',
          actual: time.text,
        },
      ];
    }),
});
