import { contextPrimitive, DerReader, Tag } from '@quorate/der';
import { CryptoError } from '../error.ts';
import { checkPublicHalf, digestToSign, type PrivateKey, type PrivateKeyReader } from '../software/key.ts';
import { encodePostQuantumKey } from './key.ts';
import { mlDsaSets } from './ml-dsa.ts';
import { type Halves, halvesOf, keyTypeOf, type ParameterSet } from './parameter-set.ts';
import { slhDsaSets } from './slh-dsa.ts';

/** Gives this many random octets, new ones at each call. */
export type EntropySource = (size: number) => Uint8Array;

/**
 * The readers of private keys by the identifier of the key algorithm.
 *
 * @param random `null` for deterministic signatures
 */
export function postQuantumKeyReaders(random: EntropySource | null): ReadonlyMap<string, PrivateKeyReader> {
  const readers = [
    ...mlDsaSets.map((set) => [set, readMlDsaHalves] as const),
    ...slhDsaSets.map((set) => [set, readSlhDsaHalves] as const),
  ];
  return new Map(
    readers.map(([set, readHalves]): [string, PrivateKeyReader] => [
      set.oid,
      ({ algorithm, content, publicKey }) => {
        if (algorithm.parameters !== null) {
          throw new CryptoError('private-key-malformed', { subject: `${set.name} parameters` });
        }
        const halves = readHalves(set, content);
        checkPublicHalf(publicKey, halves.publicKey);
        return privateKeyOf(set, halves, random);
      },
    ]),
  );
}

/** ML-DSA-PrivateKey (RFC 9881, 6): `[0]` the seed; or a SEQUENCE of the seed and the expanded key that follows from it. */
function readMlDsaHalves(set: ParameterSet, content: Uint8Array): Halves {
  const reader = DerReader.of(content);
  const tag = reader.peek();
  if (tag === Tag.OCTET_STRING) {
    throw new CryptoError('private-key-unsupported', { subject: `${set.name} expanded key without its seed` });
  }
  const fields = tag === Tag.SEQUENCE ? reader.sequence() : reader;
  const seed = tag === Tag.SEQUENCE ? fields.octetString() : fields.octetString(contextPrimitive(0));
  const expanded = tag === Tag.SEQUENCE ? fields.octetString() : null;
  fields.finish();
  reader.finish();
  if (seed.length !== set.seedSize) throw new CryptoError('private-key-invalid', { subject: `${set.name} seed` });
  const halves = halvesOf(set, seed);
  checkPublicHalf(expanded, halves.secretKey);
  return halves;
}

/** The key by itself (RFC 9909, 6): SK.seed, SK.prf, PK.seed and PK.root, joined. */
function readSlhDsaHalves(set: ParameterSet, content: Uint8Array): Halves {
  if (content.length !== set.secretKeySize)
    throw new CryptoError('private-key-invalid', { subject: `${set.name} key` });
  const secretKey = content.slice();
  return { secretKey, publicKey: secretKey.subarray(set.publicKeySize) };
}

function privateKeyOf(set: ParameterSet, { publicKey, secretKey }: Halves, random: EntropySource | null): PrivateKey {
  const { arithmetic, randomSize } = set;
  return {
    spki: encodePostQuantumKey(set, publicKey),
    sign(data, algorithm) {
      digestToSign(algorithm, keyTypeOf(set));
      const signature = arithmetic.sign(data, secretKey, { extraEntropy: random?.(randomSize) ?? false });
      // A fault in the computing, or a public half of another key, would give the private key away (RFC 9909, 7).
      if (!arithmetic.verify(signature, data, publicKey)) {
        throw new CryptoError('private-key-invalid', { subject: `${set.name} key does not verify what it signs` });
      }
      return signature;
    },
  };
}
