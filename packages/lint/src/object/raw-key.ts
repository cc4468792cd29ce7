import { type PublicKey, parsePublicKey, type WithAlgorithms } from '@quorate/crypto';
import { bytesOf, contentOf, type DerElement, Tag } from '@quorate/der';
import { once } from '../error.ts';
import { inside } from './fields.ts';
import { type RawAlgorithm, readRawAlgorithm } from './raw-algorithm.ts';

/** A SubjectPublicKeyInfo (RFC 5280, 4.1.2.7), in parts and whole. Getters throw LintError when they cannot be read. */
export interface RawKey {
  /** The whole element: a view of the object. */
  readonly bytes: Uint8Array;
  readonly algorithm: RawAlgorithm;
  /** The octets of the BIT STRING behind its first, which counts unused bits. */
  readonly subjectPublicKey: Uint8Array;
  /** The key by the strict reader, which refuses weak and malformed ones. */
  readonly parsed: PublicKey;
}

/** A key of which nothing is read before it is asked for. */
export function readRawKey(element: DerElement, field: string, options: WithAlgorithms): RawKey {
  const fields = once(field, () => inside(element, field));
  const algorithm = once(`${field}.algorithm`, () => readRawAlgorithm(fields().at(0, field), `${field}.algorithm`));
  const subjectPublicKey = once(`${field}.subjectPublicKey`, () =>
    contentOf(fields().at(1, `${field}.subjectPublicKey`, Tag.BIT_STRING)).subarray(1),
  );
  const parsed = once(field, () => parsePublicKey(bytesOf(element), options));
  return new KeyView(bytesOf(element), { algorithm, subjectPublicKey, parsed });
}

/** How each part is read. */
type Readers = { readonly [F in Exclude<keyof RawKey, 'bytes'>]: () => RawKey[F] };

class KeyView implements RawKey {
  readonly bytes: Uint8Array;
  readonly #read: Readers;

  constructor(bytes: Uint8Array, read: Readers) {
    this.bytes = bytes;
    this.#read = read;
  }

  get algorithm(): RawAlgorithm {
    return this.#read.algorithm();
  }

  get subjectPublicKey(): Uint8Array {
    return this.#read.subjectPublicKey();
  }

  get parsed(): PublicKey {
    return this.#read.parsed();
  }
}
