import { defineRule, type Rule } from '../../rule.ts';

export const crlNextUpdateAfterThisUpdate: Rule = defineRule({
  id: 'crl-next-update-after-this-update',
  kinds: ['crl'],
  severity: 'error',
  title: 'nextUpdate of a CRL is later than thisUpdate',
  description:
    'nextUpdate is the time by which the next CRL is issued, so it comes after the time of this one. Otherwise there is ' +
    'no moment at which this CRL is current.',
  citation: 'RFC 5280, 5.1.2.5',
  source: 'RFC 5280',
  effective: null,
  until: null,
  remedy: 'set nextUpdate to the time at which the next CRL will be out',
  applies: ({ thisUpdate, nextUpdate }) => thisUpdate.time !== null && nextUpdate !== null && nextUpdate.time !== null,
  finds: ({ thisUpdate, nextUpdate }) => {
    if (thisUpdate.time === null || nextUpdate === null || nextUpdate.time === null) return [];
    if (nextUpdate.time.seconds > thisUpdate.time.seconds) return [];
    const message = 'nextUpdate is not later than thisUpdate';
    const facts = { expected: `later than \`${thisUpdate.text}\``, actual: `\`${nextUpdate.text}\`` };
    return [{ message, where: 'nextUpdate', at: nextUpdate.bytes, ...facts }];
  },
});
