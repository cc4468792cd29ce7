import { hashOf } from '../../find/signature-algorithms.ts';
import { defineRule, type Rule } from '../../rule.ts';

const WEAK: ReadonlySet<string> = new Set(['MD2', 'MD4', 'MD5', 'SHA-1']);

export const requestSignatureAlgorithmWeak: Rule = defineRule({
  id: 'request-signature-algorithm-weak',
  kinds: ['csr'],
  severity: 'warning',
  title: 'a request is not signed with MD5 or SHA-1',
  description:
    'With these digests one signature can be made to fit two requests, so the signature no longer shows what was ' +
    'asked for. A tool that signs requests so is likely to be old in other ways as well.',
  citation: 'no standard',
  source: 'practice',
  effective: null,
  until: null,
  remedy: 'sign the request again with SHA-256 or better',
  applies: () => true,
  finds: ({ signatureAlgorithm }) => {
    const hash = hashOf(signatureAlgorithm);
    if (hash === null || !WEAK.has(hash)) return [];
    const { bytes } = signatureAlgorithm;
    return [{ message: `the request is signed with ${hash}`, where: 'signatureAlgorithm', at: bytes, actual: hash }];
  },
});
