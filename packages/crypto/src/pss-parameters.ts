import {
  contextConstructed,
  DerError,
  type DerReader,
  encodeExplicit,
  encodeInteger,
  encodeNull,
  encodeOid,
  encodeSequence,
} from '@quorate/der';
import { isNull, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import { type DigestName, digestOfOid, digests } from './digest.ts';
import { CryptoError } from './error.ts';

/** RSASSA-PSS-params (RFC 4055, 3.1): the mask generation function is MGF1, the trailer is BC. */
export interface PssParameters {
  readonly digest: DigestName;
  /** The digest inside MGF1. */
  readonly mgfDigest: DigestName;
  /** Octets of salt: exactly so many in a signature, at least so many when a key demands it. 0 to 2048. */
  readonly saltLength: number;
}

const PSS_DEFAULTS: PssParameters = { digest: 'SHA-1', mgfDigest: 'SHA-1', saltLength: 20 };
const MGF1_OID = '1.2.840.113549.1.1.8';
/** The octets of the largest modulus taken. */
const MAX_SALT = 2048;

/**
 * Reads the fields of RSASSA-PSS-params. Fields with their default value must be absent, as DER wants (X.690, 11.5);
 * the parameters of a hash may be NULL or absent (RFC 4055, 2.1).
 *
 * @param fields over the content of the SEQUENCE, read to its end
 * @throws CryptoError `algorithm-parameters`, `algorithm-unsupported` for an unknown hash or mask generation function
 */
export function readPssParameters(fields: DerReader): PssParameters {
  try {
    const digest = explicit(fields, 0, readDigest) ?? PSS_DEFAULTS.digest;
    const mgfDigest = explicit(fields, 1, readMaskGeneration) ?? PSS_DEFAULTS.mgfDigest;
    const saltLength =
      explicit(fields, 2, (inner) => {
        const at = inner.offset;
        const salt = inner.smallInteger(0, MAX_SALT);
        return salt === PSS_DEFAULTS.saltLength ? refuse('default salt length written out', at) : salt;
      }) ?? PSS_DEFAULTS.saltLength;
    if (fields.peek() !== null) refuse('trailer field', fields.offset);
    return { digest, mgfDigest, saltLength };
  } catch (error) {
    if (!(error instanceof DerError)) throw error;
    throw new CryptoError('algorithm-parameters', { subject: 'RSASSA-PSS', offset: error.offset, cause: error });
  }
}

function refuse(subject: string, offset: number): never {
  throw new CryptoError('algorithm-parameters', { subject: `RSASSA-PSS, ${subject}`, offset });
}

function explicit<T>(fields: DerReader, number: number, read: (inner: DerReader) => T): T | null {
  const element = fields.optional(contextConstructed(number));
  if (element === null) return null;
  const inner = fields.inside(element);
  const value = read(inner);
  inner.finish();
  return value;
}

function readDigest(reader: DerReader): DigestName {
  const at = reader.offset;
  const digest = hashAlgorithm(reader);
  return digest === PSS_DEFAULTS.digest ? refuse('default hash written out', at) : digest;
}

function readMaskGeneration(reader: DerReader): DigestName {
  const at = reader.offset;
  const fields = reader.sequence();
  const oid = fields.oid();
  if (oid !== MGF1_OID) throw new CryptoError('algorithm-unsupported', { subject: oid, offset: at });
  const digest = hashAlgorithm(fields);
  fields.finish();
  return digest === PSS_DEFAULTS.mgfDigest ? refuse('default mask generation function written out', at) : digest;
}

function hashAlgorithm(reader: DerReader): DigestName {
  const at = reader.offset;
  const { oid, parameters } = readAlgorithmIdentifier(reader);
  const entry = digestOfOid(oid);
  if (entry === null) throw new CryptoError('algorithm-unsupported', { subject: oid, offset: at });
  if (parameters !== null && !isNull(parameters)) refuse('parameters of the hash', parameters.start);
  return entry.name;
}

/** RSASSA-PSS-params in DER: defaults left out, NULL in each hash (RFC 4055, 2.1). */
export function encodePssParameters(parameters: PssParameters): Uint8Array {
  const hash = (name: DigestName): Uint8Array => encodeSequence(encodeOid(digests[name].oid), encodeNull());
  const fields: Uint8Array[] = [];
  if (parameters.digest !== PSS_DEFAULTS.digest) fields.push(encodeExplicit(0, hash(parameters.digest)));
  if (parameters.mgfDigest !== PSS_DEFAULTS.mgfDigest) {
    fields.push(encodeExplicit(1, encodeSequence(encodeOid(MGF1_OID), hash(parameters.mgfDigest))));
  }
  if (parameters.saltLength !== PSS_DEFAULTS.saltLength) {
    fields.push(encodeExplicit(2, encodeInteger(parameters.saltLength)));
  }
  return encodeSequence(...fields);
}
