import { Tag } from '@quorate/der';
import { findTimes } from '../../find/crl-times.ts';
import { defineRule, type Rule } from '../../rule.ts';

const FORMS: ReadonlyMap<number, RegExp> = new Map([
  [Tag.UTC_TIME, /^\d{12}Z$/],
  [Tag.GENERALIZED_TIME, /^\d{14}Z$/],
]);

export const crlTimeForm: Rule = defineRule({
  id: 'crl-time-form',
  kinds: ['crl'],
  severity: 'error',
  title: 'the times of a CRL are in Zulu, with seconds and without a fraction',
  description:
    'A UTCTime is written YYMMDDHHMMSSZ and a GeneralizedTime YYYYMMDDHHMMSSZ: seconds also when they are zero, no ' +
    'fraction of them, and Greenwich time, not an offset from it.',
  citation: 'RFC 5280, 4.1.2.5.1, 4.1.2.5.2 and 5.1.2.4',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'write the time in Greenwich time to the second',
  applies: () => true,
  finds: (crl) =>
    findTimes(
      crl,
      'the time is not in the form of RFC 5280',
      'YYMMDDHHMMSSZ or YYYYMMDDHHMMSSZ',
      ({ tag, text }) => FORMS.get(tag)?.test(text) !== true,
    ),
});
