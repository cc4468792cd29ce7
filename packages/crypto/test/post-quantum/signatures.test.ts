import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { ml_dsa44, ml_dsa87 } from '@noble/post-quantum/ml-dsa.js';
import { slh_dsa_sha2_128f } from '@noble/post-quantum/slh-dsa.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  checkSignature,
  parsePublicKey,
  type SignatureVerdict,
  verifySignature,
  verifySignatureAsync,
} from '../../src/index.ts';
import { postQuantum, postQuantumSigner } from '../../src/post-quantum/index.ts';
import type { ParameterSet } from '../../src/post-quantum/parameter-set.ts';
import { algorithmOf, allSets, pairOf, setOf, signedSets } from '../support/post-quantum.ts';

const data = new TextEncoder().encode('what is signed');
const signatures = new Map<string, Uint8Array>();
const signatureOf = ({ name }: ParameterSet): Uint8Array => signatures.get(name) ?? new Uint8Array(0);
const keyOf = (set: ParameterSet) => parsePublicKey(pairOf(set).spki, { algorithms: postQuantum });

function judge(set: ParameterSet, signature: Uint8Array, over: Uint8Array = data): SignatureVerdict {
  return verifySignature({ algorithm: algorithmOf(set), key: keyOf(set), data: over, signature });
}

/** `valid`, or why not. */
const answer = (verdict: SignatureVerdict): string => (verdict.valid ? 'valid' : verdict.reason);

beforeAll(async () => {
  for (const set of signedSets) {
    signatures.set(set.name, await postQuantumSigner(pairOf(set).pkcs8).sign(data, algorithmOf(set)));
  }
}, 600_000);

const flipped = (octets: Uint8Array, bit: number): Uint8Array =>
  octets.map((octet, index) => (index === bit >> 3 ? octet ^ (1 << (bit & 7)) : octet));

describe('signatures', () => {
  test('seven parameter sets are signed with here, all fifteen on demand', () => {
    expect(signedSets).toHaveLength(process.env['QUORATE_SLH_DSA'] === 'all' ? 15 : 7);
  });

  test.each(signedSets)('$name: what the signer makes verifies over those data and no others', (set) => {
    expect(judge(set, signatureOf(set))).toEqual({ valid: true, weaknesses: [] });
    expect(answer(judge(set, signatureOf(set), flipped(data, 3)))).toBe('signature-mismatch');
    expect(answer(judge(set, signatureOf(set), new Uint8Array(0)))).toBe('signature-mismatch');
  });

  test.each(signedSets)('$name: under the key of another seed it does not', (set) => {
    const encoded = pairOf(set).spki.slice();
    encoded.set([(encoded.at(-1) ?? 0) ^ 1], encoded.length - 1);
    const key = parsePublicKey(encoded, { algorithms: postQuantum });
    const input = { algorithm: algorithmOf(set), key, data, signature: signatureOf(set) };
    expect(answer(verifySignature(input))).toBe('signature-mismatch');
  });

  test.each(allSets)(
    '$name: a signature of another size is malformed, one of the right size is not accepted',
    (set) => {
      const key = parsePublicKey(
        // Any octets of the right size are a key.
        Uint8Array.from([...pairHead(set), ...new Uint8Array(set.publicKeySize).fill(3)]),
        { algorithms: postQuantum },
      );
      const algorithm = algorithmOf(set);
      const ask = (size: number) => answer(verifySignature({ algorithm, key, data, signature: new Uint8Array(size) }));
      for (const size of [0, 1, set.signatureSize - 1, set.signatureSize + 1, 2 * set.signatureSize]) {
        expect(ask(size)).toBe('signature-malformed');
      }
      expect(ask(set.signatureSize)).toBe('signature-mismatch');
    },
  );

  test('a key of another parameter set, or of another kind, does not go with the algorithm', () => {
    for (const set of signedSets) {
      for (const other of signedSets) {
        if (set === other) continue;
        const input = { algorithm: algorithmOf(set), key: keyOf(other), data, signature: signatureOf(other) };
        expect(answer(verifySignature(input))).toBe('key-mismatch');
      }
    }
  });

  test('one changed bit anywhere is enough', () => {
    const set = setOf('ML-DSA-44');
    const bits = set.signatureSize * 8 - 1;
    fc.assert(
      fc.property(fc.nat(bits), (bit) => !judge(set, flipped(signatureOf(set), bit)).valid),
      { numRuns: 100, examples: [[0], [bits], [8 * 32], [bits - 8 * 4], [bits - 8 * 84]] },
    );
    const slh = setOf('SLH-DSA-SHA2-128f');
    fc.assert(
      fc.property(fc.nat(slh.signatureSize * 8 - 1), (bit) => !judge(slh, flipped(signatureOf(slh), bit)).valid),
      { numRuns: 20 },
    );
  });

  test('any octets of the right size get an answer and no error', () => {
    const set = setOf('ML-DSA-87');
    const octets = fc.uint8Array({ minLength: set.signatureSize, maxLength: set.signatureSize });
    fc.assert(
      fc.property(octets, (signature) =>
        ['signature-malformed', 'signature-mismatch'].includes(answer(judge(set, signature))),
      ),
      { numRuns: 20 },
    );
  });

  test('a platform is asked, after all checks of form', () => {
    const set = setOf('ML-DSA-44');
    const input = { algorithm: algorithmOf(set), key: keyOf(set), data, signature: signatureOf(set) };
    expect(verifySignature(input, { platform: () => false }).valid).toBe(false);
    expect(verifySignature(input, { platform: () => null }).valid).toBe(true);
    const short = { ...input, signature: input.signature.subarray(1) };
    expect(answer(verifySignature(short, { platform: () => true }))).toBe('signature-malformed');
  });

  test('WebCrypto, which has none of these, is not in the way', async () => {
    const set = setOf('ML-DSA-44');
    const input = { algorithm: algorithmOf(set), key: keyOf(set), data, signature: signatureOf(set) };
    expect((await verifySignatureAsync(input, globalThis.crypto.subtle)).valid).toBe(true);
  });

  test('findings name the key and the algorithm', () => {
    const set = setOf('ML-DSA-44');
    const check = { id: 'x', where: 'y', subject: 'it', reference: 'z' };
    const input = { algorithm: algorithmOf(set), key: keyOf(set), data, signature: signatureOf(set) };
    expect(checkSignature({ ...check, ...input })[0]?.message).toBe('it verifies (ML-DSA-44, id-ml-dsa-44)');
  });
});

