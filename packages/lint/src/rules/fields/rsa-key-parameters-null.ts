import { sameBytes } from '@quorate/der';
import { keyOid } from '../../find/keys.ts';
import { defineRule, type Rule } from '../../rule.ts';

/** NULL in DER. */
const NULL = Uint8Array.of(0x05, 0x00);

export const rsaKeyParametersNull: Rule = defineRule({
  id: 'rsa-key-parameters-null',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'the parameters of rsaEncryption are NULL',
  description:
    'The identifier of an RSA key is followed by NULL, and by nothing else. Without it the same key has two ' +
    'encodings and two key identifiers, and strict readers refuse it.',
  citation: 'RFC 3279, 2.3.1; RFC 4055, 1.2',
  source: 'RFC 3279',
  effective: '2002-04-01',
  until: null,
  remedy: 'encode the key again with NULL as the parameters',
  applies: ({ publicKey }) => publicKey.algorithm.oid === keyOid.rsa,
  finds: ({ publicKey: { algorithm } }) => {
    const { parameters, bytes } = algorithm;
    if (parameters !== null && sameBytes(parameters, NULL)) return [];
    const actual = parameters === null ? 'no parameters' : 'other parameters';
    return [
      {
        message: 'the parameters of rsaEncryption are not NULL',
        where: 'publicKey',
        at: bytes,
        expected: 'NULL',
        actual,
      },
    ];
  },
});
