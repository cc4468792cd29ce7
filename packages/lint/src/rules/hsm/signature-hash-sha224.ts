import { hashOf } from '../../find/signature-algorithms.ts';
import type { LintCertificate } from '../../object/lint-certificate.ts';
import type { LintRequest } from '../../object/lint-request.ts';
import type { RawAlgorithm } from '../../object/raw-algorithm.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const signatureHashSha224: Rule = defineRule({
  id: 'signature-hash-sha224',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'notice',
  title: 'the signature is not over SHA-224',
  description:
    'An HSM service signs the certificates of approvers over SHA-224. It is no weak hash, but many readers do not have ' +
    'it: browsers, and platforms whose Web Crypto knows SHA-256 and up.',
  citation: 'SKA.md 8.1',
  source: 'SKA.md',
  effective: null,
  until: null,
  remedy: 'ask for SHA-256 or a longer hash, or check that all readers take SHA-224',
  applies: (object) => hashOf(algorithmOf(object)) !== null,
  finds: (object) => {
    const algorithm = algorithmOf(object);
    if (hashOf(algorithm) !== 'SHA-224') return [];
    return [{ message: 'the signature is over SHA-224', where: 'signature', at: algorithm.bytes }];
  },
});

function algorithmOf(object: LintCertificate | LintRequest): RawAlgorithm {
  return object.kind === 'csr' ? object.signatureAlgorithm : object.signature;
}
