import type { AlgorithmSupport, WithAlgorithms } from '@quorate/crypto';
import { bytesOf, contentOf, type DerElement, oidText, Tag } from '@quorate/der';
import { once } from '../error.ts';
import { inside, MAX_BYTES, readerOf } from './fields.ts';
import { type RawAlgorithm, readRawAlgorithm } from './raw-algorithm.ts';
import { type RawExtension, readRawExtensions } from './raw-extension.ts';
import { type RawKey, readRawKey } from './raw-key.ts';
import { badTag, type RawName, readRawName } from './raw-name.ts';

/** The attribute that holds the extensions asked for (RFC 2985, 5.4.2). */
export const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';

/** An attribute of a request of which only the structure is known to be right. Byte fields are views of the object. */
export interface RawRequestAttribute {
  /** Attribute type as dotted text. */
  readonly type: string;
  readonly bytes: Uint8Array;
  /** The values with tag and length; may be empty. */
  readonly values: readonly DerElement[];
}

/**
 * A certification request (RFC 2986) as a rule sees it: each field by itself, read when it is asked for. Every field throws
 * LintError when it cannot be read. Byte fields are views of `bytes`.
 */
export interface LintRequest {
  readonly kind: 'csr';
  /** What the caller knows beside what is always known: for who reads `signatureAlgorithm`. */
  readonly algorithms: AlgorithmSupport | undefined;
  readonly bytes: Uint8Array;
  /** CertificationRequestInfo: the bytes that are signed. */
  readonly info: Uint8Array;
  /** Content octets of the INTEGER. */
  readonly version: Uint8Array;
  readonly subject: RawName;
  readonly publicKey: RawKey;
  /** `null` when `[0]` is left out, which RFC 2986 does not allow. */
  readonly attributes: readonly RawRequestAttribute[] | null;
  /** What all values of all extensionRequests ask for; `null` without any. Repeated ones are kept. */
  readonly extensions: readonly RawExtension[] | null;
  readonly signatureAlgorithm: RawAlgorithm;
  /** The octets of the BIT STRING behind the first, which counts unused bits. */
  readonly signatureValue: Uint8Array;
}

/** Makes the view; nothing is read yet. */
export function lintRequest(bytes: Uint8Array, { algorithms }: WithAlgorithms): LintRequest {
  const outer = once('certificationRequest', () => {
    const whole = readerOf(bytes.subarray(0, MAX_BYTES.certificate)).element(Tag.SEQUENCE);
    return inside(whole, 'certificationRequest');
  });
  const info = once('certificationRequestInfo', () => outer().at(0, 'certificationRequestInfo', Tag.SEQUENCE));
  const fields = once('certificationRequestInfo', () => inside(info(), 'certificationRequestInfo'));
  const version = once('version', () => contentOf(fields().at(0, 'version', Tag.INTEGER)));
  const subject = once('subject', () => readRawName(fields().at(1, 'subject', Tag.SEQUENCE), 'subject'));
  const publicKey = once('subjectPKInfo', () =>
    readRawKey(fields().at(2, 'subjectPKInfo', Tag.SEQUENCE), 'subjectPKInfo', { algorithms }),
  );
  const attributes = once('attributes', () => {
    const element = fields().optional(3);
    if (element === null) return null;
    if (element.tag !== 0xa0) throw badTag('attributes', element, 0xa0);
    return inside(element, 'attributes').all().map(readAttribute);
  });
  const extensions = once('extensionRequest', () => {
    const requests = (attributes() ?? []).filter(({ type }) => type === EXTENSION_REQUEST);
    const lists = requests.flatMap(({ values }) => values);
    return lists.length === 0 ? null : lists.flatMap((list) => readRawExtensions(list, 'extensionRequest'));
  });
  const signatureAlgorithm = once('signatureAlgorithm', () =>
    readRawAlgorithm(outer().at(1, 'signatureAlgorithm'), 'signatureAlgorithm'),
  );
  const signatureValue = once('signature', () => contentOf(outer().at(2, 'signature', Tag.BIT_STRING)).subarray(1));
  return new RequestView(bytes, algorithms, {
    info: () => bytesOf(info()),
    version,
    subject,
    publicKey,
    attributes,
    extensions,
    signatureAlgorithm,
    signatureValue,
  });
}

/** How each field is read. */
type Readers = { readonly [F in Exclude<keyof LintRequest, 'kind' | 'bytes' | 'algorithms'>]: () => LintRequest[F] };

/** Getters of a class, since those of an object of its own are slow. */
class RequestView implements LintRequest {
  readonly kind = 'csr';
  readonly bytes: Uint8Array;
  readonly algorithms: AlgorithmSupport | undefined;
  readonly #read: Readers;

  constructor(bytes: Uint8Array, algorithms: AlgorithmSupport | undefined, read: Readers) {
    this.bytes = bytes;
    this.algorithms = algorithms;
    this.#read = read;
  }

  get info(): Uint8Array {
    return this.#read.info();
  }

  get version(): Uint8Array {
    return this.#read.version();
  }

  get subject(): RawName {
    return this.#read.subject();
  }

  get publicKey(): RawKey {
    return this.#read.publicKey();
  }

  get attributes(): readonly RawRequestAttribute[] | null {
    return this.#read.attributes();
  }

  get extensions(): readonly RawExtension[] | null {
    return this.#read.extensions();
  }

  get signatureAlgorithm(): RawAlgorithm {
    return this.#read.signatureAlgorithm();
  }

  get signatureValue(): Uint8Array {
    return this.#read.signatureValue();
  }
}

function readAttribute(element: DerElement): RawRequestAttribute {
  if (element.tag !== Tag.SEQUENCE) throw badTag('attributes', element, Tag.SEQUENCE);
  const fields = inside(element, 'attributes');
  const type = oidText(fields.at(0, 'attributes.type', Tag.OBJECT_IDENTIFIER));
  const values = inside(fields.at(1, 'attributes.values', Tag.SET), 'attributes.values').all();
  return { type, bytes: bytesOf(element), values };
}
