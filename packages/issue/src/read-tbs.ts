import {
  bytesOf,
  contextConstructed,
  DerError,
  encodeBitString,
  encodeSequence,
  readSequence,
  Tag,
  walkDer,
} from '@quorate/der';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  parseCertificate,
  X509Error,
} from '@quorate/x509';
import { IssueError } from './error.ts';

/** A TBSCertificate as written: a certificate's fields without its signature. Byte fields are views. */
export type TbsCertificate = Omit<Certificate, 'bytes' | 'signature'>;

/** As for certificates. */
const MAX_BYTES: number = 1024 * 1024;
const NO_SIGNATURE: Uint8Array = new Uint8Array(0);

/**
 * Reads a TBSCertificate (RFC 5280, 4.1) by the rules for certificates: strict DER down to its last element, nothing
 * before or behind it. Nothing in it is judged; what the extensions hold is read by {@link tbsExtensions}.
 *
 * @param tbs at most 1 MiB
 * @throws IssueError `tbs-malformed`
 */
export function readTbs(tbs: Uint8Array): TbsCertificate {
  const algorithm = guard(0, () => innerAlgorithm(tbs));
  // The reader of certificates wants a signature beside the signed part: it is given an empty one.
  const rest = [algorithm, encodeBitString(NO_SIGNATURE)] as const;
  const unsigned = encodeSequence(tbs, ...rest);
  const header = unsigned.length - tbs.length - rest[0].length - rest[1].length;
  const { bytes: _bytes, signature: _signature, ...fields } = guard(header, () => parseCertificate(unsigned));
  return fields;
}

/**
 * The extensions of a TBSCertificate, decoded.
 *
 * @throws IssueError `tbs-malformed` when one is malformed; `cause` says which and where
 */
export function tbsExtensions(tbs: TbsCertificate): CertificateExtensions {
  try {
    return certificateExtensions({ ...tbs, bytes: tbs.tbs, signature: NO_SIGNATURE });
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('tbs-malformed', { path: 'tbs.extensions', cause });
    throw cause;
  }
}

function innerAlgorithm(tbs: Uint8Array): Uint8Array {
  walkDer(tbs, undefined, { maxBytes: MAX_BYTES });
  return readSequence(tbs, (fields) => {
    fields.optional(contextConstructed(0));
    fields.element(Tag.INTEGER);
    const algorithm = bytesOf(fields.element(Tag.SEQUENCE));
    fields.rest();
    return algorithm;
  });
}

/** @param before octets that stand before the TBSCertificate in what is read */
function guard<T>(before: number, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof DerError) && !(cause instanceof X509Error)) throw cause;
    // The reader of certificates says `malformed` and keeps what the reader of DER said.
    const { code } = cause.cause instanceof DerError ? cause.cause : cause;
    const actual = `${code.replaceAll('-', ' ')} at byte ${Math.max(0, cause.offset - before)}`;
    throw new IssueError('tbs-malformed', { path: 'tbs', expected: 'a TBSCertificate in strict DER', actual, cause });
  }
}
