import { findLongValidity, isSubscriber } from '../../find/server-certificates.ts';
import { validitySeconds } from '../../find/validity-days.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfValidity398Days: Rule = defineRule({
  id: 'cabf-validity-398-days',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a server is valid for 398 days at most',
  description:
    'Since September 2020 the certificates of servers are valid for 398 days at most, 13 months. A wrong ' +
    'or stolen one does harm for no longer. The seconds of notBefore and of notAfter both count.',
  citation: 'CABF BR, 6.3.2',
  source: 'CABF BR',
  effective: '2020-09-01',
  until: '2026-03-15',
  remedy: 'issue the certificate for a shorter time, and have it renewed by a program',
  applies: (certificate) => isSubscriber(certificate) && validitySeconds(certificate) !== null,
  finds: (certificate) => findLongValidity(certificate, 398, true),
});
