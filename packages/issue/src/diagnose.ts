import {
  describeKey,
  digest,
  digestNames,
  keyIdentity,
  type PssParameters,
  type PublicKey,
  type SignatureAlgorithm,
  type SignatureFailure,
  signatureAlgorithms,
  verifySignature,
} from '@quorate/crypto';
import { sameBytes } from '@quorate/der';
import { encodeBase64, encodeUtf8 } from '@quorate/syntax';
import type { TbsCertificate } from '@quorate/x509';
import { IssueError } from './error.ts';
import { tbsExtensions } from './read-tbs.ts';
import { bareDigest, openRsa } from './rsa-opening.ts';
import { BASE64_TEXT, HEX_TEXT, otherForms, type SignatureForm } from './signature-forms.ts';
import { signatureShape } from './signature-shape.ts';
import { keyIdentifier, readableKey } from './subject-key.ts';

/** A signature that does not verify, with all that is known about what it should be. */
export interface FailedSignature {
  readonly fields: TbsCertificate;
  readonly algorithm: SignatureAlgorithm;
  readonly key: PublicKey;
  readonly signature: Uint8Array;
  readonly reason: SignatureFailure;
}

/** One explanation: an error if it holds, `null` if it does not. */
type Explanation = (failed: FailedSignature, forms: readonly SignatureForm[]) => IssueError | null;

/**
 * Why a signature does not verify. Explanations are tried in this order, and the first that holds is given:
 *
 * 1. another encoding of the right signature (`signature-encoding`): proven, since it verifies when read that way;
 * 2. the right key and bytes under another algorithm (`algorithm-mismatch`): proven likewise; for RSA with any salt, and
 *    with a digest that stands bare where a DigestInfo should;
 * 3. the key inside the TBS (`key-mismatch`): proven likewise, the certificate would be self-signed;
 * 4. the right key over bytes that are known to be taken for these: the digest of the TBS hashed again, its base64 text
 *    (`tbs-mismatch`): proven likewise;
 * 5. for RSA, whether the signature opens under the key: if it does, the key signed other bytes (`tbs-mismatch`), if not, it
 *    is of another key, or damaged (`key-mismatch`);
 * 6. bytes that are a signature of another kind or size of key (`key-mismatch`), or of none (`signature-malformed`);
 * 7. a key that is not the one whose identifier (RFC 5280, 4.2.1.2, method 1) is the TBS's authorityKeyIdentifier
 *    (`key-mismatch`): likely, since an issuer may name its key by another method;
 * 8. another key or other bytes (`signature-mismatch`): ECDSA and EdDSA do not tell.
 */
export function diagnose(failed: FailedSignature): IssueError {
  const forms = otherForms(failed.signature, failed.key);
  for (const explain of EXPLANATIONS) {
    const error = explain(failed, forms);
    if (error !== null) return error;
  }
  return new IssueError('signature-mismatch', {
    path: 'signature',
    expected: `a signature over the TBS by ${describeKey(failed.key)} with ${failed.algorithm.name}`,
    actual: 'a well-formed one by another key or over other bytes',
  });
}

const EXPLANATIONS: readonly Explanation[] = [
  inAnotherForm,
  underAnotherAlgorithm,
  byTheKeyInside,
  overKnownBytes,
  asRsaOpens,
  asItLooks,
  byItsIdentifier,
];

function verifies(
  { fields, algorithm, key, signature }: FailedSignature,
  other: { algorithm?: SignatureAlgorithm; key?: PublicKey; data?: Uint8Array; signature?: Uint8Array },
): boolean {
  return verifySignature({ algorithm, key, data: fields.tbs, signature, ...other }).valid;
}

function inAnotherForm(failed: FailedSignature, forms: readonly SignatureForm[]): IssueError | null {
  const form = forms.find(({ signature }) => verifies(failed, { signature }));
  if (form === undefined) return null;
  const expected = encodingWords(failed.algorithm);
  const actual = `${form.name}, ${failed.signature.length} octets, which verifies when read as that`;
  return new IssueError('signature-encoding', { path: 'signature', expected, actual });
}

function encodingWords({ scheme }: SignatureAlgorithm): string {
  return scheme.name === 'ECDSA' || scheme.name === 'DSA'
    ? 'a SEQUENCE of the integers r and s in DER (RFC 3279, 2.2)'
    : 'the octets of the signature as they are';
}

function underAnotherAlgorithm(failed: FailedSignature, forms: readonly SignatureForm[]): IssueError | null {
  const readings = [{ name: '', signature: failed.signature }, ...forms];
  for (const algorithm of signatureAlgorithms) {
    if (algorithm.oid === null || algorithm === failed.algorithm) continue;
    const form = readings.find(({ signature }) => verifies(failed, { algorithm, signature }));
    if (form === undefined) continue;
    return otherAlgorithm(failed, form.name === '' ? algorithm.name : `${algorithm.name} as ${form.name}`);
  }
  return null;
}