describe('only pure signatures with the empty context', () => {
  const seed = (size: number): Uint8Array => Uint8Array.from({ length: size }, (_, index) => index);

  test('the library signs as the signer does, and neither a context nor a digest gets through', () => {
    for (const [name, library, hash] of [
      ['ML-DSA-44', ml_dsa44, sha256],
      ['ML-DSA-87', ml_dsa87, sha512],
      ['SLH-DSA-SHA2-128f', slh_dsa_sha2_128f, sha256],
    ] as const) {
      const set = setOf(name);
      const { secretKey } = library.keygen(seed(set.seedSize));
      const pure = library.sign(data, secretKey, { extraEntropy: false });
      expect(pure).toEqual(signatureOf(set));
      const empty = library.sign(data, secretKey, { extraEntropy: false, context: new Uint8Array(0) });
      expect(judge(set, empty).valid).toBe(true);
      const context = library.sign(data, secretKey, { extraEntropy: false, context: Uint8Array.of(1) });
      expect(answer(judge(set, context))).toBe('signature-mismatch');
      const prehashed = library.prehash(hash).sign(data, secretKey, { extraEntropy: false });
      expect(answer(judge(set, prehashed))).toBe('signature-mismatch');
      const internal = library.internal.sign(data, secretKey, { extraEntropy: false });
      expect(answer(judge(set, internal))).toBe('signature-mismatch');
    }
  });
});

describe('hints of ML-DSA (FIPS 204, algorithm 21)', () => {
  const set = setOf('ML-DSA-44');
  const [k, omega] = [4, 80];
  const hintsAt = set.signatureSize - omega - k;

  /** The signature with these hints: lists of places, as they are. */
  function withHints(lists: readonly (readonly number[])[], ends?: readonly number[], rest = 0): string {
    const signature = signatureOf(set).slice();
    const hints = new Uint8Array(omega + k).fill(rest, 0, omega);
    const joined = lists.flat();
    hints.set(joined);
    hints.set(ends ?? lists.map((_, index) => lists.slice(0, index + 1).flat().length), omega);
    signature.set(hints, hintsAt);
    return answer(judge(set, signature));
  }

  test('in order, they are read', () => {
    expect(withHints([[], [], [], []])).toBe('signature-mismatch');
    expect(withHints([[0, 1, 255], [0], [7, 9], []])).toBe('signature-mismatch');
    expect(withHints([Array.from({ length: 80 }, (_, index) => index), [], [], []])).toBe('signature-mismatch');
  });

  test.each<[string, readonly (readonly number[])[], readonly number[] | undefined, number]>([
    ['places that descend', [[5, 4], [], [], []], undefined, 0],
    ['a place twice', [[], [], [9, 9], []], undefined, 0],
    ['a list that ends before it begins', [[1, 2], [3], [], []], [2, 1, 3, 3], 0],
    ['a list that ends beyond the last octet', [[1], [], [], []], [1, 1, 1, 81], 0],
    ['octets behind the last place', [[1], [], [], []], undefined, 1],
  ])('%s: malformed', (_, lists, ends, rest) => {
    expect(withHints(lists, ends, rest)).toBe('signature-malformed');
  });
});

/** A SubjectPublicKeyInfo up to the key: by hand, so that slow key generation is not needed. */
function pairHead({ oid, publicKeySize: size }: ParameterSet): number[] {
  const algorithm = [0x30, 11, 6, 9, 0x60, 0x86, 0x48, 1, 0x65, 3, 4, 3, Number(oid.split('.').at(-1))];
  const length = (octets: number): number[] => (octets < 128 ? [octets] : [0x82, octets >> 8, octets & 255]);
  const bits = [3, ...length(size + 1), 0];
  return [0x30, ...length(algorithm.length + bits.length + size), ...algorithm, ...bits];
}
