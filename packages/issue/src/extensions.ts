import { contextConstructed, encodeElement, encodeNamedBits } from '@quorate/der';
import type { KeyUsage } from '@quorate/x509';
import { OctetString } from 'asn1js';
import {
  AltName,
  AuthorityKeyIdentifier,
  BasicConstraints,
  Extension,
  Extensions,
  ExtKeyUsage,
  GeneralName,
  RelativeDistinguishedNames,
} from 'pkijs';
import { encodeDistinguishedName } from './distinguished-name.ts';
import { keyUsageBits } from './key-usage.ts';
import type { AlternativeName, CertificateProfile } from './profile.ts';

/** What the extensions of a certificate say; all of it has been checked. */
export interface ExtensionParts {
  readonly basicConstraints: { readonly ca: boolean; readonly pathLen?: number } | null;
  readonly keyUsage: readonly KeyUsage[] | null;
  /** Object identifiers. */
  readonly extendedKeyUsage: readonly string[] | null;
  readonly subjectKeyIdentifier: Uint8Array;
  readonly authorityKeyIdentifier: Uint8Array;
  readonly subjectAltName: { readonly critical: boolean; readonly names: readonly AlternativeName[] } | null;
}

/** The subjectAltName that a profile asks for: critical if it stands for the subject (RFC 5280, 4.2.1.6). */
export function alternativeNamesOf(
  { subjectAltName }: CertificateProfile,
  subjectEmpty: boolean,
): ExtensionParts['subjectAltName'] {
  return subjectAltName === undefined ? null : { critical: subjectEmpty, names: subjectAltName };
}

/** RFC 5280, 4.2.1. */
const OID = {
  basicConstraints: '2.5.29.19',
  keyUsage: '2.5.29.15',
  extKeyUsage: '2.5.29.37',
  subjectKeyIdentifier: '2.5.29.14',
  authorityKeyIdentifier: '2.5.29.35',
  subjectAltName: '2.5.29.17',
};

/**
 * The field `[3] EXPLICIT Extensions` of a TBSCertificate. The order is always basicConstraints, keyUsage, extKeyUsage,
 * subjectKeyIdentifier, authorityKeyIdentifier, subjectAltName. The first two are critical, and a subjectAltName that
 * stands for the subject.
 */
export function encodeExtensions(parts: ExtensionParts): Uint8Array {
  const { basicConstraints, keyUsage, extendedKeyUsage, subjectAltName } = parts;
  const extensions: Extension[] = [];
  if (basicConstraints !== null) {
    const { ca, pathLen } = basicConstraints;
    const value = new BasicConstraints(pathLen === undefined ? { cA: ca } : { cA: ca, pathLenConstraint: pathLen });
    extensions.push(extension(OID.basicConstraints, true, value.toSchema().toBER()));
  }
  if (keyUsage !== null) {
    const bits = encodeNamedBits(keyUsageBits(keyUsage, 'keyUsage'));
    extensions.push(extension(OID.keyUsage, true, bufferOf(bits)));
  }
  if (extendedKeyUsage !== null) {
    const value = new ExtKeyUsage({ keyPurposes: [...extendedKeyUsage] });
    extensions.push(extension(OID.extKeyUsage, false, value.toSchema().toBER()));
  }
  extensions.push(extension(OID.subjectKeyIdentifier, false, octets(parts.subjectKeyIdentifier).toBER()));
  const authority = new AuthorityKeyIdentifier({ keyIdentifier: octets(parts.authorityKeyIdentifier) });
  extensions.push(extension(OID.authorityKeyIdentifier, false, authority.toSchema().toBER()));
  if (subjectAltName !== null) {
    const value = new AltName({ altNames: subjectAltName.names.map(generalName) });
    extensions.push(extension(OID.subjectAltName, subjectAltName.critical, value.toSchema().toBER()));
  }
  const list = new Extensions({ extensions }).toSchema().toBER();
  return encodeElement(contextConstructed(3), new Uint8Array(list));
}

function extension(extnID: string, critical: boolean, extnValue: ArrayBuffer): Extension {
  return new Extension({ extnID, critical, extnValue });
}

function generalName(name: AlternativeName, index: number): GeneralName {
  switch (name.type) {
    case 'rfc822Name':
      return new GeneralName({ type: 1, value: name.value });
    case 'dNSName':
      return new GeneralName({ type: 2, value: name.value });
    case 'directoryName': {
      const bytes = encodeDistinguishedName(name.name, `subjectAltName[${index}].name`);
      return new GeneralName({ type: 4, value: RelativeDistinguishedNames.fromBER(bufferOf(bytes)) });
    }
    case 'uniformResourceIdentifier':
      return new GeneralName({ type: 6, value: name.value });
    case 'iPAddress':
      return new GeneralName({ type: 7, value: octets(name.bytes) });
    case 'registeredID':
      return new GeneralName({ type: 8, value: name.oid });
  }
}

function octets(bytes: Uint8Array): OctetString {
  return new OctetString({ valueHex: bufferOf(bytes) });
}

/** The bytes in a buffer of their own: the buffer behind a view may hold more. */
function bufferOf(bytes: Uint8Array): ArrayBuffer {
  return Uint8Array.from(bytes).buffer;
}
