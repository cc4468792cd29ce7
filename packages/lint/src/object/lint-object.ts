import type { WithAlgorithms } from '@quorate/crypto';
import { type LintCertificate, lintCertificate } from './lint-certificate.ts';
import { type LintCrl, lintCrl } from './lint-crl.ts';
import { type LintRequest, lintRequest } from './lint-request.ts';
import { dayOf } from './raw-time.ts';

/** What can be linted: a certificate, a TBSCertificate before it is signed, a certification request, a CRL. */
export type LintKind = 'certificate' | 'tbs' | 'csr' | 'crl';

export type LintObject = LintCertificate | LintRequest | LintCrl;

/** The object that a kind has. */
export type ObjectOfKind<K extends LintKind> = K extends 'certificate' | 'tbs'
  ? LintCertificate
  : K extends 'csr'
    ? LintRequest
    : LintCrl;

/**
 * Takes bytes as an object of this kind, to be linted. Nothing is refused here, whatever the bytes are: that is for the
 * rules to say, and for the finding `lint.readable`.
 *
 * @param der of certificates and requests the first 1 MiB are looked at, of a CRL all, at most 16 MiB
 * @param options `algorithms`: more kinds of key and signature, such as those of `@quorate/crypto/post-quantum`: without them
 *   a rule that needs the key, or verifies the signature of a request, could not run
 * @throws TypeError when `der` is no Uint8Array, or the kind is none
 */
export function readLintObject<K extends LintKind>(kind: K, der: Uint8Array, options?: WithAlgorithms): ObjectOfKind<K>;
export function readLintObject(kind: LintKind, der: Uint8Array, options: WithAlgorithms = {}): LintObject {
  if (Object.prototype.toString.call(der) !== '[object Uint8Array]')
    throw new TypeError('DER is read from a Uint8Array');
  switch (kind) {
    case 'certificate':
    case 'tbs':
      return lintCertificate(kind, der, options);
    case 'csr':
      return lintRequest(der, options);
    case 'crl':
      return lintCrl(der);
    default:
      throw new TypeError(`not a kind of object: \`${String(kind)}\``);
  }
}

/**
 * The day that decides which rules bind an object: notBefore of a certificate, thisUpdate of a CRL.
 *
 * @returns `YYYY-MM-DD`; `null` for a request, and when there is no such day: then every rule binds
 */
export function dayOfObject(object: LintObject): string | null {
  if (object.kind === 'csr') return null;
  return dayOf(object.kind === 'crl' ? object.thisUpdate : object.notBefore);
}
