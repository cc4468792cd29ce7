import {
  bytesOf,
  contentOf,
  contextConstructed,
  type DerElement,
  DerReader,
  type DerTime,
  readSequence,
  sameBytes,
  Tag,
} from '@quorate/der';
import { reading, X509Error } from './error.ts';
import { type Extension, readExplicitExtensions } from './extension.ts';
import { type Name, readName } from './name.ts';
import { type RevokedCertificate, readRevokedCertificate } from './revoked-certificate.ts';
import { isNext } from './value.ts';

/**
 * A certificate revocation list as written (RFC 5280, 5.1). Byte fields are views of the input. Nothing in it has been
 * judged: neither signature, nor dates, nor extensions. Its entries have been checked, each as far as the structure of
 * its fields goes, but are not kept: see `revokedCertificates`.
 */
export interface CertificateList {
  readonly bytes: Uint8Array;
  /** TBSCertList: the bytes that the signature covers. */
  readonly tbs: Uint8Array;
  /** 1 when the CRL names no version. */
  readonly version: 1 | 2;
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly issuer: Name;
  readonly thisUpdate: DerTime;
  /** `null` when absent; RFC 5280, 5.1.2.5 wants it. */
  readonly nextUpdate: DerTime | null;
  /** The content of revokedCertificates: the entries one behind the other. `null` when absent. */
  readonly revoked: Uint8Array | null;
  /** How many entries there are. */
  readonly revokedCount: number;
  /**
   * The OIDs of the critical extensions of all entries, each once, in order. Who cannot process one of them must not use
   * the CRL, whichever entry has it (RFC 5280, 5.3).
   */
  readonly criticalEntryExtensions: readonly string[];
  /** crlExtensions. */
  readonly extensions: readonly Extension[];
  readonly signature: Uint8Array;
}

/** Above the largest CRL that a browser takes. */
const MAX_BYTES: number = 16 * 1024 * 1024;
/** Of unlike critical extensions in the entries of one list. RFC 5280 has one. */
const MAX_CRITICAL = 256;

/**
 * Reads one CRL, strict DER, nothing before or behind it.
 *
 * A list of entries that is there and empty is read, though RFC 5280, 5.1.2.6 has issuers leave it out (`revoked` then has
 * no bytes): no answer about a certificate depends on it.
 *
 * @param der at most 16 MiB
 * @throws X509Error
 */
export function parseCertificateList(der: Uint8Array): CertificateList {
  return reading('certificate list', null, () =>
    readSequence(der, (fields) => readCertificateList(der, fields), { maxBytes: MAX_BYTES }),
  );
}

/**
 * The entries of a CRL in their order, each read when it is asked for: none is kept. That is where a search ends early
 * and a list of 10^5 entries costs no memory. In an indirect CRL the issuer of an entry is told by it or by one before
 * it (RFC 5280, 5.3.3), so it has to be read from the first.
 *
 * @param list as `parseCertificateList` gave it: what is in it has been checked
 * @throws X509Error while it is read, for a list that was made by other means and is malformed
 */
export function* revokedCertificates(
  list: Pick<CertificateList, 'version' | 'revoked'>,
): Generator<RevokedCertificate, void, undefined> {
  if (list.revoked === null) return;
  const reader = reading('certificate list', null, () => DerReader.of(list.revoked as Uint8Array));
  while (reader.offset < reader.end) {
    yield reading('certificate list', null, () => readRevokedCertificate(reader, list.version));
  }
}

function readCertificateList(bytes: Uint8Array, fields: DerReader): CertificateList {
  const tbs = readTbs(fields, fields.element(Tag.SEQUENCE));
  const algorithm = fields.element(Tag.SEQUENCE);
  if (!sameBytes(tbs.signatureAlgorithm, bytesOf(algorithm))) {
    throw new X509Error('algorithm-mismatch', { offset: algorithm.start });
  }
  return { bytes, ...tbs, signature: fields.bitStringBytes() };
}

function readTbs(outer: DerReader, element: DerElement): Omit<CertificateList, 'bytes' | 'signature'> {
  const fields = outer.inside(element);
  const version = readVersion(fields);
  const signatureAlgorithm = bytesOf(fields.element(Tag.SEQUENCE));
  const issuer = readName(fields);
  const thisUpdate = fields.time();
  const timed = isNext(fields, Tag.UTC_TIME) || isNext(fields, Tag.GENERALIZED_TIME);
  const nextUpdate = timed ? fields.time() : null;
  const list = fields.optional(Tag.SEQUENCE);
  const checked = list === null ? NO_ENTRIES : checkEntries(fields.inside(list), version);
  if (version === 1 && isNext(fields, contextConstructed(0))) {
    throw new X509Error('version-invalid', { offset: fields.offset });
  }
  const extensions = readExplicitExtensions(fields, 0);
  fields.finish();
  return {
    tbs: bytesOf(element),
    version,
    signatureAlgorithm,
    issuer,
    thisUpdate,
    nextUpdate,
    revoked: list === null ? null : contentOf(list),
    ...checked,
    extensions,
  };
}

/** Version 2 is written as 1, version 1 not at all (RFC 5280, 5.1.2.1). */
function readVersion(fields: DerReader): 1 | 2 {
  if (!isNext(fields, Tag.INTEGER)) return 1;
  const offset = fields.offset;
  const version = fields.integerBytes();
  if (version.length !== 1 || version[0] !== 1) throw new X509Error('version-invalid', { offset });
  return 2;
}

type Entries = Pick<CertificateList, 'revokedCount' | 'criticalEntryExtensions'>;

const NO_ENTRIES: Entries = { revokedCount: 0, criticalEntryExtensions: [] };

function checkEntries(list: DerReader, version: 1 | 2): Entries {
  const critical = new Set<string>();
  let revokedCount = 0;
  while (list.offset < list.end) {
    const { offset } = list;
    for (const extension of readRevokedCertificate(list, version).extensions) {
      if (extension.critical) critical.add(extension.oid);
    }
    if (critical.size > MAX_CRITICAL) throw new X509Error('limit-exceeded', { offset, limit: MAX_CRITICAL });
    revokedCount++;
  }
  return { revokedCount, criticalEntryExtensions: [...critical] };
}
