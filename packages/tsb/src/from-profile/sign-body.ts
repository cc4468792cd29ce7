import {
  CryptoError,
  encodeSignatureAlgorithm,
  type SignatureAlgorithm,
  signatureAlgorithmOfDer,
} from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { IssueError, readCsrInfo, readTbs, readTbsCertList } from '@quorate/issue';
import { encodeBase64 } from '@quorate/syntax';
import { TsbError } from '../error.ts';
import { restAlgorithm } from './rest-algorithm.ts';
import { type KeyAccess, keyNameMember, metaDataMembers, passwordMember, type RestRequest } from './rest-request.ts';

export interface SignBodyParts extends KeyAccess {
  /** What shall be signed, DER: a TBSCertificate, a TBSCertList or a CertificationRequestInfo. */
  readonly tbs: Uint8Array;
  /**
   * For a CertificationRequestInfo, which does not state one. For the others, which do: the one that must stand in them,
   * and may be left out.
   */
  readonly algorithm?: SignatureAlgorithm;
}

/** The payload stands in an approval token under a length of two octets (SKA.md 2.1). */
const MAX_PAYLOAD = 0xffff;

/** Schemes whose signatures X.509 has in DER, which the interface can also give in other forms (SKA.md 3.8). */
const IN_DER: readonly string[] = ['ECDSA', 'DSA'];

/**
 * The body of `POST /v1/sign` that has these bytes signed, and nothing else: `notExpressible` is empty. The algorithm is
 * the one that stands in them. What approvers sign covers payload and key name, and not the rest.
 *
 * @throws TsbError `tbs-invalid`, `algorithm-unsupported`, `algorithm-conflict`, `limit-exceeded` above 65,535 octets,
 * `body-invalid` for the key name
 * @throws TypeError for a CertificationRequestInfo without `algorithm`
 */
export function signBodyOf(parts: SignBodyParts): RestRequest {
  const { tbs } = parts;
  if (tbs.length > MAX_PAYLOAD) {
    const [expected, actual] = [`at most ${MAX_PAYLOAD} octets`, `${tbs.length}`];
    throw new TsbError('limit-exceeded', { path: 'payload', expected, actual });
  }
  const algorithm = agreedAlgorithm(statedAlgorithm(tbs), parts.algorithm);
  const signRequest = {
    payload: encodeBase64(tbs),
    payloadType: 'UNSPECIFIED',
    signKeyName: keyNameMember(parts),
    keyPassword: passwordMember(parts),
    ...metaDataMembers(parts),
    signatureAlgorithm: restAlgorithm(algorithm, 'key', 'signatureAlgorithm'),
    signatureType: IN_DER.includes(algorithm.scheme.name) ? 'DER' : null,
  };
  return { path: '/v1/sign', body: { signRequest, requestSignature: null }, notExpressible: [] };
}

/** The AlgorithmIdentifier inside; `null` for a CertificationRequestInfo, which has none. */
function statedAlgorithm(tbs: Uint8Array): Uint8Array | null {
  const failures: IssueError[] = [];
  for (const read of [ofCertificate, ofList, ofRequest]) {
    try {
      return read(tbs);
    } catch (cause) {
      if (!(cause instanceof IssueError)) throw cause;
      failures.push(cause);
    }
  }
  const expected = 'a TBSCertificate, a TBSCertList or a CertificationRequestInfo in strict DER';
  throw new TsbError('tbs-invalid', { path: 'payload', expected, actual: 'other bytes', cause: failures[0] });
}

function ofCertificate(tbs: Uint8Array): Uint8Array {
  return readTbs(tbs).signatureAlgorithm;
}

function ofList(tbs: Uint8Array): Uint8Array {
  return readTbsCertList(tbs).signatureAlgorithm;
}

function ofRequest(tbs: Uint8Array): null {
  readCsrInfo(tbs);
  return null;
}

function agreedAlgorithm(stated: Uint8Array | null, given: SignatureAlgorithm | undefined): SignatureAlgorithm {
  const path = 'signatureAlgorithm';
  try {
    if (stated === null) {
      if (given === undefined) throw new TypeError('give `algorithm`: a CertificationRequestInfo does not state one');
      return given;
    }
    const inside = signatureAlgorithmOfDer(stated);
    if (given === undefined || sameBytes(encodeSignatureAlgorithm(given), encodeSignatureAlgorithm(inside))) {
      return inside;
    }
    const expected = `${inside.name}, as the bytes to be signed state`;
    throw new TsbError('algorithm-conflict', { path, expected, actual: given.name });
  } catch (cause) {
    if (cause instanceof CryptoError) throw new TsbError('algorithm-unsupported', { path, cause });
    throw cause;
  }
}
