import { timeFormOf, timesOf } from '../../find/times.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const timeWithSeconds: Rule = defineRule({
  id: 'time-with-seconds',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'times have seconds, also when they are zero',
  description:
    'Both types of time may leave the seconds out; in a certificate they may not. Readers of the fixed form of ' +
    '13 or 15 characters refuse the shorter one.',
  citation: 'RFC 5280, 4.1.2.5.1 and 4.1.2.5.2',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the seconds, 00 if need be',
  applies: () => true,
  finds: (object) =>
    timesOf(object).flatMap((placed) => {
      const { where, time } = placed;
      if (timeFormOf(placed).hasSeconds) return [];
      return [
        {
          message: 'a time has no seconds',
          where,
          at: time.bytes,
          expected: 'seconds, also when they are 00',
          actual: time.text,
        },
      ];
    }),
});
