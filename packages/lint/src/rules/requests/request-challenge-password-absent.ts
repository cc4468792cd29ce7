import { defineRule, type Rule } from '../../rule.ts';

const CHALLENGE_PASSWORD = '1.2.840.113549.1.9.7';

export const requestChallengePasswordAbsent: Rule = defineRule({
  id: 'request-challenge-password-absent',
  kinds: ['csr'],
  severity: 'warning',
  title: 'a request holds no challengePassword',
  description:
    'challengePassword is a password in clear text, in a file that goes through mail and tickets and is kept for ' +
    'years. Only protocols such as SCEP have a use for it, with one that is good once.',
  citation: 'no standard',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'make the request without the attribute, and change the password if it is used elsewhere',
  applies: ({ attributes }) => attributes !== null && attributes.length > 0,
  finds: ({ attributes }) =>
    (attributes ?? [])
      .filter(({ type }) => type === CHALLENGE_PASSWORD)
      .map(({ bytes }) => ({ message: 'the request holds a challengePassword', where: 'attributes', at: bytes })),
});
