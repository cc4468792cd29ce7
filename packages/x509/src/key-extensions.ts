import { contextConstructed, contextPrimitive, type DerReader } from '@quorate/der';
import { X509Error } from './error.ts';
import type { Extension } from './extension.ts';
import { type GeneralName, readGeneralNames } from './general-name.ts';
import { isNext, readList, readValue } from './value.ts';

/** The bits of keyUsage by their names in RFC 5280, 4.2.1.3; X.509 calls nonRepudiation contentCommitment. */
export type KeyUsage =
  | 'digitalSignature'
  | 'nonRepudiation'
  | 'keyEncipherment'
  | 'dataEncipherment'
  | 'keyAgreement'
  | 'keyCertSign'
  | 'cRLSign'
  | 'encipherOnly'
  | 'decipherOnly';

/** The same, in the order of the bits. */
export const keyUsageNames: readonly KeyUsage[] = [
  'digitalSignature',
  'nonRepudiation',
  'keyEncipherment',
  'dataEncipherment',
  'keyAgreement',
  'keyCertSign',
  'cRLSign',
  'encipherOnly',
  'decipherOnly',
];

/** keyUsage (RFC 5280, 4.2.1.3). */
export interface KeyUsageExtension {
  readonly critical: boolean;
  /** In the order of the bits. Bits that RFC 5280 does not name are left out: they permit nothing. */
  readonly usages: readonly KeyUsage[];
  /** The numbers of the bits left out, 9 to 32,767, ascending. */
  readonly unknownBits: readonly number[];
}

export function readKeyUsage({ critical, value }: Extension): KeyUsageExtension {
  const bits = readValue(value, (reader) => reader.namedBits());
  if (bits.length === 0) throw new X509Error('empty', { offset: 0 });
  return {
    critical,
    usages: bits.map((bit) => keyUsageNames[bit]).filter((usage) => usage !== undefined),
    unknownBits: bits.filter((bit) => bit >= keyUsageNames.length),
  };
}

/** extKeyUsage (RFC 5280, 4.2.1.12). */
export interface ExtendedKeyUsage {
  readonly critical: boolean;
  /** KeyPurposeIds as dotted text, in their order; see `purposeName`. */
  readonly purposes: readonly string[];
}

export function readExtendedKeyUsage({ critical, value }: Extension): ExtendedKeyUsage {
  return { critical, purposes: readValue(value, (reader) => readList(reader, readOid)) };
}

function readOid(reader: DerReader): string {
  return reader.oid();
}

/** subjectKeyIdentifier (RFC 5280, 4.2.1.2). */
export interface SubjectKeyIdentifier {
  readonly critical: boolean;
  readonly keyIdentifier: Uint8Array;
}

export function readSubjectKeyIdentifier({ critical, value }: Extension): SubjectKeyIdentifier {
  return { critical, keyIdentifier: readValue(value, (reader) => reader.octetString()) };
}

/** authorityKeyIdentifier (RFC 5280, 4.2.1.1). Issuer and serial number are both there or both `null`. */
export interface AuthorityKeyIdentifier {
  readonly critical: boolean;
  readonly keyIdentifier: Uint8Array | null;
  /** authorityCertIssuer. */
  readonly issuer: readonly GeneralName[] | null;
  /** authorityCertSerialNumber: content octets of the INTEGER, two's complement. */
  readonly serialNumber: Uint8Array | null;
}

export function readAuthorityKeyIdentifier({ critical, value }: Extension): AuthorityKeyIdentifier {
  return readValue(value, (reader) => {
    const fields = reader.sequence();
    const keyIdentifier = isNext(fields, contextPrimitive(0)) ? fields.octetString(contextPrimitive(0)) : null;
    const issuer = isNext(fields, contextConstructed(1)) ? readGeneralNames(fields, contextConstructed(1)) : null;
    const serialNumber = isNext(fields, contextPrimitive(2)) ? fields.integerBytes(contextPrimitive(2)) : null;
    fields.finish();
    if ((issuer === null) !== (serialNumber === null)) throw new X509Error('field-missing', { offset: fields.offset });
    return { critical, keyIdentifier, issuer, serialNumber };
  });
}
