import { type AlgorithmSupport, CryptoError, digest, type PublicKey, parseCertificateKey } from '@quorate/crypto';
import { hexOf } from '@quorate/der';
import type { FindingObject } from '@quorate/report';
import { type Certificate, type CertificateExtensions, certificateExtensions, nameKey, X509Error } from '@quorate/x509';
import { shownName } from '../display-name.ts';
import type { Fault } from '../fault.ts';
import { withDigest } from './with-digest.ts';

/** A certificate in a search. What is asked of it again and again is read once, when it is first asked for. */
export class Member {
  readonly certificate: Certificate;
  /** What its key is read with, beside what is always known. */
  readonly algorithms: AlgorithmSupport | undefined;
  /** What is critical in it and not known, as `certificateFault` found; `undefined` until then. */
  critical: Fault | null | undefined;
  #extensions: CertificateExtensions | X509Error | null = null;
  #key: PublicKey | CryptoError | null = null;
  #subjectKey: string | null = null;
  #issuerKey: string | null = null;
  #name: string | null = null;
  #sha256: string | null = null;
  #tbsSha256: string | null = null;

  constructor(certificate: Certificate, algorithms?: AlgorithmSupport) {
    this.certificate = certificate;
    this.algorithms = algorithms;
  }

  /** Its extensions, or why they cannot be read. */
  get extensions(): CertificateExtensions | X509Error {
    this.#extensions ??= caught(X509Error, () => certificateExtensions(this.certificate));
    return this.#extensions;
  }

  /** Its key, or why it cannot be used. */
  get key(): PublicKey | CryptoError {
    this.#key ??= caught(CryptoError, () => parseCertificateKey(this.certificate.publicKey, this));
    return this.#key;
  }

  /** Equal for names that are the same by RFC 5280, 7.1. */
  get subjectKey(): string {
    this.#subjectKey ??= nameKey(this.certificate.subject);
    return this.#subjectKey;
  }

  get issuerKey(): string {
    this.#issuerKey ??= nameKey(this.certificate.issuer);
    return this.#issuerKey;
  }

  /** RFC 5280, 6.1: the same name as subject and issuer, whoever signed it. */
  get selfIssued(): boolean {
    return this.subjectKey === this.issuerKey;
  }

  /** SHA-256 of the certificate, lower-case hex. */
  get sha256(): string {
    this.#sha256 ??= hexOf(digest('SHA-256', this.certificate.bytes));
    return this.#sha256;
  }

  /** SHA-256 of what is signed, lower-case hex: the same for every signature that the certificate could have. */
  get tbsSha256(): string {
    this.#tbsSha256 ??= hexOf(digest('SHA-256', this.certificate.tbs));
    return this.#tbsSha256;
  }

  /** Its subject as text by RFC 4514; words when the subject is empty. */
  get name(): string {
    this.#name ??= shownName(this.certificate.subject);
    return this.#name;
  }

  /** For findings; the digest is computed when somebody reads it. */
  get object(): FindingObject {
    return withDigest({ kind: 'certificate', name: this.name }, this);
  }
}

const members = new WeakMap<Certificate, Member>();

/**
 * What has been read of a certificate before, if it was asked about before with the same algorithms: in many searches an
 * issuer is the same object.
 */
export function memberOf(certificate: Certificate, algorithms?: AlgorithmSupport): Member {
  let member = members.get(certificate);
  if (member === undefined || member.algorithms !== algorithms) {
    member = new Member(certificate, algorithms);
    members.set(certificate, member);
  }
  return member;
}

/** The value, or the error of this class that stood in its way. */
export function caught<T, E extends Error>(kind: new (...facts: never[]) => E, read: () => T): T | E {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof kind) return cause;
    throw cause;
  }
}
