import { keyFault, keyOid } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const edwardsKeyValid: Rule = defineRule({
  id: 'edwards-key-valid',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an Ed25519 or Ed448 key is the encoding of a point of full order',
  description:
    'The key has 32 or 57 octets which decode to a point. Points of small order, and those with a part of ' +
    'small order, are taken by some verifiers and refused by others, and under some of them one signature fits ' +
    'many messages.',
  citation: 'RFC 8032, 5.1.3 and 5.2.3; RFC 8410, 4',
  source: 'RFC 8032',
  effective: '2017-01-01',
  until: null,
  remedy: 'take the key from its owner again, or make a new one',
  applies: ({ publicKey }) => publicKey.algorithm.oid === keyOid.ed25519 || publicKey.algorithm.oid === keyOid.ed448,
  finds: ({ publicKey }) => {
    const fault = keyFault(publicKey);
    if (fault === null) return [];
    if (fault.code !== 'key-invalid') throw fault;
    const at = publicKey.subjectPublicKey;
    return [{ message: 'the key is no encoding of a point of full order', where: 'publicKey', at }];
  },
});
