import { CryptoError, signatureAlgorithmOfDer, verifySignature, type WithAlgorithms } from '@quorate/crypto';
import { DerError, integerValue, Tag } from '@quorate/der';
import {
  type CertificateList,
  type CertificateListExtensions,
  type CrlReason,
  certificateListExtensions,
  crlEntryExtensions,
  type Name,
  nameText,
  parseCertificateList,
  revokedCertificates,
  sameName,
  X509Error,
} from '@quorate/x509';
import { IssueError } from '../error.ts';
import { quoted } from '../text.ts';
import { type CrlIssuer, readCrlIssuer } from './crl-issuer.ts';
import { certificateKey } from './entry.ts';

/** An entry of the CRL before. */
export interface PreviousEntry {
  readonly serialNumber: bigint;
  readonly revocationDate: number;
  readonly reason: CrlReason | null;
}

/** The CRL before, which the same issuer signed. */
export interface PreviousCrl {
  readonly thisUpdate: number;
  /** `null` when it has none, as those of version 1. */
  readonly crlNumber: bigint | null;
  /** `null`: a complete CRL. */
  readonly baseCrlNumber: bigint | null;
  /** The value of issuingDistributionPoint as it stands, `null` without. */
  readonly scope: Uint8Array | null;
  /** By issuer and serial number, as `certificateKey` has them. */
  readonly entries: ReadonlyMap<string, PreviousEntry>;
}

const ISSUING_DISTRIBUTION_POINT = '2.5.29.28';

/**
 * Reads the CRL before. Nothing in it is believed before its signature verifies under the issuer's key.
 *
 * @param options `algorithms`: more kinds of signature
 * @throws IssueError `crl-previous-malformed`, `crl-previous-foreign`
 */
export function readPrevious(der: Uint8Array, issuer: CrlIssuer, options: WithAlgorithms = {}): PreviousCrl {
  const { list, extensions } = guard(() => {
    const read = parseCertificateList(der);
    return { list: read, extensions: certificateListExtensions(read) };
  });
  demandOwn(list, issuer, options);
  return {
    thisUpdate: list.thisUpdate.seconds,
    crlNumber: extensions.crlNumber?.number ?? null,
    baseCrlNumber: extensions.deltaCrlIndicator?.number ?? null,
    scope: list.extensions.find(({ oid }) => oid === ISSUING_DISTRIBUTION_POINT)?.value ?? null,
    entries: guard(() => readEntries(list, extensions, issuer.name)),
  };
}

/**
 * Reads the certificate of an older key of a CRL's issuer: one with the same name, that may sign CRLs as the issuer may.
 *
 * @throws IssueError `crl-previous-foreign`; what an issuer is refused for, with the path below `previousIssuer`
 */
export function readOlderIssuer(der: Uint8Array, { name }: CrlIssuer, options: WithAlgorithms): CrlIssuer {
  const older = readCrlIssuer(der, options, 'previousIssuer');
  if (sameName(older.name, name)) return older;
  const [expected, actual] = [quoted(nameText(name)), quoted(nameText(older.name))];
  throw new IssueError('crl-previous-foreign', { path: 'previousIssuer.subject', expected, actual });
}

function demandOwn(list: CertificateList, { name, key }: CrlIssuer, options: WithAlgorithms): void {
  if (!sameName(list.issuer, name)) {
    const [expected, actual] = [quoted(nameText(name)), quoted(nameText(list.issuer))];
    throw new IssueError('crl-previous-foreign', { path: 'previous.issuer', expected, actual });
  }
  const path = 'previous.signature';
  try {
    const algorithm = signatureAlgorithmOfDer(list.signatureAlgorithm, options);
    const verdict = verifySignature({ algorithm, key, data: list.tbs, signature: list.signature });
    if (verdict.valid) return;
    const [expected, actual] = ["a signature by the issuer's key", verdict.reason.replaceAll('-', ' ')];
    throw new IssueError('crl-previous-foreign', { path, expected, actual });
  } catch (cause) {
    if (cause instanceof CryptoError) throw new IssueError('crl-previous-foreign', { path, cause });
    throw cause;
  }
}

function readEntries(
  list: CertificateList,
  { issuingDistributionPoint }: CertificateListExtensions,
  own: Name,
): ReadonlyMap<string, PreviousEntry> {
  const entries = new Map<string, PreviousEntry>();
  const indirect = issuingDistributionPoint?.indirectCRL === true;
  let issuer: Name | null = null;
  for (const entry of revokedCertificates(list)) {
    const extensions = entry.extensions.length === 0 ? null : crlEntryExtensions(entry);
    // Of an indirect CRL: the issuer holds for the entries that follow, too (RFC 5280, 5.3.3).
    const stated = indirect ? (extensions?.certificateIssuer ?? null) : null;
    if (stated !== null) {
      const found = stated.names.find((name) => name.type === 'directoryName');
      if (found === undefined) {
        throw new IssueError('crl-previous-malformed', {
          path: 'previous.revokedCertificates',
          expected: 'a directoryName in certificateIssuer',
        });
      }
      issuer = sameName(found.name, own) ? null : found.name;
    }
    const serialNumber = numberOf(entry.serialNumber);
    const { revocationDate } = entry;
    const reason = extensions?.reasonCode?.reason ?? null;
    entries.set(certificateKey({ serialNumber, certificateIssuer: issuer }), {
      serialNumber,
      revocationDate: revocationDate.seconds,
      reason,
    });
  }
  return entries;
}

/** The number that the content octets of an INTEGER are. */
function numberOf(content: Uint8Array): bigint {
  return integerValue({ source: content, tag: Tag.INTEGER, start: 0, content: 0, end: content.length });
}

function guard<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof X509Error) && !(cause instanceof DerError)) throw cause;
    throw new IssueError('crl-previous-malformed', { path: 'previous', cause });
  }
}
