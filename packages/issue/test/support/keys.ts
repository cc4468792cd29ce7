import { constants, generateKeyPairSync, type KeyObject, privateEncrypt, sign } from 'node:crypto';
import { type SignatureAlgorithm, signatureAlgorithmByName, signatureAlgorithms } from '@quorate/crypto';

/** A software key of node:crypto, and the algorithm it signs with. Made anew in every run: none of them is a secret. */
export interface TestKey {
  readonly name: string;
  readonly spki: Uint8Array;
  readonly privateKey: KeyObject;
  readonly algorithm: SignatureAlgorithm;
}

/** The entry of the table with this name. */
export function algorithmNamed(name: string): SignatureAlgorithm {
  const found = signatureAlgorithms.find((entry) => entry.name === name);
  return found ?? signatureAlgorithmByName(name);
}

function testKey(name: string, pair: { publicKey: KeyObject; privateKey: KeyObject }, algorithm: string): TestKey {
  const spki = Uint8Array.from(pair.publicKey.export({ type: 'spki', format: 'der' }));
  return { name, spki, privateKey: pair.privateKey, algorithm: algorithmNamed(algorithm) };
}

export function ecKey(namedCurve: string, algorithm: string): TestKey {
  return testKey(namedCurve, generateKeyPairSync('ec', { namedCurve }), algorithm);
}

export function rsaKey(modulusLength: number, algorithm: string, publicExponent: number = 65537): TestKey {
  return testKey(`RSA ${modulusLength}`, generateKeyPairSync('rsa', { modulusLength, publicExponent }), algorithm);
}

export function ed25519Key(): TestKey {
  return testKey('Ed25519', generateKeyPairSync('ed25519'), 'id-Ed25519');
}

/** The same key with another algorithm. */
export function using(key: TestKey, algorithm: string): TestKey {
  return { ...key, algorithm: algorithmNamed(algorithm) };
}

/** Names of digests as node:crypto has them. */
function nodeDigest(name: string): string {
  return name.toLowerCase().replace(/^sha-/, 'sha').replace('/', '-');
}

/** The signature as certificates have it, made by node:crypto: a library that this package does not use. */
export function signed(data: Uint8Array, key: TestKey, algorithm: SignatureAlgorithm = key.algorithm): Uint8Array {
  const digest = algorithm.digest === null ? null : nodeDigest(algorithm.digest);
  const { pss } = algorithm;
  const padding = pss === null ? {} : { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: pss.saltLength };
  return Uint8Array.from(sign(digest, data, { key: key.privateKey, ...padding }));
}

/** `r` and `s` joined. */
export function signedJoined(data: Uint8Array, key: TestKey): Uint8Array {
  const digest = nodeDigest(key.algorithm.digest ?? '');
  return Uint8Array.from(sign(digest, data, { key: key.privateKey, dsaEncoding: 'ieee-p1363' }));
}

/** The private operation on a whole block. */
export function unpaddedRsa(block: Uint8Array, key: TestKey): Uint8Array {
  return Uint8Array.from(privateEncrypt({ key: key.privateKey, padding: constants.RSA_NO_PADDING }, block));
}

/** One key of every kind, made once in a run. */
export const keys = {
  rsa: rsaKey(2048, 'sha256WithRSAEncryption'),
  otherRsa: rsaKey(2048, 'sha256WithRSAEncryption'),
  largeRsa: rsaKey(3072, 'sha256WithRSAEncryption'),
  p256: ecKey('P-256', 'ecdsa-with-SHA256'),
  otherP256: ecKey('P-256', 'ecdsa-with-SHA256'),
  p384: ecKey('P-384', 'ecdsa-with-SHA384'),
  p521: ecKey('P-521', 'ecdsa-with-SHA512'),
  secp256k1: ecKey('secp256k1', 'ecdsa-with-SHA256'),
  ed25519: ed25519Key(),
  otherEd25519: ed25519Key(),
} as const;

/** The private key for OpenSSL's command line. */
export function privatePem(key: TestKey): string {
  return key.privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
}

/** PKCS#1 v1.5 padding around content that is no DigestInfo, as a device does that signs what it is given. */
export function rawRsa(content: Uint8Array, key: TestKey): Uint8Array {
  return Uint8Array.from(privateEncrypt({ key: key.privateKey, padding: constants.RSA_PKCS1_PADDING }, content));
}
