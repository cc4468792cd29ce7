import { createHash } from 'node:crypto';
import { CryptoError, parsePublicKey, signatureAlgorithmOfDer, verifySignature } from '@quorate/crypto';
import { certificateExtensions, nameKey, parseCertificate, sameName } from '@quorate/x509';
import { checkRevocation } from '../../../src/revocation/check-revocation.ts';
import { type RevocationMaterial, readRevocationMaterial } from '../../../src/revocation/material.ts';
import type {
  Authority,
  RevocationQuestion,
  RevocationStatus,
  SignatureTest,
} from '../../../src/revocation/question.ts';

/** Signatures verified since the tests began. */
export const counted: { signatures: number } = { signatures: 0 };

const known = new Map<string, boolean>();

/** Verifies by the crypto room, without a budget; what was verified once is remembered. */
export const verify: SignatureTest = (algorithm, key, data, signature) => {
  counted.signatures++;
  const hash = createHash('sha256');
  for (const part of [algorithm, key.spki, signature, data]) hash.update(`${part.length}:`).update(part);
  const name = hash.digest('hex');
  let answer = known.get(name);
  if (answer === undefined) {
    answer = isValid(algorithm, key, data, signature);
    known.set(name, answer);
  }
  return answer;
};

const isValid: SignatureTest = (algorithm, key, data, signature) => {
  try {
    return verifySignature({ algorithm: signatureAlgorithmOfDer(algorithm), key, data, signature }).valid;
  } catch (cause) {
    if (cause instanceof CryptoError) return false;
    throw cause;
  }
};

export function authorityOf(der: Uint8Array): Authority {
  const certificate = parseCertificate(der);
  return { certificate, extensions: certificateExtensions(certificate), key: parsePublicKey(certificate.publicKey) };
}

/** What a test asks; certificates in DER. */
export interface Asked {
  readonly certificate: Uint8Array;
  readonly issuer: Uint8Array;
  readonly crls?: readonly Uint8Array[];
  readonly ocsp?: readonly Uint8Array[];
  readonly material?: RevocationMaterial;
  /** ISO 8601. */
  readonly time: string;
  readonly maxAge?: number;
  readonly requireNextUpdate?: boolean;
  /** Certificates that count as having a valid path. */
  readonly authorities?: readonly Uint8Array[];
  readonly exhausted?: () => boolean;
}

/** The question about a certificate below an issuer. */
export function questionOf(asked: Asked): RevocationQuestion {
  const certificate = parseCertificate(asked.certificate);
  const extensions = certificateExtensions(certificate);
  const issuer = authorityOf(asked.issuer);
  const authorities = (asked.authorities ?? []).map(authorityOf);
  return {
    certificate,
    extensions,
    issuer: { name: issuer.certificate.subject, nameKey: nameKey(issuer.certificate.subject), ...issuer },
    isCa: extensions.basicConstraints?.ca === true,
    time: Date.parse(asked.time) / 1000,
    material: asked.material ?? readRevocationMaterial(asked.crls ?? [], asked.ocsp ?? []),
    ...(asked.maxAge === undefined ? {} : { maxAge: asked.maxAge }),
    ...(asked.requireNextUpdate === undefined ? {} : { requireNextUpdate: asked.requireNextUpdate }),
    ...(asked.exhausted === undefined ? {} : { exhausted: asked.exhausted }),
    verify,
    authorities: (name) => authorities.filter(({ certificate: { subject } }) => sameName(subject, name)),
  };
}

export function ask(asked: Asked): RevocationStatus {
  return checkRevocation(questionOf(asked));
}

/** The ids of what is said about an answer, for comparison. */
export function idsOf(status: RevocationStatus): string[] {
  if (status.status === 'revoked') return [status.fault.id];
  return (status.status === 'good' ? status.notes : status.faults).map(({ id }) => id);
}

/** DER of the first PEM block or of base64. */
export function derOf(text: string): Uint8Array {
  const body = text.replace(/-----[A-Z0-9 ]+-----/g, '').replace(/\s/g, '');
  return Uint8Array.from(Buffer.from(body, 'base64'));
}
