import { DerReader } from '@quorate/der';
import { type CertificateParts, caCertificate, certificate, csr, type RequestParts } from './objects.ts';
import { ext, general } from './values.ts';

const LEAF = [
  ext.aki(),
  ext.ski(),
  ext.keyUsage(['digitalSignature']),
  ext.extKeyUsage(['serverAuth']),
  ext.san([general.dns('example.org')]),
];
const CA = [ext.basicConstraints(true, 0), ext.aki(), ext.ski(), ext.keyUsage(['keyCertSign', 'cRLSign'])];
const REQUEST = [ext.keyUsage(['digitalSignature']), ext.san([general.dns('example.org')])];

const oidOf = (extension: Uint8Array): string => DerReader.of(extension).sequence().oid();

/** The list with these in the place of those of the same OID, else behind. */
function changed(list: readonly Uint8Array[], changes: readonly Uint8Array[]): readonly Uint8Array[] {
  const find = (all: readonly Uint8Array[], one: Uint8Array): Uint8Array | undefined =>
    all.find((other) => oidOf(other) === oidOf(one));
  return [...list.map((one) => find(changes, one) ?? one), ...changes.filter((one) => find(list, one) === undefined)];
}

/** The certificate of a server with these extensions in place of its own of the same kind. */
export const leafWith = (changes: readonly Uint8Array[], parts: CertificateParts = {}): Uint8Array =>
  certificate({ ...parts, extensions: changed(LEAF, changes) });

/** The same of a subordinate CA. */
export const caWith = (changes: readonly Uint8Array[], parts: CertificateParts = {}): Uint8Array =>
  caCertificate({ ...parts, extensions: changed(CA, changes) });

/** The same of a request. */
export const requestWith = (changes: readonly Uint8Array[], parts: RequestParts = {}): Uint8Array =>
  csr({ ...parts, extensions: changed(REQUEST, changes) });

/** The certificate of a server without its extension of this kind. */
export const leafWithout = (oid: string, parts: CertificateParts = {}): Uint8Array =>
  certificate({ ...parts, extensions: LEAF.filter((one) => oidOf(one) !== oid) });

/** The same of a subordinate CA. */
export const caWithout = (oid: string, parts: CertificateParts = {}): Uint8Array =>
  caCertificate({ ...parts, extensions: CA.filter((one) => oidOf(one) !== oid) });
