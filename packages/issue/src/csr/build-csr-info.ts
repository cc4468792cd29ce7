import type { WithAlgorithms } from '@quorate/crypto';
import {
  contextConstructed,
  DerError,
  encodeInteger,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  sameBytes,
  walkDer,
} from '@quorate/der';
import { demandAuthority } from '../authority.ts';
import { IssueError } from '../error.ts';
import { purposeOids } from '../extended-key-usage.ts';
import { planExtensions } from '../extension/plan.ts';
import type { PlannedExtension } from '../extension/planned-extension.ts';
import { encodeExtension } from '../extensions.ts';
import { demandKey, subjectKeyIdentifierOf } from '../key/subject-key.ts';
import { encodeDistinguishedName } from '../name/distinguished-name.ts';
import { isOid, quoted } from '../text.ts';
import type { CsrAttribute, CsrProfile } from './csr-profile.ts';
import { readCsrInfo } from './read-csr-info.ts';

/** With `algorithms`: more kinds of key, such as those of `@quorate/crypto/post-quantum`. */
export interface CsrInfoRequest extends WithAlgorithms {
  readonly profile: CsrProfile;
  /** SubjectPublicKeyInfo: the key that will sign the request. */
  readonly publicKey: Uint8Array;
}

/** RFC 2985, 5.4.2. */
const EXTENSION_REQUEST = '1.2.840.113549.1.9.14';
const MAX_ATTRIBUTES = 64;
/** What the reader takes, 1 MiB, without room for the largest signature. */
const MAX_BYTES = 2 ** 20 - 2 ** 16;

/**
 * The CertificationRequestInfo of a certification request (RFC 2986, 4.1), to be signed with the key that it is for: what a
 * TBS is to a certificate. Extensions stand in the attribute extensionRequest, written as in a certificate and in the same
 * order; a subjectKeyIdentifier only if the profile has one. The same input gives the same bytes; what was written is read
 * again and compared.
 *
 * @throws IssueError `key-invalid`, `key-weak`, `subject-empty`, the codes of names, usages and extensions, `too-large`
 */
export function buildCsrInfo(request: CsrInfoRequest): Uint8Array {
  const { profile, publicKey } = request;
  const key = demandKey(publicKey, 'publicKey', request);
  const subject = encodeDistinguishedName(profile.subject, 'subject');
  const empty = profile.subject.length === 0;
  if (empty && profile.subjectAltName === undefined) {
    throw new IssueError('subject-empty', { path: 'subject', expected: 'a name, or a subjectAltName' });
  }
  const planned = plannedExtensions(profile, key.spki, empty);
  const attributes = (profile.attributes ?? []).map(encodeAttribute);
  demandTypes(profile.attributes ?? []);
  if (planned.length > 0) {
    const list = encodeSequence(...planned.map(encodeExtension));
    attributes.push(encodeSequence(encodeOid(EXTENSION_REQUEST), encodeSetOf(list)));
  }
  const set = encodeSetOf(...attributes);
  // The SET OF stands under the tag [0] IMPLICIT.
  set[0] = contextConstructed(0);
  const info = encodeSequence(encodeInteger(0), subject, key.spki, set);
  if (info.length > MAX_BYTES) {
    const [expected, actual] = [`at most ${MAX_BYTES} octets`, `${info.length}`];
    throw new IssueError('too-large', { path: 'info', expected, actual });
  }
  check(info, { subject, publicKey: key.spki, planned, attributes });
  return info;
}

function plannedExtensions(profile: CsrProfile, spki: Uint8Array, subjectEmpty: boolean): readonly PlannedExtension[] {
  const { basicConstraints = null, keyUsage = null, extendedKeyUsage: purposes, subjectKeyIdentifier } = profile;
  // A request may leave keyUsage to the issuer; with one the two must agree, as in a certificate.
  const usages = keyUsage ?? (basicConstraints?.ca === true ? (['keyCertSign'] as const) : null);
  demandAuthority({ basicConstraints, keyUsage: usages });
  const identifier =
    subjectKeyIdentifier === undefined || subjectKeyIdentifier === null
      ? null
      : subjectKeyIdentifierOf({ subjectKeyIdentifier, basicConstraints }, spki);
  return planExtensions(
    { ...profile, basicConstraints, keyUsage },
    {
      subjectEmpty,
      extendedKeyUsage: purposes === undefined ? null : purposeOids(purposes, 'extendedKeyUsage'),
      subjectKeyIdentifier: identifier,
      authority: null,
    },
  );
}

function demandTypes(attributes: readonly CsrAttribute[]): void {
  if (attributes.length > MAX_ATTRIBUTES) {
    const [expected, actual] = [`at most ${MAX_ATTRIBUTES}`, `${attributes.length}`];
    throw new IssueError('extension-invalid', { path: 'attributes', expected, actual });
  }
  attributes.forEach(({ type }, i) => {
    if (type !== EXTENSION_REQUEST && attributes.findIndex((other) => other.type === type) === i) return;
    const expected = 'each once, and extensions as members of their own';
    throw new IssueError('extension-invalid', { path: `attributes[${i}].type`, expected, actual: type });
  });
}

function encodeAttribute({ type, values }: CsrAttribute, index: number): Uint8Array {
  const path = `attributes[${index}]`;
  if (typeof type !== 'string' || !isOid(type)) {
    const [expected, actual] = ['an object identifier', quoted(String(type))];
    throw new IssueError('extension-invalid', { path: `${path}.type`, expected, actual });
  }
  values.forEach((value, i) => {
    try {
      walkDer(value);
    } catch (cause) {
      if (!(cause instanceof DerError)) throw cause;
      const [place, expected] = [`${path}.values[${i}]`, 'one element of strict DER'];
      throw new IssueError('extension-invalid', { path: place, expected, cause });
    }
  });
  const repeated = values.some((value, i) => values.findIndex((other) => sameBytes(other, value)) !== i);
  if (values.length === 0 || repeated) {
    const [expected, actual] = ['at least one value, none twice', repeated ? 'one twice' : 'none'];
    throw new IssueError('extension-invalid', { path: `${path}.values`, expected, actual });
  }
  return encodeSequence(encodeOid(type), encodeSetOf(...values));
}

interface Meant {
  readonly subject: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly planned: readonly PlannedExtension[];
  readonly attributes: readonly Uint8Array[];
}

function check(info: Uint8Array, { subject, publicKey, planned, attributes }: Meant): void {
  const read = readCsrInfo(info);
  const holds =
    sameBytes(read.info, info) &&
    sameBytes(read.subject.bytes, subject) &&
    sameBytes(read.publicKey, publicKey) &&
    read.attributes.length === attributes.length &&
    read.extensions.length === planned.length &&
    planned.every(({ oid, critical, value }, i) => {
      const extension = read.extensions[i];
      return extension?.oid === oid && extension.critical === critical && sameBytes(extension.value, value);
    });
  if (!holds) throw new IssueError('encoding-fault', { path: 'info', expected: 'what was meant' });
}
