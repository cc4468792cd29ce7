import { bytesOf, contentOf, type DerElement, Tag } from '@quorate/der';
import { attempt, LintError, once } from '../error.ts';
import { inside, readerOf } from './fields.ts';
import { type RawAlgorithm, readRawAlgorithm } from './raw-algorithm.ts';
import { type RawExtension, readRawExtensions } from './raw-extension.ts';
import { badTag, type RawName, readRawName } from './raw-name.ts';
import { type RawTime, readRawTime } from './raw-time.ts';

/** An item of revokedCertificates. Byte fields are views of the object. */
export interface RawRevoked {
  readonly bytes: Uint8Array;
  /** Content octets of the INTEGER userCertificate, two's complement. */
  readonly serialNumber: Uint8Array;
  readonly revocationDate: RawTime;
  /** crlEntryExtensions; `null` when left out. Read when asked for: throws LintError. */
  readonly extensions: readonly RawExtension[] | null;
}

/**
 * A CertificateList (RFC 5280, 5.1) as a rule sees it: each field by itself, read when it is asked for. Every field throws
 * LintError when it cannot be read. Byte fields are views of `bytes`.
 */
export interface LintCrl {
  readonly kind: 'crl';
  readonly bytes: Uint8Array;
  /** TBSCertList: the bytes that are signed. */
  readonly tbs: Uint8Array;
  /** Content octets of the INTEGER, or `null` when it is left out: version 1. */
  readonly version: Uint8Array | null;
  /** `signature` in TBSCertList. */
  readonly signature: RawAlgorithm;
  readonly issuer: RawName;
  readonly thisUpdate: RawTime;
  readonly nextUpdate: RawTime | null;
  /** `null` when revokedCertificates is left out; empty when it is there and empty. */
  readonly revoked: readonly RawRevoked[] | null;
  /** crlExtensions; `null` when `[0]` is left out. Repeated ones are kept. */
  readonly extensions: readonly RawExtension[] | null;
  readonly signatureAlgorithm: RawAlgorithm;
  /** The octets of the BIT STRING behind the first, which counts unused bits. */
  readonly signatureValue: Uint8Array;
}

/** Above what 16 MiB can hold. */
const MAX_REVOKED = 1_000_000;

interface Places {
  readonly nextUpdate: DerElement | null;
  readonly revoked: DerElement | null;
  readonly extensions: DerElement | null;
}

/** Makes the view; nothing is read yet. */
export function lintCrl(bytes: Uint8Array): LintCrl {
  const outer = once('certificateList', () => inside(readerOf(bytes).element(Tag.SEQUENCE), 'certificateList'));
  const tbs = once('tbsCertList', () => outer().at(0, 'tbsCertList', Tag.SEQUENCE));
  const fields = once('tbsCertList', () => {
    const all = inside(tbs(), 'tbsCertList');
    return { all, first: all.elements[0]?.tag === Tag.INTEGER ? 1 : 0 };
  });
  const field = (index: number, name: string, tag?: number): DerElement =>
    fields().all.at(fields().first + index, name, tag);
  const places = once('tbsCertList', (): Places => {
    const rest = fields()
      .all.all()
      .slice(fields().first + 3);
    const found = (tags: readonly number[]): DerElement | null => rest.find(({ tag }) => tags.includes(tag)) ?? null;
    return {
      nextUpdate: found([Tag.UTC_TIME, Tag.GENERALIZED_TIME]),
      revoked: found([Tag.SEQUENCE]),
      extensions: found([0xa0]),
    };
  });
  const version = once('version', () => (fields().first === 0 ? null : contentOf(fields().all.at(0, 'version'))));
  const signature = once('signature', () => readRawAlgorithm(field(0, 'signature'), 'signature'));
  const issuer = once('issuer', () => readRawName(field(1, 'issuer', Tag.SEQUENCE), 'issuer'));
  const thisUpdate = once('thisUpdate', () => readRawTime(field(2, 'thisUpdate')));
  const nextUpdate = once('nextUpdate', () => {
    const element = places().nextUpdate;
    return element === null ? null : readRawTime(element);
  });
  const revoked = once('revokedCertificates', () => {
    const list = places().revoked;
    return list === null ? null : inside(list, 'revokedCertificates', MAX_REVOKED).all().map(readRevoked);
  });
  const extensions = once('crlExtensions', () => {
    const explicit = places().extensions;
    if (explicit === null) return null;
    return readRawExtensions(inside(explicit, 'crlExtensions').at(0, 'crlExtensions'), 'crlExtensions');
  });
  const signatureAlgorithm = once('signatureAlgorithm', () =>
    readRawAlgorithm(outer().at(1, 'signatureAlgorithm'), 'signatureAlgorithm'),
  );
  const signatureValue = once('signatureValue', () =>
    contentOf(outer().at(2, 'signatureValue', Tag.BIT_STRING)).subarray(1),
  );
  return new CrlView(bytes, {
    tbs: () => bytesOf(tbs()),
    version,
    signature,
    issuer,
    thisUpdate,
    nextUpdate,
    revoked,
    extensions,
    signatureAlgorithm,
    signatureValue,
  });
}

/** How each field is read. */
type Readers = { readonly [F in Exclude<keyof LintCrl, 'kind' | 'bytes'>]: () => LintCrl[F] };

/** Getters of a class, since those of an object of its own are slow. */
class CrlView implements LintCrl {
  readonly kind = 'crl';
  readonly bytes: Uint8Array;
  readonly #read: Readers;

  constructor(bytes: Uint8Array, read: Readers) {
    this.bytes = bytes;
    this.#read = read;
  }

  get tbs(): Uint8Array {
    return this.#read.tbs();
  }

  get version(): Uint8Array | null {
    return this.#read.version();
  }

  get signature(): RawAlgorithm {
    return this.#read.signature();
  }

  get issuer(): RawName {
    return this.#read.issuer();
  }

  get thisUpdate(): RawTime {
    return this.#read.thisUpdate();
  }

  get nextUpdate(): RawTime | null {
    return this.#read.nextUpdate();
  }

  get revoked(): readonly RawRevoked[] | null {
    return this.#read.revoked();
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

function readRevoked(element: DerElement): RawRevoked {
  return new Revoked(element);
}

/** An item of a list that may have 10^5 of them: no more is made for one than its fields. */
class Revoked implements RawRevoked {
  readonly bytes: Uint8Array;
  readonly serialNumber: Uint8Array;
  readonly revocationDate: RawTime;
  /** What is known of crlEntryExtensions: the element until it has been read, or why it cannot be. */
  #extensions: DerElement | readonly RawExtension[] | LintError | null;

  constructor(element: DerElement) {
    const name = 'revokedCertificates';
    if (element.tag !== Tag.SEQUENCE) throw badTag(name, element, Tag.SEQUENCE);
    const fields = inside(element, name);
    this.bytes = bytesOf(element);
    this.serialNumber = contentOf(fields.at(0, `${name}.userCertificate`, Tag.INTEGER));
    this.revocationDate = readRawTime(fields.at(1, `${name}.revocationDate`));
    this.#extensions = attempt('crlEntryExtensions', () => fields.optional(2));
  }

  get extensions(): readonly RawExtension[] | null {
    let known = this.#extensions;
    if (known !== null && 'tag' in known) {
      const list = known;
      known = attempt('crlEntryExtensions', () => readRawExtensions(list, 'crlEntryExtensions'));
      this.#extensions = known;
    }
    if (known instanceof LintError) throw known;
    return known;
  }
}
