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
import { IssueError } from '../error.ts';
import { keyIdentifier, readableKey } from '../key/subject-key.ts';
import { BASE64_TEXT, HEX_TEXT, integerSize, OTHER_BASE64_TEXT, type OtherForm, otherForms } from './other-forms.ts';
import { bareDigest, openRsa } from './rsa-opening.ts';
import { type DeclaredSignature, formWords } from './signature-form.ts';
import { signatureShape } from './signature-shape.ts';
import type { SignedBy, SignedPart } from './signed-part.ts';

/** A signature that does not verify, with all that is known about what it should be. */
export interface FailedSignature {
  readonly part: SignedPart;
  readonly by: SignedBy;
  readonly declared: DeclaredSignature;
  readonly reason: SignatureFailure;
}

/** The same, read. */
interface Failed {
  readonly part: SignedPart;
  readonly algorithm: SignatureAlgorithm;
  readonly key: PublicKey;
  readonly by: SignedBy;
  /** As it was declared, or the octets when they are nothing of that form. */
  readonly signature: Uint8Array;
  readonly declared: DeclaredSignature;
  readonly reason: SignatureFailure;
  /** What else the octets could be. */
  readonly forms: readonly OtherForm[];
}

/** One explanation: an error if it holds, `null` if it does not. */
type Explanation = (failed: Failed) => IssueError | null;

/**
 * Why a signature does not verify. Explanations are tried in this order, and the first that holds is given:
 *
 * 1. another encoding of the right signature than was declared (`signature-encoding`): proven, since it verifies when read
 *    that way;
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
export function diagnose({ part, by, declared, reason }: FailedSignature): IssueError {
  const { algorithm, key } = by;
  const signature = declared.signature ?? declared.octets;
  const failed: Failed = { part, algorithm, key, by, signature, declared, reason, forms: formsOf(declared, key) };
  for (const explain of EXPLANATIONS) {
    const error = explain(failed);
    if (error !== null) return error;
  }
  return new IssueError('signature-mismatch', {
    path: 'signature',
    expected: `a signature over ${part.words} by ${describeKey(key)} with ${algorithm.name}`,
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

const TEXTS: readonly string[] = [HEX_TEXT, BASE64_TEXT, OTHER_BASE64_TEXT];

/** What the octets could be other than what they were declared to be. */
function formsOf({ form, octets, text }: DeclaredSignature, key: PublicKey): readonly OtherForm[] {
  const forms = [...otherForms(octets, key)];
  // As they are: another reading, where text or a pair of joined numbers was declared.
  if (form.startsWith('raw') && integerSize(key) !== null) {
    forms.push({ name: 'a SEQUENCE of r and s in DER', signature: octets });
  }
  if (text !== null) forms.push({ name: 'octets as they are', signature: text }, ...otherForms(text, key));
  return forms;
}

function verifies(
  { part, algorithm, key, signature }: Failed,
  other: { algorithm?: SignatureAlgorithm; key?: PublicKey; data?: Uint8Array; signature?: Uint8Array },
): boolean {
  return verifySignature({ algorithm, key, data: part.bytes, signature, ...other }).valid;
}

function inAnotherForm(failed: Failed): IssueError | null {
  const form = failed.forms.find(({ signature }) => verifies(failed, { signature }));
  if (form === undefined) return null;
  const { declared, key } = failed;
  const length = (declared.text ?? declared.octets).length;
  const actual = `${form.name}, ${length} octets, which verifies when read as that`;
  return new IssueError('signature-encoding', { path: 'signature', expected: formWords(declared.form, key), actual });
}

function underAnotherAlgorithm(failed: Failed): IssueError | null {
  const readings = [{ name: '', signature: failed.signature }, ...failed.forms];
  for (const algorithm of [...signatureAlgorithms, ...(failed.by.algorithms?.signatureAlgorithms ?? [])]) {
    if (algorithm.oid === null || algorithm === failed.algorithm) continue;
    const form = readings.find(({ signature }) => verifies(failed, { algorithm, signature }));
    if (form === undefined) continue;
    return otherAlgorithm(failed, form.name === '' ? algorithm.name : `${algorithm.name} as ${form.name}`);
  }
  return null;
}

function otherAlgorithm({ algorithm }: Failed, actual: string): IssueError {
  return new IssueError('algorithm-mismatch', {
    path: 'signature',
    expected: `a signature with ${algorithm.name}`,
    actual: `one that verifies with ${actual}`,
  });
}

