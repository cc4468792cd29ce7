import { hashOf } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const signatureHashNotSha1: Rule = defineRule({
  id: 'signature-hash-not-sha1',
  kinds: ['certificate', 'tbs'],
  severity: 'warning',
  title: 'the signature does not rest on SHA-1',
  description:
    'Two texts with one SHA-1 hash, with chosen beginnings, have been made since 2020 for the price of a car. ' +
    'NIST has not allowed SHA-1 for new signatures since the end of 2013.',
  citation: 'NIST SP 800-131A, 3 and 9',
  source: 'NIST SP 800-131A',
  effective: '2014-01-01',
  until: null,
  remedy: 'sign with SHA-256 or a longer hash',
  applies: ({ signature }) => hashOf(signature) !== null,
  finds: ({ signature }) => {
    const hash = hashOf(signature);
    if (hash !== 'SHA-1') return [];
    return [{ message: `the signature is over a hash by ${hash}`, where: 'signature', at: signature.bytes }];
  },
});
