import { signatureAlgorithmOfDer, verifySignature } from '@quorate/crypto';
import { defineRule, type Rule } from '../../rule.ts';

export const requestSignatureValid: Rule = defineRule({
  id: 'request-signature-valid',
  kinds: ['csr'],
  severity: 'error',
  title: 'the signature of a request verifies under the key in it',
  description:
    'The signature shows that who asks has the private key and stands by what is asked for. A request whose ' +
    'signature does not verify was changed after it was signed, or is about the key of someone else.',
  citation: 'RFC 2986, 3 and 4.2',
  source: 'RFC 2986',
  effective: null,
  until: null,
  remedy: 'make the request again and sign it with the key that it holds',
  applies: () => true,
  finds: ({ info, publicKey, signatureAlgorithm, signatureValue, algorithms }) => {
    const algorithm = signatureAlgorithmOfDer(signatureAlgorithm.bytes, { algorithms });
    const verdict = verifySignature({ algorithm, key: publicKey.parsed, data: info, signature: signatureValue });
    if (verdict.valid) return [];
    const message = `the signature does not verify: ${verdict.reason.replaceAll('-', ' ')}`;
    return [{ message, where: 'signature', at: signatureValue }];
  },
});
