import { defineRule, type Rule } from '../../rule.ts';

export const crlNextUpdatePresent: Rule = defineRule({
  id: 'crl-next-update-present',
  kinds: ['crl'],
  severity: 'error',
  title: 'a CRL says when the next one comes',
  description:
    'Every CRL of a conforming CA has nextUpdate. Without it nobody can tell an old CRL from the newest: an attacker who ' +
    'holds back new ones is not noticed.',
  citation: 'RFC 5280, 5.1.2.5',
  source: 'RFC 5280',
  effective: '1999-01-01',
  until: null,
  remedy: 'issue the CRL with nextUpdate, and the next one before that time',
  applies: () => true,
  finds: ({ nextUpdate, tbs }) =>
    nextUpdate !== null ? [] : [{ message: 'the CRL has no nextUpdate', where: 'nextUpdate', at: tbs }],
});
