import type { CurveName } from './curve.ts';
import type { DigestName } from './digest.ts';
import { canonicalSpki } from './key-identity.ts';
import type { SchemeName, VerificationInput } from './scheme.ts';
import { type SignatureVerdict, verdictOf } from './verify.ts';

/** The digests of WebCrypto (W3C Web Cryptography, 18). */
const DIGESTS: ReadonlySet<DigestName> = new Set<DigestName>(['SHA-1', 'SHA-256', 'SHA-384', 'SHA-512']);
const CURVES: ReadonlySet<CurveName> = new Set<CurveName>(['P-256', 'P-384', 'P-521']);

interface WebCryptoCall {
  readonly key: AlgorithmIdentifier | RsaHashedImportParams | EcKeyImportParams;
  readonly verify: AlgorithmIdentifier | RsaPssParams | EcdsaParams;
}

const calls: Readonly<Partial<Record<SchemeName, (input: VerificationInput) => WebCryptoCall | null>>> = {
  'RSASSA-PKCS1-v1_5': ({ algorithm: { scheme, digest } }) =>
    digest !== null && DIGESTS.has(digest) ? { key: { name: scheme.name, hash: digest }, verify: scheme.name } : null,
  'RSASSA-PSS': ({ algorithm: { pss } }) =>
    pss !== null && DIGESTS.has(pss.digest) && pss.digest === pss.mgfDigest
      ? { key: { name: 'RSA-PSS', hash: pss.digest }, verify: { name: 'RSA-PSS', saltLength: pss.saltLength } }
      : null,
  ECDSA: ({ algorithm: { digest }, key }) =>
    digest !== null && DIGESTS.has(digest) && key.type === 'ec' && CURVES.has(key.curve)
      ? { key: { name: 'ECDSA', namedCurve: key.curve }, verify: { name: 'ECDSA', hash: digest } }
      : null,
  EdDSA: ({ key }) => (key.type === 'ed25519' ? { key: { name: 'Ed25519' }, verify: 'Ed25519' } : null),
};

/**
 * As `verifySignature`, with the arithmetic done by WebCrypto where it can be: the same checks come first, so the
 * answers are the same. What WebCrypto does not have, or this platform's refuses, is computed here.
 *
 * @param subtle given by the app: `crypto.subtle`
 */
export async function verifySignatureAsync(input: VerificationInput, subtle: SubtleCrypto): Promise<SignatureVerdict> {
  const prepared = input.algorithm.scheme.prepare(input);
  if (typeof prepared === 'string') return { valid: false, reason: prepared };
  const call = calls[input.algorithm.scheme.name]?.(input) ?? null;
  const said = call === null ? null : await ask(subtle, call, input, prepared.rawSignature);
  return verdictOf(input, said ?? prepared.verify());
}

async function ask(
  subtle: SubtleCrypto,
  call: WebCryptoCall,
  input: VerificationInput,
  signature: Uint8Array,
): Promise<boolean | null> {
  try {
    const spki = Uint8Array.from(canonicalSpki(input.key));
    const key = await subtle.importKey('spki', spki, call.key, false, ['verify']);
    return await subtle.verify(call.verify, key, Uint8Array.from(signature), Uint8Array.from(input.data));
  } catch {
    return null;
  }
}
