import type { WithAlgorithms } from '@quorate/crypto';
import { bytesOf, contentOf, type DerElement, Tag } from '@quorate/der';
import { once } from '../error.ts';
import { inside, MAX_BYTES, readerOf } from './fields.ts';
import { type RawAlgorithm, readRawAlgorithm } from './raw-algorithm.ts';
import { type RawExtension, readRawExtensions } from './raw-extension.ts';
import { type RawKey, readRawKey } from './raw-key.ts';
import { type RawName, readRawName } from './raw-name.ts';
import { type RawTime, readRawTime } from './raw-time.ts';

/**
 * A certificate or TBSCertificate as a rule sees it: each field by itself, read when it is asked for, so that a fault in one
 * does not hide the others. Every field throws LintError when it cannot be read. Byte fields are views of `bytes`.
 */
export interface LintCertificate {
  readonly kind: 'certificate' | 'tbs';
  readonly bytes: Uint8Array;
  /** The TBSCertificate. */
  readonly tbs: Uint8Array;
  /** Content octets of the INTEGER in `[0]`, or `null` when it is left out: version 1. */
  readonly version: Uint8Array | null;
  /** Content octets of the INTEGER, two's complement, minimal or not. */
  readonly serialNumber: Uint8Array;
  /** `signature` in TBSCertificate. */
  readonly signature: RawAlgorithm;
  readonly issuer: RawName;
  readonly notBefore: RawTime;
  readonly notAfter: RawTime;
  readonly subject: RawName;
  readonly publicKey: RawKey;
  /** The element of `[1]`, or `null`. */
  readonly issuerUniqueId: Uint8Array | null;
  /** The element of `[2]`, or `null`. */
  readonly subjectUniqueId: Uint8Array | null;
  /** `null` when `[3]` is left out. Repeated ones are kept. */
  readonly extensions: readonly RawExtension[] | null;
  /** `signatureAlgorithm` behind TBSCertificate; `null` for a TBSCertificate. */
  readonly signatureAlgorithm: RawAlgorithm | null;
  /** The octets of `signatureValue` behind the first, which counts unused bits; `null` for a TBSCertificate. */
  readonly signatureValue: Uint8Array | null;
}

const ISSUER_ID: ReadonlySet<number> = new Set([0x81, 0xa1]);
const SUBJECT_ID: ReadonlySet<number> = new Set([0x82, 0xa2]);
const EXTENSIONS: ReadonlySet<number> = new Set([0xa3]);

