import { type DerTime, encodeInteger, sameBytes } from '@quorate/der';
import type { CertificateExtensions, TbsCertificate } from '@quorate/x509';
import { IssueError } from './error.ts';
import type { PlannedExtension } from './extension/planned-extension.ts';
import { readTbs, tbsExtensions } from './read-tbs.ts';
import { sameMeaning } from './same-meaning.ts';
import type { TbsParts } from './tbs-parts.ts';
import { derTime } from './validity.ts';

/** A TBSCertificate as it was read. */
export interface ReadTbs {
  readonly fields: TbsCertificate;
  readonly extensions: CertificateExtensions;
}

/**
 * Reads a TBSCertificate with the strict readers and compares every field and extension with what was meant: bytes leave
 * this package only when two independent pieces of code agree on them.
 *
 * @throws IssueError `encoding-fault`, which no input should be able to cause; `path` says what differs
 */
export function checkTbs(tbs: Uint8Array, parts: TbsParts): ReadTbs {
  let fields: TbsCertificate;
  let extensions: CertificateExtensions;
  try {
    fields = readTbs(tbs);
    extensions = tbsExtensions(fields);
  } catch (cause) {
    throw new IssueError('encoding-fault', { path: 'tbs', cause });
  }
  const { validity } = parts;
  demand(fields.version === 3, 'version');
  demand(sameBytes(fields.tbs, tbs), 'tbs');
  demand(sameBytes(fields.serialNumber, encodeInteger(parts.serialNumber).subarray(2)), 'serialNumber');
  demand(sameBytes(fields.signatureAlgorithm, parts.signatureAlgorithm), 'signatureAlgorithm');
  demand(sameBytes(fields.issuer.bytes, parts.issuer), 'issuer');
  demand(sameTime(fields.notBefore, derTime(validity.notBefore)), 'notBefore');
  demand(sameTime(fields.notAfter, derTime(validity.notAfter)), 'notAfter');
  demand(sameBytes(fields.subject.bytes, parts.subject), 'subject');
  demand(sameBytes(fields.publicKey, parts.publicKey), 'publicKey');
  checkExtensions(fields, extensions, parts.extensions);
  return { fields, extensions };
}

function checkExtensions(
  fields: TbsCertificate,
  read: CertificateExtensions,
  planned: readonly PlannedExtension[],
): void {
  demand(fields.extensions.length === planned.length, 'extensions');
  planned.forEach(({ path, oid, critical, value, meant, read: how }, i) => {
    const extension = fields.extensions[i];
    demand(extension !== undefined && extension.oid === oid && extension.critical === critical, path);
    demand(sameBytes(extension.value, value), path);
    const what = typeof how === 'string' ? read[how] : { critical, ...how(extension.value) };
    demand(sameMeaning(what, { critical, ...meant }), path);
  });
}

function sameTime(a: DerTime, b: DerTime): boolean {
  return a.seconds === b.seconds && a.type === b.type;
}

function demand(holds: boolean, path: string): asserts holds {
  if (!holds) throw new IssueError('encoding-fault', { path, expected: 'what was meant', actual: 'something else' });
}
