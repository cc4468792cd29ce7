import { keyOid } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

const CURVES: ReadonlySet<string> = new Set([keyOid.x25519, keyOid.x448, keyOid.ed25519, keyOid.ed448]);

export const edwardsKeyParametersAbsent: Rule = defineRule({
  id: 'edwards-key-parameters-absent',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an Ed25519, Ed448, X25519 or X448 key has no parameters',
  description: 'The identifier says the curve, and nothing follows it, not even NULL.',
  citation: 'RFC 8410, 3',
  source: 'RFC 8410',
  effective: '2018-08-01',
  until: null,
  remedy: 'encode the key without parameters',
  applies: ({ publicKey }) => CURVES.has(publicKey.algorithm.oid),
  finds: ({ publicKey: { algorithm } }) => {
    if (algorithm.parameters === null) return [];
    return [
      { message: 'the key has parameters', where: 'publicKey', at: algorithm.parameters, expected: 'no parameters' },
    ];
  },
});
