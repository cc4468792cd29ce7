import { findOtherThanSignatures } from '../../find/key-usage.ts';
import { mlDsaKeySizes } from '../../find/post-quantum.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const mlDsaKeyUsage: Rule = defineRule({
  id: 'ml-dsa-key-usage',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'keyUsage of an ML-DSA key is for signatures alone',
  description:
    'An ML-DSA key signs, and does nothing else. keyUsage has at least one of digitalSignature, nonRepudiation, ' +
    'keyCertSign and cRLSign, and no bit of encipherment or key agreement: these are left from an RSA template.',
  citation: 'RFC 9881, 5',
  source: 'RFC 9881',
  effective: '2025-10-01',
  until: null,
  remedy: 'write the usages that are signatures, and no others',
  applies: (object) => mlDsaKeySizes.has(object.publicKey.algorithm.oid) && extensionOf(object, 'keyUsage') !== null,
  finds: (object) => findOtherThanSignatures(object, 'and the key is of ML-DSA'),
});
