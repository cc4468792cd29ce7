import { bytesOf, DerError, DerReader, encodeSequence, Tag, walkDer } from '@quorate/der';
import {
  type CertificateList,
  type CertificateListExtensions,
  certificateListExtensions,
  parseCertificateList,
  X509Error,
} from '@quorate/x509';
import { IssueError } from '../error.ts';

/** A TBSCertList as read: a CRL without its signature. Byte fields are views of a copy. */
export type TbsCertList = Omit<CertificateList, 'bytes' | 'signature'>;

/** A BIT STRING without bits, where the signature will stand. */
const NO_SIGNATURE = Uint8Array.of(Tag.BIT_STRING, 1, 0);

/**
 * Reads a TBSCertList (RFC 5280, 5.1.2), strict DER down to its last element. Nothing in it is judged; what its extensions
 * hold is read by `tbsCertListExtensions`, its entries by `revokedCertificates` of `@quorate/x509`.
 *
 * @param tbs at most 16 MiB
 * @throws IssueError `tbs-malformed`
 */
export function readTbsCertList(tbs: Uint8Array): TbsCertList {
  return guard('a TBSCertList in strict DER', () => {
    walkDer(tbs);
    const { bytes: _, signature: __, ...list } = parseCertificateList(unsignedList(tbs).bytes);
    return list;
  });
}

/**
 * A CertificateList with everything but the signature, for readers of signed lists, and where in it the TBSCertList stands.
 *
 * @throws DerError for what does not begin as a TBSCertList
 */
export function unsignedList(tbs: Uint8Array): { readonly bytes: Uint8Array; readonly at: number } {
  const fields = DerReader.of(tbs).sequence();
  fields.optional(Tag.INTEGER);
  const rest = [bytesOf(fields.element(Tag.SEQUENCE)), NO_SIGNATURE] as const;
  const bytes = encodeSequence(tbs, ...rest);
  return { bytes, at: bytes.length - tbs.length - rest[0].length - rest[1].length };
}

/**
 * The extensions of a TBSCertList, decoded.
 *
 * @throws IssueError `tbs-malformed` when one is malformed; `cause` says which and where
 */
export function tbsCertListExtensions(list: Pick<TbsCertList, 'extensions'>): CertificateListExtensions {
  return guard('extensions of a CRL', () => certificateListExtensions(list));
}

function guard<T>(expected: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof DerError) && !(cause instanceof X509Error)) throw cause;
    throw new IssueError('tbs-malformed', { path: 'tbs', expected, cause });
  }
}
