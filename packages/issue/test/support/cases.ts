import { createHash } from 'node:crypto';
import { assemble, buildTbsFromCsr, readTbs } from '../../src/index.ts';
import { keys, signed, type TestKey, using } from './keys.ts';
import { leafProfile, request, root } from './profiles.ts';

/** The RSA key with PSS. */
export const pss = using(keys.rsa, 'SHA256_WITH_RSA_PSS');

/** A TBS, and the key that is to sign it. */
export interface Case {
  readonly key: TestKey;
  readonly tbs: Uint8Array;
}

/** A leaf's TBS under a root with this key: the key inside it is another. */
export function under(key: TestKey): Case {
  const csr = request(keys.p521);
  return { key, tbs: buildTbsFromCsr({ profile: leafProfile(key), csr, issuer: root(key) }) };
}

export const rsa: Case = under(keys.rsa);
export const rsaPss: Case = under(pss);
export const p256: Case = under(keys.p256);
export const ed25519: Case = under(keys.ed25519);

/** Assembles a case with some signature, and with a key that may be another. */
export function attempt({ key, tbs }: Case, signature: Uint8Array, issuerKey: TestKey = key): () => Uint8Array {
  return () => assemble({ tbs, algorithm: key.algorithm, signature, issuerKey: issuerKey.spki });
}

/** The TBS with a bit of its serial number turned: well formed, and another. */
export function altered(tbs: Uint8Array): Uint8Array {
  const { serialNumber } = readTbs(tbs);
  const at = Buffer.from(tbs).indexOf(Buffer.from([2, serialNumber.length, ...serialNumber])) + 2;
  return tbs.with(at, (tbs[at] as number) ^ 1);
}

export const text = (data: Uint8Array, encoding: BufferEncoding) =>
  Uint8Array.from(Buffer.from(Buffer.from(data).toString(encoding)));
export const sha256 = (data: Uint8Array) => Uint8Array.from(createHash('sha256').update(data).digest());

/** What assembles a case. */
export function parts({ key, tbs }: Case): Parameters<typeof assemble>[0] {
  return { tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuerKey: key.spki };
}
