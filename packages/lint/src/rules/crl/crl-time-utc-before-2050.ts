import { Tag } from '@quorate/der';
import { findTimes } from '../../find/crl-times.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const crlTimeUtcBefore2050: Rule = defineRule({
  id: 'crl-time-utc-before-2050',
  kinds: ['crl'],
  severity: 'error',
  title: 'the times of a CRL are UTCTime until 2049 and GeneralizedTime from 2050',
  description:
    'thisUpdate, nextUpdate and the times of the entries are UTCTime when the year is 2049 or before, and ' +
    'GeneralizedTime after that. So each instant has one encoding.',
  citation: 'RFC 5280, 5.1.2.4, 5.1.2.5 and 5.1.2.6',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'encode times before 2050 as UTCTime',
  applies: () => true,
  finds: (crl) =>
    findTimes(
      crl,
      'the time is a GeneralizedTime of a year before 2050',
      'UTCTime',
      ({ tag, text }) => tag === Tag.GENERALIZED_TIME && /^\d{4}/.test(text) && Number(text.slice(0, 4)) < 2050,
    ),
});
