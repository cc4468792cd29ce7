import { type DerTime, encodeInteger, sameBytes } from '@quorate/der';
import { type CertificateExtensions, type GeneralName, keyUsageNames, type TbsCertificate } from '@quorate/x509';
import { encodeDistinguishedName } from './distinguished-name.ts';
import { IssueError } from './error.ts';
import type { ExtensionParts } from './extensions.ts';

import type { AlternativeName } from './profile.ts';
import { readTbs, tbsExtensions } from './read-tbs.ts';
import type { TbsParts } from './tbs-parts.ts';
import { derTime } from './validity.ts';

/**
 * Reads a TBSCertificate with the strict readers and compares every field and extension with what was meant: bytes leave
 * this package only when two independent pieces of code agree on them.
 *
 * @throws IssueError `encoding-fault`, which no input should be able to cause; `path` says what differs
 */
export function checkTbs(tbs: Uint8Array, parts: TbsParts): void {
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
}

function checkExtensions(fields: TbsCertificate, read: CertificateExtensions, parts: ExtensionParts): void {
  const { basicConstraints, keyUsage, extendedKeyUsage, subjectAltName } = parts;
  const count = [basicConstraints, keyUsage, extendedKeyUsage, subjectAltName].filter((part) => part !== null).length;
  demand(fields.extensions.length === count + 2, 'extensions');
  demand(
    same(
      read.basicConstraints,
      basicConstraints && { critical: true, ca: basicConstraints.ca, pathLen: basicConstraints.pathLen ?? null },
    ),
    'basicConstraints',
  );
  const usages = keyUsageNames.filter((name) => keyUsage?.includes(name));
  demand(same(read.keyUsage, keyUsage && { critical: true, usages, unknownBits: [] }), 'keyUsage');
  demand(
    same(read.extendedKeyUsage, extendedKeyUsage && { critical: false, purposes: extendedKeyUsage }),
    'extKeyUsage',
  );
  const { subjectKeyIdentifier: subject, authorityKeyIdentifier: authority } = read;
  demand(
    subject?.critical === false && sameBytes(subject.keyIdentifier, parts.subjectKeyIdentifier),
    'subjectKeyIdentifier',
  );
  demand(
    authority?.critical === false &&
      authority.issuer === null &&
      authority.keyIdentifier !== null &&
      sameBytes(authority.keyIdentifier, parts.authorityKeyIdentifier),
    'authorityKeyIdentifier',
  );
  const names = read.subjectAltName?.names ?? [];
  demand(
    (read.subjectAltName?.critical ?? false) === (subjectAltName?.critical ?? false) &&
      names.length === (subjectAltName?.names.length ?? 0) &&
      names.every((name, i) => isNamed(name, subjectAltName?.names[i])),
    'subjectAltName',
  );
}

function isNamed(read: GeneralName, meant: AlternativeName | undefined): boolean {
  if (meant === undefined) return false;
  switch (read.type) {
    case 'iPAddress':
      return meant.type === read.type && sameBytes(read.bytes, meant.bytes);
    case 'directoryName':
      return meant.type === read.type && sameBytes(read.name.bytes, encodeDistinguishedName(meant.name, 'name'));
    case 'registeredID':
      return meant.type === read.type && read.oid === meant.oid;
    case 'dNSName':
    case 'rfc822Name':
    case 'uniformResourceIdentifier':
      return meant.type === read.type && read.value === meant.value;
    default:
      return false;
  }
}

function sameTime(a: DerTime, b: DerTime): boolean {
  return a.seconds === b.seconds && a.type === b.type;
}

/** Whether two pieces of plain data with the same fields, in whatever order, are equal. */
function same(a: object | null, b: object | null): boolean {
  return canonical(a) === canonical(b);
}

function canonical(value: object | null): string {
  return JSON.stringify(value === null ? null : Object.entries(value).sort());
}

function demand(holds: boolean, path: string): void {
  if (!holds) throw new IssueError('encoding-fault', { path, expected: 'what was meant', actual: 'something else' });
}
