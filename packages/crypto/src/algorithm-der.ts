import { contentOf, DerReader, encodeNull, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { type AlgorithmIdentifier, isNull, readAlgorithmIdentifier } from './algorithm-identifier.ts';
import type { WithAlgorithms } from './algorithm-support.ts';
import { CryptoError } from './error.ts';
import { guardDer } from './guard.ts';
import { identifiedAlgorithms, pssAlgorithm } from './identified-algorithms.ts';
import { encodePssParameters, type PssParameters, readPssParameters } from './pss-parameters.ts';
import { PSS_KEY_OID } from './rsa-key.ts';
import type { SignatureAlgorithm } from './scheme.ts';

export interface AlgorithmReadOptions extends WithAlgorithms {
  /**
   * `'tolerate'` takes a NULL where parameters must be absent: HSMs write one for ECDSA inside signed approvals
   * (SKA.md 4.3). Without it such an identifier is refused.
   */
  readonly nullParameters?: 'tolerate';
}

const byOid: ReadonlyMap<string | null, SignatureAlgorithm> = new Map(
  identifiedAlgorithms.filter(({ pss }) => pss === null).map((algorithm) => [algorithm.oid, algorithm]),
);

/** Far above the largest identifier, that of PSS with every field. */
const MAX_BYTES = 1024;

/**
 * The algorithm that an AlgorithmIdentifier means. The parameters must be those of the RFC: NULL for RSA PKCS#1 v1.5, or
 * absent, which nobody may write and every reader must accept (RFC 4055, 5); absent for ECDSA, DSA and EdDSA (RFC 5758,
 * 3; RFC 8410, 3); RSASSA-PSS-params with MGF1 for PSS (RFC 4055, 3.1; absent is refused).
 *
 * @param options `algorithms`: more of them, such as those of `@quorate/crypto/post-quantum`
 * @throws CryptoError `algorithm-malformed`, `algorithm-unsupported`, `algorithm-parameters`
 */
export function signatureAlgorithmOfDer(
  algorithmIdentifier: Uint8Array,
  options: AlgorithmReadOptions = {},
): SignatureAlgorithm {
  return guardDer('algorithm-malformed', () => {
    const reader = DerReader.of(algorithmIdentifier, { maxBytes: MAX_BYTES });
    const identifier = readAlgorithmIdentifier(reader);
    reader.finish();
    if (identifier.oid === PSS_KEY_OID) return pssOf(identifier);
    const { oid } = identifier;
    const algorithm = byOid.get(oid) ?? options.algorithms?.signatureAlgorithms.find((entry) => entry.oid === oid);
    if (algorithm === undefined) throw new CryptoError('algorithm-unsupported', { subject: oid });
    if (!isAccepted(identifier, algorithm.parameters, options)) {
      throw new CryptoError('algorithm-parameters', { subject: algorithm.name });
    }
    return algorithm;
  });
}

function isAccepted(
  { parameters }: AlgorithmIdentifier,
  wanted: SignatureAlgorithm['parameters'],
  { nullParameters }: AlgorithmReadOptions,
): boolean {
  if (parameters === null) return wanted === 'absent' || wanted === 'null';
  return isNull(parameters) && (wanted === 'null' || nullParameters === 'tolerate');
}

function pssOf({ parameters }: AlgorithmIdentifier): SignatureAlgorithm {
  if (parameters === null || parameters.tag !== Tag.SEQUENCE) {
    throw new CryptoError('algorithm-parameters', { subject: 'RSASSA-PSS' });
  }
  const fields = DerReader.of(contentOf(parameters));
  const pss = readPssParameters(fields);
  return identifiedAlgorithms.find((entry) => entry.pss !== null && samePss(entry.pss, pss)) ?? pssAlgorithm(pss);
}

function samePss(a: PssParameters, b: PssParameters): boolean {
  return a.digest === b.digest && a.mgfDigest === b.mgfDigest && a.saltLength === b.saltLength;
}

/**
 * The AlgorithmIdentifier of an algorithm, in DER, as `signatureAlgorithmOfDer` takes it without options: with NULL where the RFC has it.
 *
 * @throws CryptoError `algorithm-unsupported` when no object identifier is defined (BLS)
 */
export function encodeSignatureAlgorithm(algorithm: SignatureAlgorithm): Uint8Array {
  if (algorithm.oid === null) throw new CryptoError('algorithm-unsupported', { subject: algorithm.name });
  const fields = [encodeOid(algorithm.oid)];
  if (algorithm.pss !== null) fields.push(encodePssParameters(algorithm.pss));
  else if (algorithm.parameters === 'null') fields.push(encodeNull());
  return encodeSequence(...fields);
}
