import { postQuantumKeySize } from '../../find/post-quantum.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const postQuantumKeyLength: Rule = defineRule({
  id: 'post-quantum-key-length',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'an ML-DSA or SLH-DSA key has the length of its parameter set',
  description:
    'The BIT STRING holds the octets of the key by themselves: 1312, 1952 or 2592 with ML-DSA; 32, 48 or 64 with SLH-DSA. ' +
    'Two or four more come of a key that was put into an OCTET STRING first; any other number, of another parameter set.',
  citation: 'RFC 9881, 4; FIPS 205, table 2',
  source: 'RFC 9881',
  effective: '2025-10-01',
  until: null,
  remedy: 'take the key from its owner again, as it is, and the identifier of its parameter set',
  applies: ({ publicKey }) => postQuantumKeySize(publicKey.algorithm.oid) !== null,
  finds: ({ publicKey }) => {
    const size = postQuantumKeySize(publicKey.algorithm.oid);
    const key = publicKey.subjectPublicKey;
    if (key.length === size) return [];
    const facts = { expected: `${size} octets`, actual: String(key.length) };
    return [{ message: 'the key has another length than its parameter set', where: 'publicKey', at: key, ...facts }];
  },
});
