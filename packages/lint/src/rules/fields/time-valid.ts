import { quote } from '../../find/quote.ts';
import { type TimeForm, timeForm, timesOf } from '../../find/times.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const timeValid: Rule = defineRule({
  id: 'time-valid',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'notBefore and notAfter are times that the calendar has',
  description:
    'Both are a UTCTime or a GeneralizedTime of digits that name a day, hour, minute and second that exist. ' +
    'Readers do different things with the 30th of February: some refuse it, some take it for the 1st of March.',
  citation: 'RFC 5280, 4.1.2.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the time as YYMMDDhhmmssZ, from 2050 on as YYYYMMDDhhmmssZ',
  applies: () => true,
  finds: (object) =>
    timesOf(object).flatMap(({ where, time }) => {
      const form = timeForm(time);
      if (form !== null && exists(form)) return [];
      const message = `${quote(time.text)} is no ${form === null ? 'UTCTime or GeneralizedTime' : 'time of the calendar'}`;
      return [{ message, where, at: time.bytes }];
    }),
});

function exists({ year, parts: [month = 0, day = 0, hour = 0, minute = 0, second = 0] }: TimeForm): boolean {
  const leap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
  return month >= 1 && month <= 12 && day >= 1 && day <= days && hour <= 23 && minute <= 59 && second <= 59;
}