/** Makes the view; nothing is read yet. */
export function lintCertificate(
  kind: 'certificate' | 'tbs',
  bytes: Uint8Array,
  options: WithAlgorithms,
): LintCertificate {
  const whole = once(kind, () => {
    const reader = readerOf(bytes.subarray(0, MAX_BYTES.certificate));
    return reader.element(Tag.SEQUENCE);
  });
  const outer = once('certificate', () => inside(whole(), 'certificate'));
  const tbs = once('tbsCertificate', () => (kind === 'tbs' ? whole() : outer().at(0, 'tbsCertificate', Tag.SEQUENCE)));
  const fields = once('tbsCertificate', () => {
    const all = inside(tbs(), 'tbsCertificate');
    return { all, first: all.elements[0]?.tag === 0xa0 ? 1 : 0 };
  });
  const field = (index: number, name: string, tag?: number): DerElement =>
    fields().all.at(fields().first + index, name, tag);
  const time = (index: number, name: string): RawTime => {
    const validity = inside(field(3, 'validity', Tag.SEQUENCE), 'validity');
    return readRawTime(validity.at(index, name));
  };
  const version = once('version', () => {
    if (fields().first === 0) return null;
    return contentOf(inside(fields().all.at(0, 'version'), 'version').at(0, 'version', Tag.INTEGER));
  });
  const serialNumber = once('serialNumber', () => contentOf(field(0, 'serialNumber', Tag.INTEGER)));
  const signature = once('signature', () => readRawAlgorithm(field(1, 'signature'), 'signature'));
  const issuer = once('issuer', () => readRawName(field(2, 'issuer', Tag.SEQUENCE), 'issuer'));
  const notBefore = once('validity.notBefore', () => time(0, 'validity.notBefore'));
  const notAfter = once('validity.notAfter', () => time(1, 'validity.notAfter'));
  const subject = once('subject', () => readRawName(field(4, 'subject', Tag.SEQUENCE), 'subject'));
  const publicKey = once('subjectPublicKeyInfo', () =>
    readRawKey(field(5, 'subjectPublicKeyInfo', Tag.SEQUENCE), 'subjectPublicKeyInfo', options),
  );
  const trailing = (tags: ReadonlySet<number>): DerElement | null =>
    fields()
      .all.all()
      .slice(fields().first + 6)
      .find(({ tag }) => tags.has(tag)) ?? null;
  const uniqueId = (name: string, tags: ReadonlySet<number>): (() => Uint8Array | null) =>
    once(name, () => {
      const element = trailing(tags);
      return element === null ? null : bytesOf(element);
    });
  const issuerUniqueId = uniqueId('issuerUniqueID', ISSUER_ID);
  const subjectUniqueId = uniqueId('subjectUniqueID', SUBJECT_ID);
  const extensions = once('extensions', () => {
    const explicit = trailing(EXTENSIONS);
    return explicit === null
      ? null
      : readRawExtensions(inside(explicit, 'extensions').at(0, 'extensions'), 'extensions');
  });
  const signatureAlgorithm = once('signatureAlgorithm', () =>
    kind === 'tbs' ? null : readRawAlgorithm(outer().at(1, 'signatureAlgorithm'), 'signatureAlgorithm'),
  );
  const signatureValue = once('signatureValue', () =>
    kind === 'tbs' ? null : contentOf(outer().at(2, 'signatureValue', Tag.BIT_STRING)).subarray(1),
  );
  return new CertificateView(kind, bytes, {
    tbs: () => bytesOf(tbs()),
    version,
    serialNumber,
    signature,
    issuer,
    notBefore,
    notAfter,
    subject,
    publicKey,
    issuerUniqueId,
    subjectUniqueId,
    extensions,
    signatureAlgorithm,
    signatureValue,
  });
}

/** How each field is read. */
type Readers = { readonly [F in Exclude<keyof LintCertificate, 'kind' | 'bytes'>]: () => LintCertificate[F] };

/** Getters of a class, since those of an object of its own are slow. */
class CertificateView implements LintCertificate {
  readonly kind: 'certificate' | 'tbs';
  readonly bytes: Uint8Array;
  readonly #read: Readers;

  constructor(kind: 'certificate' | 'tbs', bytes: Uint8Array, read: Readers) {
    this.kind = kind;
    this.bytes = bytes;
    this.#read = read;
  }

  get tbs(): Uint8Array {
    return this.#read.tbs();
  }

  get version(): Uint8Array | null {
    return this.#read.version();
  }

  get serialNumber(): Uint8Array {
    return this.#read.serialNumber();
  }

  get signature(): RawAlgorithm {
    return this.#read.signature();
  }

  get issuer(): RawName {
    return this.#read.issuer();
  }

  get notBefore(): RawTime {
    return this.#read.notBefore();
  }

  get notAfter(): RawTime {
    return this.#read.notAfter();
  }

  get subject(): RawName {
    return this.#read.subject();
  }

  get publicKey(): RawKey {
    return this.#read.publicKey();
  }

  get issuerUniqueId(): Uint8Array | null {
    return this.#read.issuerUniqueId();
  }

  get subjectUniqueId(): Uint8Array | null {
    return this.#read.subjectUniqueId();
  }

  get extensions(): readonly RawExtension[] | null {
    return this.#read.extensions();
  }

  get signatureAlgorithm(): RawAlgorithm | null {
    return this.#read.signatureAlgorithm();
  }

  get signatureValue(): Uint8Array | null {
    return this.#read.signatureValue();
  }
}