function otherAlgorithm({ algorithm }: FailedSignature, actual: string): IssueError {
  return new IssueError('algorithm-mismatch', {
    path: 'signature',
    expected: `a signature with ${algorithm.name}`,
    actual: `one that verifies with ${actual}`,
  });
}

function byTheKeyInside(failed: FailedSignature, forms: readonly SignatureForm[]): IssueError | null {
  const key = readableKey(failed.fields.publicKey);
  if (key === null || keyIdentity(key) === keyIdentity(failed.key)) return null;
  const readings = [failed.signature, ...forms.map(({ signature }) => signature)];
  if (!readings.some((signature) => verifies(failed, { key, signature }))) return null;
  return new IssueError('key-mismatch', {
    path: 'issuerKey',
    expected: `the key that signed, which is the one inside the TBS (${describeKey(key)})`,
    actual: `another key (${describeKey(failed.key)})`,
  });
}

function overKnownBytes(failed: FailedSignature, forms: readonly SignatureForm[]): IssueError | null {
  const { tbs } = failed.fields;
  const others = [
    ...digestNames.map((name) => ({ words: `the ${name} of the TBS, taken as data`, data: digest(name, tbs) })),
    { words: 'the base64 text of the TBS', data: encodeUtf8(encodeBase64(tbs)) },
  ];
  for (const { words, data } of others) {
    const readings = [failed.signature, ...forms.map(({ signature }) => signature)];
    if (readings.some((signature) => verifies(failed, { data, signature }))) return otherBytes(words);
  }
  return null;
}

function otherBytes(actual: string): IssueError {
  return new IssueError('tbs-mismatch', {
    path: 'tbs',
    expected: 'the bytes that this key signed',
    actual: `others: it signed ${actual}`,
  });
}

function asRsaOpens(failed: FailedSignature): IssueError | null {
  const { key, signature, fields } = failed;
  if (key.type !== 'rsa' || failed.reason !== 'signature-mismatch') return null;
  const opening = openRsa(key, signature);
  if (opening === null) {
    return new IssueError('key-mismatch', {
      path: 'signature',
      expected: `a signature by ${describeKey(key)}`,
      actual: 'one that does not open under this key: by another key of this size, or damaged',
    });
  }
  if (opening.scheme === 'RSASSA-PSS') return asPssOpens(failed, opening.readings);
  const bare = bareDigest(opening.content, fields.tbs);
  if (bare !== null) return otherAlgorithm(failed, `RSASSA-PKCS1-v1_5 over the ${bare} without a DigestInfo`);
  return otherBytes('other bytes with RSASSA-PKCS1-v1_5');
}

function asPssOpens(failed: FailedSignature, readings: readonly [PssParameters, ...PssParameters[]]): IssueError {
  const made = signatureAlgorithms.find(({ pss }) => pss !== null) as SignatureAlgorithm;
  const words = ({ digest: name, mgfDigest, saltLength }: PssParameters): string =>
    `RSASSA-PSS (${name}, MGF1 with ${mgfDigest}, salt ${saltLength})`;
  const right = readings.find((pss) =>
    verifies(failed, { algorithm: { ...made, name: words(pss), digest: pss.digest, pss } }),
  );
  return right === undefined
    ? otherBytes(`other bytes with ${words(readings[0])}`)
    : otherAlgorithm(failed, words(right));
}

function asItLooks(failed: FailedSignature, forms: readonly SignatureForm[]): IssueError | null {
  const { reason, signature, key, algorithm } = failed;
  if (reason !== 'signature-malformed') return null;
  const text = forms.find(({ name }) => name === BASE64_TEXT || name === HEX_TEXT);
  if (text !== undefined) {
    const actual = `${text.name}, and what it stands for does not verify either`;
    return new IssueError('signature-malformed', { path: 'signature', expected: 'bytes', actual });
  }
  const shape = signatureShape(signature, key);
  return new IssueError(shape === null || shape.own ? 'signature-malformed' : 'key-mismatch', {
    path: 'signature',
    expected: `a signature by ${describeKey(key)} with ${algorithm.name}`,
    actual: shape?.words ?? `${signature.length} octets that are none: cut short, or something else`,
  });
}

function byItsIdentifier({ fields, key }: FailedSignature): IssueError | null {
  const authority = tbsExtensions(fields).authorityKeyIdentifier?.keyIdentifier ?? null;
  if (authority === null || sameBytes(authority, keyIdentifier(key.spki))) return null;
  return new IssueError('key-mismatch', {
    path: 'issuerKey',
    expected: 'the key that the TBS names as its issuer (authorityKeyIdentifier)',
    actual: `one with another identifier (${describeKey(key)})`,
  });
}
