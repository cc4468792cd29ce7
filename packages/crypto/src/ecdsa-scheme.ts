import { curves } from './curve.ts';
import { digest } from './digest.ts';
import { joinedSignature, readRsSignature } from './rs-signature.ts';
import type { SignatureScheme } from './scheme.ts';

/** ECDSA (FIPS 186-5, 6.4.2) with the signature in DER, any digest with any curve, high `s` accepted. */
export const ecdsaScheme: SignatureScheme = {
  name: 'ECDSA',
  prepare({ algorithm, key, data, signature }) {
    const digestName = algorithm.digest;
    if (key.type !== 'ec' || digestName === null) return 'key-mismatch';
    const { ecdsa, order, size } = curves[key.curve];
    const rs = readRsSignature(signature, order);
    if (rs === null) return 'signature-malformed';
    const rawSignature = joinedSignature(rs, size);
    return {
      rawSignature,
      verify: () =>
        ecdsa.verify(rawSignature, digest(digestName, data), key.point, {
          prehash: false,
          lowS: false,
          format: 'compact',
        }),
    };
  },
};
