import { findLongValidity, isSubscriber } from '../../find/server-certificates.ts';
import { validitySeconds } from '../../find/validity-days.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfValidity825Days: Rule = defineRule({
  id: 'cabf-validity-825-days',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a server is valid for 825 days at most',
  description:
    'Ballot 193 shortened the certificates of servers to 825 days, a little over two years. A wrong ' +
    'or stolen one does harm for no longer.',
  citation: 'CABF BR, 6.3.2',
  source: 'CABF BR',
  effective: '2018-03-02',
  until: '2020-09-01',
  remedy: 'issue the certificate for a shorter time, and have it renewed by a program',
  applies: (certificate) => isSubscriber(certificate) && validitySeconds(certificate) !== null,
  finds: (certificate) => findLongValidity(certificate, 825, false),
});
