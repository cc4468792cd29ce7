import { defineRule, type Rule } from '../../rule.ts';

export const notBeforeMidnight: Rule = defineRule({
  id: 'not-before-midnight',
  kinds: ['certificate', 'tbs'],
  severity: 'notice',
  title: 'notBefore is no midnight',
  description:
    'An HSM service that signs after approvals starts a certificate at midnight of the day, in the time zone of its ' +
    'server: 00:00:00Z here, 23:00:00Z there. It then is valid for up to a day before it was made, perhaps before the CA ' +
    'itself, and an approval that comes a day later may be for other bytes.',
  citation: 'SKA.md 8.2',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy:
    'check that the issuer was valid at notBefore, and compare the bytes that were approved with those that were signed',
  applies: ({ notBefore }) => notBefore.time !== null,
  finds: ({ notBefore: { time, bytes, text } }) => {
    if (time === null || time.seconds % 3600 !== 0) return [];
    const message = 'notBefore is a full hour, which is midnight in some time zone';
    return [{ message, where: 'validity.notBefore', at: bytes, expected: 'the time of issue', actual: `\`${text}\`` }];
  },
});
