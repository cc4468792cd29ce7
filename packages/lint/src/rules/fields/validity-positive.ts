import { LintError } from '../../error.ts';
import { timesOf } from '../../find/times.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const validityPositive: Rule = defineRule({
  id: 'validity-positive',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'notAfter is not before notBefore',
  description:
    'The validity period runs from notBefore through notAfter, both included, so it is at least one second. ' +
    'With the end before the start the certificate is valid at no time; often a UTCTime of a year from 2050 on ' +
    'is the reason, since it is read as 1950.',
  citation: 'RFC 5280, 4.1.2.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'put notAfter behind notBefore, as GeneralizedTime from the year 2050 on',
  applies: () => true,
  finds: (object) => {
    const [start, end] = timesOf(object).map(({ where, time }) => {
      if (time.time === null) throw new LintError('unreadable', { field: where, cause: time.error });
      return time.time.seconds;
    }) as [number, number];
    if (start <= end) return [];
    const { notBefore, notAfter } = object;
    const message = 'notAfter is before notBefore';
    const facts = { expected: `at least ${notBefore.text}`, actual: notAfter.text };
    return [{ message, where: 'validity.notAfter', at: notAfter.bytes, ...facts }];
  },
});
