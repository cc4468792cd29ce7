import { type DigestName, digest } from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import type { CertId } from '@quorate/x509';
import { keyBits } from './key-bits.ts';
import type { RevocationQuestion } from './question.ts';

/** Digests that a CertID may use: SHA-1, as RFC 6960 and RFC 5019 have it, and the SHA-2 family. */
const DIGESTS: ReadonlyMap<string, DigestName> = new Map<string, DigestName>([
  ['1.3.14.3.2.26', 'SHA-1'],
  ['2.16.840.1.101.3.4.2.4', 'SHA-224'],
  ['2.16.840.1.101.3.4.2.1', 'SHA-256'],
  ['2.16.840.1.101.3.4.2.2', 'SHA-384'],
  ['2.16.840.1.101.3.4.2.3', 'SHA-512'],
]);

/** Whether CertIDs are about one certificate (RFC 6960, 4.1.1). Each digest is computed once. */
export class CertIdMatcher {
  readonly #question: RevocationQuestion;
  readonly #hashes: Map<string, { readonly names: readonly Uint8Array[]; readonly key: Uint8Array }> = new Map();

  constructor(question: RevocationQuestion) {
    this.#question = question;
  }

  matches({ hashAlgorithm, issuerNameHash, issuerKeyHash, serialNumber }: CertId): boolean {
    if (!sameBytes(serialNumber, this.#question.certificate.serialNumber)) return false;
    const name = DIGESTS.get(hashAlgorithm);
    if (name === undefined) return false;
    const { names, key } = this.#hashesBy(name);
    return sameBytes(issuerKeyHash, key) && names.some((each) => sameBytes(issuerNameHash, each));
  }

  /** The issuer's name as the certificate has it, and as the issuer itself has it: the same name in two encodings. */
  #hashesBy(name: DigestName): { readonly names: readonly Uint8Array[]; readonly key: Uint8Array } {
    let hashes = this.#hashes.get(name);
    if (hashes === undefined) {
      const { certificate, issuer } = this.#question;
      const names = [certificate.issuer, issuer.name].map(({ bytes }) => digest(name, bytes));
      hashes = { names, key: digest(name, keyBits(issuer.key.spki)) };
      this.#hashes.set(name, hashes);
    }
    return hashes;
  }
}