function byTheKeyInside(failed: Failed): IssueError | null {
  const { part, forms, by } = failed;
  const key = part.publicKey === null ? null : readableKey(part.publicKey, by);
  if (key === null || keyIdentity(key) === keyIdentity(failed.key)) return null;
  const readings = [failed.signature, ...forms.map(({ signature }) => signature)];
  if (!readings.some((signature) => verifies(failed, { key, signature }))) return null;
  return new IssueError('key-mismatch', {
    path: 'issuerKey',
    expected: `the key that signed, which is the one inside ${part.words} (${describeKey(key)})`,
    actual: `another key (${describeKey(failed.key)})`,
  });
}

function overKnownBytes(failed: Failed): IssueError | null {
  const { bytes, words: name } = failed.part;
  const others = [
    ...digestNames.map((by) => ({ words: `the ${by} of ${name}, taken as data`, data: digest(by, bytes) })),
    { words: `the base64 text of ${name}`, data: encodeUtf8(encodeBase64(bytes)) },
  ];
  for (const { words, data } of others) {
    const readings = [failed.signature, ...failed.forms.map(({ signature }) => signature)];
    if (readings.some((signature) => verifies(failed, { data, signature }))) return otherBytes(failed, words);
  }
  return null;
}

function otherBytes({ part }: Failed, actual: string): IssueError {
  return new IssueError('tbs-mismatch', {
    path: part.path,
    expected: 'the bytes that this key signed',
    actual: `others: it signed ${actual}`,
  });
}

function asRsaOpens(failed: Failed): IssueError | null {
  const { key, signature, part } = failed;
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
  const bare = bareDigest(opening.content, part.bytes);
  if (bare !== null) return otherAlgorithm(failed, `RSASSA-PKCS1-v1_5 over the ${bare} without a DigestInfo`);
  return otherBytes(failed, 'other bytes with RSASSA-PKCS1-v1_5');
}

function asPssOpens(failed: Failed, readings: readonly [PssParameters, ...PssParameters[]]): IssueError {
  const made = signatureAlgorithms.find(({ pss }) => pss !== null) as SignatureAlgorithm;
  const words = ({ digest: name, mgfDigest, saltLength }: PssParameters): string =>
    `RSASSA-PSS (${name}, MGF1 with ${mgfDigest}, salt ${saltLength})`;
  const right = readings.find((pss) =>
    verifies(failed, { algorithm: { ...made, name: words(pss), digest: pss.digest, pss } }),
  );
  return right === undefined
    ? otherBytes(failed, `other bytes with ${words(readings[0])}`)
    : otherAlgorithm(failed, words(right));
}

function asItLooks(failed: Failed): IssueError | null {
  const { reason, declared, signature, key, algorithm, forms, part } = failed;
  if (reason !== 'signature-malformed') return null;
  const expected = `a signature by ${describeKey(key)} with ${algorithm.name}`;
  const malformed = (actual: string, wanted: string = expected): IssueError =>
    new IssueError('signature-malformed', { path: 'signature', expected: wanted, actual });
  if (declared.text !== null && declared.octets === declared.text) {
    return malformed('other text', formWords(declared.form, key));
  }
  const text = forms.find(({ name }) => TEXTS.includes(name));
  if (declared.text === null && text !== undefined) {
    return malformed(`${text.name}, and what it stands for does not verify either`, 'bytes');
  }
  // A signature in DER where a pair of joined numbers was declared: of this key for all that is known.
  if (declared.signature === null) {
    const asDer = verifySignature({ algorithm, key, data: part.bytes, signature });
    if (!asDer.valid && asDer.reason === 'signature-mismatch') {
      const actual = 'a SEQUENCE of r and s in DER, which does not verify as that either';
      return malformed(actual, formWords(declared.form, key));
    }
  }
  const shape = signatureShape(declared.octets, key);
  return new IssueError(shape === null || shape.own ? 'signature-malformed' : 'key-mismatch', {
    path: 'signature',
    expected,
    actual: shape?.words ?? `${declared.octets.length} octets that are none: cut short, or something else`,
  });
}

function byItsIdentifier({ part, key }: Failed): IssueError | null {
  if (part.authority === null || sameBytes(part.authority, keyIdentifier(key.spki))) return null;
  return new IssueError('key-mismatch', {
    path: 'issuerKey',
    expected: `the key that ${part.words} names as its issuer (authorityKeyIdentifier)`,
    actual: `one with another identifier (${describeKey(key)})`,
  });
}
