import { DerError, walkDer } from '@quorate/der';
import {
  type CertificateExtensions,
  certificateExtensions,
  parseTbsCertificate,
  type TbsCertificate,
  X509Error,
} from '@quorate/x509';
import { IssueError } from './error.ts';

/**
 * Reads a TBSCertificate (RFC 5280, 4.1), strict DER down to its last element. Nothing in it is judged; what the
 * extensions hold is read by {@link tbsExtensions}.
 *
 * @param tbs at most 1 MiB
 * @throws IssueError `tbs-malformed`
 */
export function readTbs(tbs: Uint8Array): TbsCertificate {
  try {
    const fields = parseTbsCertificate(tbs);
    walkDer(tbs);
    return fields;
  } catch (cause) {
    if (!(cause instanceof DerError) && !(cause instanceof X509Error)) throw cause;
    const { code, offset } = cause instanceof X509Error && cause.cause instanceof DerError ? cause.cause : cause;
    const actual = `${code.replaceAll('-', ' ')} at byte ${offset}`;
    throw new IssueError('tbs-malformed', { path: 'tbs', expected: 'a TBSCertificate in strict DER', actual, cause });
  }
}

/**
 * The extensions of a TBSCertificate, decoded.
 *
 * @throws IssueError `tbs-malformed` when one is malformed; `cause` says which and where
 */
export function tbsExtensions(tbs: TbsCertificate): CertificateExtensions {
  try {
    return certificateExtensions(tbs);
  } catch (cause) {
    if (cause instanceof X509Error) throw new IssueError('tbs-malformed', { path: 'tbs.extensions', cause });
    throw cause;
  }
}
