import {
  bytesOf,
  contextConstructed,
  contextPrimitive,
  type DerReader,
  type DerTime,
  Tag,
  timeValue,
} from '@quorate/der';
import { type CrlReason, crlReasonName, MAX_REASON_CODE } from './crl-reason.ts';
import { type Extension, readExplicitExtensions } from './extension.ts';
import { isNext } from './value.ts';

/** CertID (RFC 6960, 4.1.1): which certificate a response is about. Whether hashes have their length is not checked. */
export interface CertId {
  /** The OID of the digest, as dotted text; its parameters are absent or NULL. */
  readonly hashAlgorithm: string;
  /** Of the issuer's Name as the certificate has it. */
  readonly issuerNameHash: Uint8Array;
  /** Of the content of the BIT STRING in the issuer's key, without the octet that counts unused bits. */
  readonly issuerKeyHash: Uint8Array;
  /** Content octets of the INTEGER, two's complement. */
  readonly serialNumber: Uint8Array;
}

/** CertStatus (RFC 6960, 2.2). */
export type CertStatus =
  | { readonly type: 'good' | 'unknown' }
  | {
      readonly type: 'revoked';
      readonly revocationTime: DerTime;
      /** revocationReason: the number as written, 0 to 127, and its name if RFC 5280 has one; `null` when absent. */
      readonly reasonCode: number | null;
      readonly reason: CrlReason | null;
    };

/** SingleResponse (RFC 6960, 4.2.1). */
export interface SingleResponse {
  readonly bytes: Uint8Array;
  readonly certId: CertId;
  readonly certStatus: CertStatus;
  readonly thisUpdate: DerTime;
  readonly nextUpdate: DerTime | null;
  /** singleExtensions. */
  readonly extensions: readonly Extension[];
}

/** As in the entries of CRLs: a low bound, since a response may have many such lists. */
const MAX_SINGLE_EXTENSIONS = 32;

/** Reads the next element, a SingleResponse. */
export function readSingleResponse(list: DerReader): SingleResponse {
  const element = list.element(Tag.SEQUENCE);
  const fields = list.inside(element);
  const certId = readCertId(fields);
  const certStatus = readCertStatus(fields);
  const thisUpdate = timeValue(fields.element(Tag.GENERALIZED_TIME));
  const nextUpdate = readNextUpdate(fields);
  const extensions = readExplicitExtensions(fields, 1, MAX_SINGLE_EXTENSIONS);
  fields.finish();
  return { bytes: bytesOf(element), certId, certStatus, thisUpdate, nextUpdate, extensions };
}

function readCertId(list: DerReader): CertId {
  const fields = list.sequence();
  const algorithm = fields.sequence();
  const hashAlgorithm = algorithm.oid();
  if (isNext(algorithm, Tag.NULL)) algorithm.null();
  algorithm.finish();
  const issuerNameHash = fields.octetString();
  const issuerKeyHash = fields.octetString();
  const serialNumber = fields.integerBytes();
  fields.finish();
  return { hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber };
}

function readCertStatus(fields: DerReader): CertStatus {
  if (isNext(fields, contextConstructed(1))) return readRevoked(fields.sequence(contextConstructed(1)));
  const good = isNext(fields, contextPrimitive(0));
  fields.null(contextPrimitive(good ? 0 : 2));
  return { type: good ? 'good' : 'unknown' };
}

function readRevoked(fields: DerReader): CertStatus {
  const revocationTime = timeValue(fields.element(Tag.GENERALIZED_TIME));
  const explicit = fields.optional(contextConstructed(0));
  let reasonCode: number | null = null;
  if (explicit !== null) {
    const inside = fields.inside(explicit);
    reasonCode = inside.smallInteger(0, MAX_REASON_CODE, Tag.ENUMERATED);
    inside.finish();
  }
  fields.finish();
  const reason = reasonCode === null ? null : crlReasonName(reasonCode);
  return { type: 'revoked', revocationTime, reasonCode, reason };
}

function readNextUpdate(fields: DerReader): DerTime | null {
  const explicit = fields.optional(contextConstructed(0));
  if (explicit === null) return null;
  const inside = fields.inside(explicit);
  const time = timeValue(inside.element(Tag.GENERALIZED_TIME));
  inside.finish();
  return time;
}
