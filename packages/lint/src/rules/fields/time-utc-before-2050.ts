import { Tag } from '@quorate/der';
import { timeFormOf, timesOf } from '../../find/times.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const timeUtcBefore2050: Rule = defineRule({
  id: 'time-utc-before-2050',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'times through the year 2049 are UTCTime',
  description:
    'A CA always writes dates through 2049 as UTCTime, and later ones as GeneralizedTime. So each date has one ' +
    'encoding, and old readers meet the type that they know.',
  citation: 'RFC 5280, 4.1.2.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the time as UTCTime',
  applies: () => true,
  finds: (object) =>
    timesOf(object).flatMap((placed) => {
      const { where, time } = placed;
      if (time.tag !== Tag.GENERALIZED_TIME) return [];
      const { year } = timeFormOf(placed);
      if (year < 1950 || year > 2049) return [];
      return [
        {
          message: 'a time before 2050 is GeneralizedTime',
          where,
          at: time.bytes,
          expected: 'UTCTime',
          actual: time.text,
        },
      ];
    }),
});
