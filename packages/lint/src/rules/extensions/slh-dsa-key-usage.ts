import { findOtherThanSignatures } from '../../find/key-usage.ts';
import { slhDsaKeySizes } from '../../find/post-quantum.ts';
import { extensionOf } from '../../object/extension-value.ts';
import { defineRule, type Rule } from '../../rule.ts';

export const slhDsaKeyUsage: Rule = defineRule({
  id: 'slh-dsa-key-usage',
  kinds: ['certificate', 'tbs', 'csr'],
  severity: 'error',
  title: 'keyUsage of an SLH-DSA key is for signatures alone',
  description:
    'An SLH-DSA key signs, and does nothing else. keyUsage has at least one of digitalSignature, nonRepudiation, ' +
    'keyCertSign and cRLSign, and no bit of encipherment or key agreement: these are left from an RSA template.',
  citation: 'RFC 9909, "Key Usage Bits"',
  source: 'RFC 9909',
  effective: '2025-12-01',
  until: null,
  remedy: 'write the usages that are signatures, and no others',
  applies: (object) => slhDsaKeySizes.has(object.publicKey.algorithm.oid) && extensionOf(object, 'keyUsage') !== null,
  finds: (object) => findOtherThanSignatures(object, 'and the key is of SLH-DSA'),
});
