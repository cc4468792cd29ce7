import { findLongValidity, isSubscriber } from '../../find/server-certificates.ts';
import { validitySeconds } from '../../find/validity-days.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfValidity47Days: Rule = defineRule({
  id: 'cabf-validity-47-days',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a server is valid for 47 days at most',
  description:
    'From March 2029 the certificates of servers are valid for 47 days at most. A wrong ' +
    'or stolen one does harm for no longer. The seconds of notBefore and of notAfter both count.',
  citation: 'CABF BR, 6.3.2',
  source: 'CABF BR',
  effective: '2029-03-15',
  until: null,
  remedy: 'issue the certificate for a shorter time, and have it renewed by a program',
  applies: (certificate) => isSubscriber(certificate) && validitySeconds(certificate) !== null,
  finds: (certificate) => findLongValidity(certificate, 47, true),
});
