import {
  CryptoError,
  checkSignature,
  describeKey,
  type PlatformVerifier,
  type PublicKey,
  parsePublicKey,
  signatureAlgorithmByName,
} from '@quorate/crypto';
import { type Finding, type Report, reportOf } from '@quorate/report';
import { type Attestation, parseAttestation } from './attestation.ts';
import { AttestationError } from './error.ts';
import { attestationNotices } from './notices.ts';

/** By REST name: what HSMs were seen or documented to sign attestations with (SKA.md 6.1). PSS has salt 32. */
const SCHEMES: readonly string[] = ['SHA256_WITH_RSA', 'SHA256_WITH_RSA_PSS', 'SHA256_WITH_ECDSA'];

/** What an attestation is judged by. */
export interface VerifyAttestationInput {
  /** The XML file as it came; the two line feeds at its end are signed too. */
  readonly bytes: Uint8Array;
  /** The content of the `.sig` file, or of `xmlSignature` or `keyAttributesSignature`, base64 decoded. */
  readonly signature: Uint8Array;
  /** SubjectPublicKeyInfo of the attestation key. The document does not carry it: pin it (SKA.md 6.3). */
  readonly key: Uint8Array;
  readonly platform?: PlatformVerifier;
}

/** The document, and what was found about it. */
export interface VerifiedAttestation {
  readonly attestation: Attestation;
  readonly report: Report;
}

/**
 * Judges an attestation: does the signature over these exact bytes verify under this attestation key, by any scheme
 * that HSMs use with a key of that kind. It does not decide whether the key belongs to an HSM. What a careful reader
 * should notice in the document is added as warnings.
 *
 * @throws AttestationError for bytes that are not an attestation, and `key-invalid`
 */
export function verifyAttestation(input: VerifyAttestationInput): VerifiedAttestation {
  const attestation = parseAttestation(input.bytes);
  const key = readKey(input.key);
  return {
    attestation,
    report: reportOf([...signatureFindings(input, key), ...attestationNotices(attestation)]),
  };
}

function readKey(spki: Uint8Array): PublicKey {
  try {
    return parsePublicKey(spki);
  } catch (cause) {
    if (cause instanceof CryptoError) throw new AttestationError('key-invalid', { cause });
    throw cause;
  }
}

function signatureFindings(input: VerifyAttestationInput, key: PublicKey): Finding[] {
  const { bytes: data, signature, platform } = input;
  const finding = { id: 'attestation.signature', where: 'the whole file', reference: 'SKA.md 6.1' } as const;
  const schemes = SCHEMES.map((name) => signatureAlgorithmByName(name)).filter((algorithm) =>
    algorithm.keyTypes.includes(key.type),
  );
  for (const algorithm of schemes) {
    const check = { ...finding, subject: "the HSM's signature over the file", algorithm, key, data, signature };
    const findings = checkSignature(check, platform);
    if (findings[0]?.outcome === 'pass') return findings;
  }
  const tried = schemes.map((algorithm) => algorithm.name).join(', ');
  const message =
    tried === ''
      ? `no HSM signs attestations with a key of this kind: ${describeKey(key)}`
      : `the HSM's signature over the file does not verify (${describeKey(key)}; tried ${tried})`;
  return [{ ...finding, outcome: 'fail', message }];
}
