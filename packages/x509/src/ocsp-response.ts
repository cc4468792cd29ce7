import { bytesOf, contextConstructed, DerReader, type DerTime, readSequence, Tag, timeValue } from '@quorate/der';
import { reading, X509Error } from './error.ts';
import { type Extension, readExplicitExtensions } from './extension.ts';
import { type Name, readName } from './name.ts';
import { readSingleResponse, type SingleResponse } from './ocsp-single-response.ts';
import { isNext } from './value.ts';

/** OCSPResponseStatus by its names in RFC 6960, 4.2.1. */
export type OcspResponseStatus =
  | 'successful'
  | 'malformedRequest'
  | 'internalError'
  | 'tryLater'
  | 'sigRequired'
  | 'unauthorized';

/** By their numbers; 4 is not used. */
const STATUSES: readonly (OcspResponseStatus | null)[] = [
  'successful',
  'malformedRequest',
  'internalError',
  'tryLater',
  null,
  'sigRequired',
  'unauthorized',
];

/** An OCSP response as written (RFC 6960, 4.2.1). Nothing in it has been judged: the signature is unchecked too. */
export interface OcspResponse {
  readonly bytes: Uint8Array;
  readonly responseStatus: OcspResponseStatus;
  /** responseType as dotted text; `null` for what is not `successful`, which has no response. */
  readonly responseType: string | null;
  /** The response of type id-pkix-ocsp-basic; `null` for every other, which is not looked into. */
  readonly basic: BasicOcspResponse | null;
}

/** ResponderID: the name or the SHA-1 of the key of who signed. */
export type ResponderId =
  | { readonly type: 'byName'; readonly name: Name }
  | { readonly type: 'byKey'; readonly keyHash: Uint8Array };

/** BasicOCSPResponse with what its ResponseData says (RFC 6960, 4.2.1). Byte fields are views of the input. */
export interface BasicOcspResponse {
  readonly bytes: Uint8Array;
  /** ResponseData: the bytes that the signature covers. */
  readonly tbs: Uint8Array;
  readonly responderId: ResponderId;
  readonly producedAt: DerTime;
  /** In their order; there may be none. */
  readonly responses: readonly SingleResponse[];
  /** responseExtensions. */
  readonly extensions: readonly Extension[];
  /** AlgorithmIdentifier. */
  readonly signatureAlgorithm: Uint8Array;
  readonly signature: Uint8Array;
  /** Certificates that may help to check the signature, in their order: each one SEQUENCE, not looked into. */
  readonly certificates: readonly Uint8Array[];
}

/** Responses for one certificate have some kilobytes, those with every certificate of a small CA some hundred. */
const MAX_BYTES: number = 1024 * 1024;
/** Each is a candidate for the signer, so each may cost a signature check. */
const MAX_CERTIFICATES = 64;
const MAX_RESPONSES = 10_000;
const BASIC = '1.3.6.1.5.5.7.48.1.1';

/**
 * Reads one OCSPResponse, strict DER, nothing before or behind it. Times are GeneralizedTime as in certificates: to the
 * second, without fractions (RFC 6960, 4.2.2.1). The one version, v1, is left out as DER has it.
 *
 * @param der at most 1 MiB
 * @throws X509Error
 */
export function parseOcspResponse(der: Uint8Array): OcspResponse {
  return reading('OCSP response', null, () =>
    readSequence(der, (fields) => readResponse(der, fields), { maxBytes: MAX_BYTES }),
  );
}

function readResponse(bytes: Uint8Array, fields: DerReader): OcspResponse {
  const { offset } = fields;
  const responseStatus = STATUSES[fields.smallInteger(0, STATUSES.length - 1, Tag.ENUMERATED)] ?? null;
  if (responseStatus === null) throw new X509Error('malformed', { offset });
  if (responseStatus !== 'successful') return { bytes, responseStatus, responseType: null, basic: null };
  if (fields.offset === fields.end) throw new X509Error('field-missing', { offset: fields.offset });
  const explicit = fields.sequence(contextConstructed(0));
  const responseBytes = explicit.sequence();
  explicit.finish();
  const responseType = responseBytes.oid();
  const { source, content, end } = responseBytes.element(Tag.OCTET_STRING);
  responseBytes.finish();
  const basic = responseType === BASIC ? readBasic(source, content, end) : null;
  return { bytes, responseStatus, responseType, basic };
}

/** Reads on in the same source, so that the offset of a fault is one in the bytes given. */
function readBasic(source: Uint8Array, start: number, end: number): BasicOcspResponse {
  const reader = DerReader.of(source.subarray(0, end));
  reader.offset = start;
  const element = reader.element(Tag.SEQUENCE);
  reader.finish();
  const fields = reader.inside(element);
  const data = fields.element(Tag.SEQUENCE);
  const responseData = readResponseData(fields.inside(data));
  const signatureAlgorithm = bytesOf(fields.element(Tag.SEQUENCE));
  const signature = fields.bitStringBytes();
  const certificates = readCertificates(fields);
  fields.finish();
  return { bytes: bytesOf(element), tbs: bytesOf(data), ...responseData, signatureAlgorithm, signature, certificates };
}

function readResponseData(
  fields: DerReader,
): Pick<BasicOcspResponse, 'responderId' | 'producedAt' | 'responses' | 'extensions'> {
  if (isNext(fields, contextConstructed(0))) throw new X509Error('version-invalid', { offset: fields.offset });
  const responderId = readResponderId(fields);
  const producedAt = timeValue(fields.element(Tag.GENERALIZED_TIME));
  const list = fields.sequence();
  const responses: SingleResponse[] = [];
  while (list.offset < list.end) {
    if (responses.length === MAX_RESPONSES) {
      throw new X509Error('limit-exceeded', { offset: list.offset, limit: MAX_RESPONSES });
    }
    responses.push(readSingleResponse(list));
  }
  const extensions = readExplicitExtensions(fields, 1);
  fields.finish();
  return { responderId, producedAt, responses, extensions };
}

function readResponderId(fields: DerReader): ResponderId {
  const byName = isNext(fields, contextConstructed(1));
  const explicit = fields.sequence(contextConstructed(byName ? 1 : 2));
  const responder: ResponderId = byName
    ? { type: 'byName', name: readName(explicit) }
    : { type: 'byKey', keyHash: explicit.octetString() };
  explicit.finish();
  return responder;
}

function readCertificates(fields: DerReader): Uint8Array[] {
  const explicit = fields.optional(contextConstructed(0));
  if (explicit === null) return [];
  const inside = fields.inside(explicit);
  const list = inside.sequence();
  inside.finish();
  const certificates: Uint8Array[] = [];
  while (list.offset < list.end) {
    if (certificates.length === MAX_CERTIFICATES) {
      throw new X509Error('limit-exceeded', { offset: list.offset, limit: MAX_CERTIFICATES });
    }
    certificates.push(bytesOf(list.element(Tag.SEQUENCE)));
  }
  return certificates;
}
