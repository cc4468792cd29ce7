import { type DerTime, sameBytes } from '@quorate/der';
import { crlEntryExtensions, type RevokedCertificate, revokedCertificates, X509Error } from '@quorate/x509';
import { IssueError } from '../error.ts';
import { sameMeaning } from '../same-meaning.ts';
import { derTime } from '../validity.ts';
import type { PlannedCrlExtension } from './crl-extensions.ts';
import type { CrlEntry } from './entry.ts';
import { readTbsCertList, tbsCertListExtensions } from './read-tbs-cert-list.ts';

/** Everything that a TBSCertList is made of; all of it has been checked. */
export interface CertListParts {
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  /** Name. */
  readonly issuer: Uint8Array;
  readonly thisUpdate: number;
  readonly nextUpdate: number;
  readonly entries: readonly CrlEntry[];
  readonly extensions: readonly PlannedCrlExtension[];
}

/**
 * Reads a TBSCertList with the strict readers and compares every field, entry and extension with what was meant.
 *
 * @throws IssueError `encoding-fault`, which no input should be able to cause; `path` says what differs
 */
export function checkTbsCertList(tbs: Uint8Array, parts: CertListParts): void {
  const list = guard(() => readTbsCertList(tbs));
  demand(sameBytes(list.tbs, tbs), 'tbs');
  demand(list.version === 2, 'version');
  demand(sameBytes(list.signatureAlgorithm, parts.signatureAlgorithm), 'signatureAlgorithm');
  demand(sameBytes(list.issuer.bytes, parts.issuer), 'issuer');
  demand(sameTime(list.thisUpdate, derTime(parts.thisUpdate)), 'thisUpdate');
  demand(list.nextUpdate !== null && sameTime(list.nextUpdate, derTime(parts.nextUpdate)), 'nextUpdate');
  demand((list.revoked === null) === (parts.entries.length === 0), 'revoked');
  let index = 0;
  for (const entry of revokedCertificates(list)) {
    checkEntry(entry, parts.entries[index], `revoked[${index}]`);
    index++;
  }
  demand(index === parts.entries.length, 'revoked');
  const read = guard(() => tbsCertListExtensions(list));
  demand(list.extensions.length === parts.extensions.length, 'extensions');
  parts.extensions.forEach(({ oid, critical, value, meant, read: member }, i) => {
    const extension = list.extensions[i];
    demand(extension !== undefined && extension.oid === oid && sameBytes(extension.value, value), member);
    demand(sameMeaning(read[member], { critical, ...meant }), member);
  });
}

function checkEntry(read: RevokedCertificate, meant: CrlEntry | undefined, path: string): void {
  demand(meant !== undefined, path);
  demand(sameBytes(read.serialNumber, meant.encodedNumber.subarray(2)), path);
  demand(sameTime(read.revocationDate, derTime(meant.revocationDate)), path);
  const { reason, invalidityDate, certificateIssuer } = meant;
  const count = [reason, invalidityDate, certificateIssuer].filter((part) => part !== null).length;
  demand(read.extensions.length === count, path);
  if (count === 0) return;
  const extensions = guard(() => crlEntryExtensions(read));
  const expected = {
    reasonCode: reason && { critical: false, reason },
    invalidityDate:
      invalidityDate === null ? null : { critical: false, date: { seconds: invalidityDate, type: 'GeneralizedTime' } },
    certificateIssuer: certificateIssuer && {
      critical: true,
      names: [{ type: 'directoryName', name: { bytes: certificateIssuer.bytes } }],
    },
  };
  demand(sameMeaning(extensions, expected), path);
}

function sameTime(a: DerTime, b: DerTime): boolean {
  return a.seconds === b.seconds && a.type === b.type;
}

function guard<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (!(cause instanceof IssueError) && !(cause instanceof X509Error)) throw cause;
    throw new IssueError('encoding-fault', { path: 'tbs', cause });
  }
}

function demand(holds: boolean, path: string): asserts holds {
  if (!holds) throw new IssueError('encoding-fault', { path, expected: 'what was meant', actual: 'something else' });
}
