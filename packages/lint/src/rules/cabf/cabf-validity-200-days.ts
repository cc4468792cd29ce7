import { findLongValidity, isSubscriber } from '../../find/server-certificates.ts';
import { validitySeconds } from '../../find/validity-days.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const cabfValidity200Days: Rule = defineRule({
  id: 'cabf-validity-200-days',
  kinds: ['certificate', 'tbs'],
  severity: 'error',
  title: 'the certificate of a server is valid for 200 days at most',
  description:
    'From March 2026 to March 2027 the certificates of servers are valid for 200 days at most, on the way to 47. A wrong ' +
    'or stolen one does harm for no longer. The seconds of notBefore and of notAfter both count.',
  citation: 'CABF BR, 6.3.2',
  source: 'CABF BR',
  effective: '2026-03-15',
  until: '2027-03-15',
  remedy: 'issue the certificate for a shorter time, and have it renewed by a program',
  applies: (certificate) => isSubscriber(certificate) && validitySeconds(certificate) !== null,
  finds: (certificate) => findLongValidity(certificate, 200, true),
});
