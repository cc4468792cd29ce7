import {
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeTime,
  sameBytes,
  Tag,
} from '@quorate/der';
import {
  type BasicOcspResponse,
  type CertStatus,
  type OcspResponse,
  parseOcspResponse,
  type SingleResponse,
} from '../../src/index.ts';
import { encodedExtensions, enumerated, generalized, nothing } from '../crl/support.ts';
import { algorithm, constructed, extensionOf, hex, nameOf, primitive } from '../extensions/support.ts';

export const BASIC = '1.3.6.1.5.5.7.48.1.1';
export const PRODUCED = 1_700_000_000;
export const sha1: Uint8Array = encodeSequence(encodeOid('1.3.14.3.2.26'), encodeNull());

export const certIdOf = (serial: number, hash: Uint8Array = sha1): Uint8Array =>
  encodeSequence(hash, encodeOctetString(hex('aa')), encodeOctetString(hex('bb')), encodeInteger(serial));

export const good: Uint8Array = primitive(0, nothing);
export const unknown: Uint8Array = primitive(2, nothing);
export const revoked = (...reason: readonly Uint8Array[]): Uint8Array =>
  constructed(1, generalized(PRODUCED - 60), ...reason);

/** The parts of a SingleResponse in their order; an empty part is left out. */
const single = {
  certId: certIdOf(5),
  certStatus: good,
  thisUpdate: generalized(PRODUCED - 30),
  nextUpdate: encodeExplicit(0, generalized(PRODUCED + 30)),
  extensions: nothing,
};
export const singleOf = (parts: Partial<typeof single> = {}): Uint8Array =>
  encodeSequence(...Object.values({ ...single, ...parts }));

/** The parts of a ResponseData in their order; an empty part is left out. */
const data = {
  version: nothing,
  responderId: encodeExplicit(1, nameOf('responder')),
  producedAt: generalized(PRODUCED),
  responses: encodeSequence(singleOf()),
  extensions: nothing,
};

/** What stands around it. */
const outer = {
  signatureAlgorithm: algorithm,
  signature: encodeBitString(hex('010203')),
  certificates: nothing,
};

export function basicOf(parts: Partial<typeof data & typeof outer> = {}): Uint8Array {
  const { version, responderId, producedAt, responses, extensions, ...rest } = { ...data, ...outer, ...parts };
  const tbs = encodeSequence(version, responderId, producedAt, responses, extensions);
  return encodeSequence(tbs, rest.signatureAlgorithm, rest.signature, rest.certificates);
}

export function responseOf(basic: Uint8Array, type: string = BASIC): Uint8Array {
  return encodeSequence(enumerated(0), encodeExplicit(0, encodeSequence(encodeOid(type), encodeOctetString(basic))));
}

export function read(parts: Parameters<typeof basicOf>[0] = {}): BasicOcspResponse {
  const { basic } = parseOcspResponse(responseOf(basicOf(parts)));
  if (basic === null) throw new Error('no basic response');
  return basic;
}

export const note = (oid: string): Uint8Array => extensionOf(oid, encodeNull());

function encodedStatus(status: CertStatus): Uint8Array {
  if (status.type !== 'revoked') return status.type === 'good' ? good : unknown;
  const { revocationTime, reasonCode } = status;
  const reason = reasonCode === null ? [] : [encodeExplicit(0, enumerated(reasonCode))];
  return constructed(1, encodeTime(revocationTime), ...reason);
}

/** A SingleResponse in DER, of what was read of it; `parameters` are those of the digest, of which only the OID is kept. */
function encodedSingle(single: SingleResponse, ...parameters: readonly Uint8Array[]): Uint8Array {
  const { certId, certStatus, thisUpdate, nextUpdate, extensions } = single;
  return encodeSequence(
    encodeSequence(
      encodeSequence(encodeOid(certId.hashAlgorithm), ...parameters),
      encodeOctetString(certId.issuerNameHash),
      encodeOctetString(certId.issuerKeyHash),
      encodeElement(Tag.INTEGER, certId.serialNumber),
    ),
    encodedStatus(certStatus),
    encodeTime(thisUpdate),
    ...(nextUpdate === null ? [] : [encodeExplicit(0, encodeTime(nextUpdate))]),
    ...(extensions.length === 0 ? [] : [encodeExplicit(1, encodedExtensions(extensions))]),
  );
}

/** With NULL as parameters of the digest if that gives the bytes that were read, else without. */
function encodedAsRead(single: SingleResponse): Uint8Array {
  const withNull = encodedSingle(single, encodeNull());
  return sameBytes(withNull, single.bytes) ? withNull : encodedSingle(single);
}

/** A BasicOCSPResponse in DER, of what was read of it. */
function encodedBasic(basic: BasicOcspResponse): Uint8Array {
  const { responderId } = basic;
  const tbs = encodeSequence(
    responderId.type === 'byName'
      ? encodeExplicit(1, responderId.name.bytes)
      : encodeExplicit(2, encodeOctetString(responderId.keyHash)),
    encodeTime(basic.producedAt),
    encodeSequence(...basic.responses.map(encodedAsRead)),
    ...(basic.extensions.length === 0 ? [] : [encodeExplicit(1, encodedExtensions(basic.extensions))]),
  );
  const certificates =
    basic.certificates.length === 0 ? [] : [encodeExplicit(0, encodeSequence(...basic.certificates))];
  return encodeSequence(tbs, basic.signatureAlgorithm, encodeBitString(basic.signature), ...certificates);
}

const NUMBERS = ['successful', 'malformedRequest', 'internalError', 'tryLater', '', 'sigRequired', 'unauthorized'];

/** A response in DER, of what was read of it; `null` for a type that is not looked into. */
export function encodedResponse({ responseStatus, responseType, basic }: OcspResponse): Uint8Array | null {
  if (responseStatus !== 'successful') return encodeSequence(enumerated(NUMBERS.indexOf(responseStatus)));
  return responseType === null || basic === null ? null : responseOf(encodedBasic(basic), responseType);
}
