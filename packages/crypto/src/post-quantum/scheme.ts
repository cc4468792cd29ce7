import type { SignatureScheme } from '../scheme.ts';
import type { ParameterSet } from './parameter-set.ts';

/**
 * ML-DSA (FIPS 204, algorithm 3) and SLH-DSA (FIPS 205, algorithm 24) as X.509 has them: the data themselves are signed
 * ("pure"), and the context is empty (RFC 9881, 3; RFC 9909, 4). A signature over a digest (HashML-DSA, HashSLH-DSA), or
 * with a context, is another signature and does not verify.
 */
export function schemeOf(set: ParameterSet): SignatureScheme {
  return {
    name: set.scheme,
    prepare({ key, data, signature }) {
      if (!('parameterSet' in key) || key.parameterSet !== set.name) return 'key-mismatch';
      if (signature.length !== set.signatureSize || !set.isSignature(signature)) return 'signature-malformed';
      const { arithmetic, cost } = set;
      return { rawSignature: signature, cost, verify: () => arithmetic.verify(signature, data, key.encoded) };
    },
  };
}
