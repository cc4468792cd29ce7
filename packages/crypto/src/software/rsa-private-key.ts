import { pow } from '@noble/curves/abstract/modular.js';
import { bytesToNumberBE, numberToBytesBE } from '@noble/curves/utils.js';
import { readSequence } from '@quorate/der';
import { isNull } from '../algorithm-identifier.ts';
import { CryptoError } from '../error.ts';
import { checkRsaNumbers, encodeRsaKey } from '../rsa-key.ts';
import { pkcs1Block } from '../rsa-pkcs1-scheme.ts';
import { checkPublicHalf, digestToSign, type PrivateKey, type PrivateKeyFields } from './key.ts';

interface RsaNumbers {
  readonly modulus: bigint;
  readonly exponent: bigint;
  readonly privateExponent: bigint;
}

/** RSAPrivateKey with two primes (RFC 8017, A.1.2). */
export function readRsaPrivateKey({ algorithm, content, publicKey }: PrivateKeyFields): PrivateKey {
  if (!isNull(algorithm.parameters)) {
    throw new CryptoError('private-key-malformed', { subject: 'RSA parameters are not NULL' });
  }
  const numbers = readSequence(content, (fields): RsaNumbers => {
    fields.smallInteger(0, 0);
    const [modulus, exponent, privateExponent] = [fields.integer(), fields.integer(), fields.integer()];
    const [p, q, dp, dq, inverse] = [
      fields.integer(),
      fields.integer(),
      fields.integer(),
      fields.integer(),
      fields.integer(),
    ];
    const consistent =
      p > 1n &&
      q > 1n &&
      p * q === modulus &&
      dp === privateExponent % (p - 1n) &&
      dq === privateExponent % (q - 1n) &&
      (inverse * q) % p === 1n &&
      (dp * exponent) % (p - 1n) === 1n &&
      (dq * exponent) % (q - 1n) === 1n;
    if (!consistent || privateExponent <= 0n || privateExponent >= modulus) {
      throw new CryptoError('private-key-invalid', { subject: 'RSA numbers do not belong together' });
    }
    return { modulus, exponent, privateExponent };
  });
  return rsaPrivateKey(numbers, publicKey);
}

function rsaPrivateKey({ modulus, exponent, privateExponent }: RsaNumbers, stated: Uint8Array | null): PrivateKey {
  const size = Math.ceil(checkRsaNumbers(modulus, exponent) / 8);
  const spki = encodeRsaKey(modulus, exponent);
  checkPublicHalf(stated, spki.subarray(spki.length - (stated?.length ?? 0)));
  return {
    spki,
    sign(data, algorithm) {
      const digest = digestToSign(algorithm, 'rsa');
      if (digest === null) throw new CryptoError('algorithm-unsupported', { subject: algorithm.name });
      const block = bytesToNumberBE(pkcs1Block(digest, data, size));
      return numberToBytesBE(pow(block, privateExponent, modulus), size);
    },
  };
}
