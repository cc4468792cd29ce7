import { constants, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { traceAttestationKey, traceSignAttestation, traceSignAttestationSignature } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import { AttestationError, verifyAttestation } from '../src/index.ts';
import { opensslPlatform } from './support/openssl.ts';
import { refusal } from './support/refusal.ts';
import { utf8 } from './support/xml.ts';

const bytes = utf8(traceSignAttestation);
const real = { bytes, signature: traceSignAttestationSignature, key: traceAttestationKey };

/** Verdict, or code, of an attempt. */
function end(attempt: () => { report: { verdict: string } }): string {
  try {
    return attempt().report.verdict;
  } catch (error) {
    if (error instanceof AttestationError) return error.code;
    throw error;
  }
}

function tally(ends: readonly string[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const each of ends) counts[each] = (counts[each] ?? 0) + 1;
  return counts;
}

const flipped = (source: Uint8Array, at: number, mask: number): Uint8Array =>
  source.map((octet, i) => (i === at ? octet ^ mask : octet));

describe('one byte of a real attestation changed: never a pass', () => {
  test('each of them, with OpenSSL to verify', () => {
    const input = { ...real, platform: opensslPlatform };
    expect(end(() => verifyAttestation(input))).toBe('pass');
    const counts = tally(
      [...bytes.keys()].map((at) => end(() => verifyAttestation({ ...input, bytes: flipped(bytes, at, 1) }))),
    );
    expect(counts).toEqual({ fail: 400, 'not-xml': 1449, 'policy-invalid': 658, 'structure-invalid': 206 });
    expect(bytes.length).toBe(400 + 1449 + 658 + 206);
  });

  test('sixty of them, spread, by the arithmetic here', () => {
    const step = Math.floor(bytes.length / 60);
    const ends = Array.from({ length: 60 }, (_, i) =>
      end(() => verifyAttestation({ ...real, bytes: flipped(bytes, i * step, 2) })),
    );
    expect(ends).not.toContain('pass');
    expect(ends).toContain('fail');
  });

  test('of the signature: each of them', () => {
    const input = { ...real, platform: opensslPlatform };
    const ends = [...real.signature.keys()].map((at) =>
      end(() => verifyAttestation({ ...input, signature: flipped(real.signature, at, 0x80) })),
    );
    expect(tally(ends)).toEqual({ fail: 384 });
  });
});

describe('schemes and keys', () => {
  const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const p256 = generateKeyPairSync('ec', { namedCurve: 'prime256v1' });
  const spki = (key: KeyObject): Uint8Array => Uint8Array.from(key.export({ type: 'spki', format: 'der' }));
  const pss = (saltLength: number): object => ({ padding: constants.RSA_PKCS1_PSS_PADDING, saltLength });
  const judge = (keys: { publicKey: KeyObject; privateKey: KeyObject }, digest: string | null, options = {}): string =>
    end(() => {
      const signature = Uint8Array.from(sign(digest, bytes, { key: keys.privateKey, ...options }));
      return verifyAttestation({ bytes, signature, key: spki(keys.publicKey) });
    });

  test('PKCS#1 v1.5, PSS with salt 32 and ECDSA verify, each with SHA-256', () => {
    expect(judge(rsa, 'sha256')).toBe('pass');
    expect(judge(rsa, 'sha256', pss(32))).toBe('pass');
    expect(judge(p256, 'sha256')).toBe('pass');
    for (const namedCurve of ['secp384r1', 'secp521r1', 'secp256k1', 'brainpoolP256r1']) {
      expect(judge(generateKeyPairSync('ec', { namedCurve }), 'sha256')).toBe('pass');
    }
  });

  test('no other digest does, nor another salt, nor ECDSA in another encoding', () => {
    for (const digest of ['sha1', 'sha224', 'sha384', 'sha512', 'sha3-256']) {
      expect(judge(rsa, digest)).toBe('fail');
      expect(judge(rsa, digest, pss(32))).toBe('fail');
      expect(judge(p256, digest)).toBe('fail');
    }
    for (const salt of [0, 20, 31, 33, 222]) expect(judge(rsa, 'sha256', pss(salt))).toBe('fail');
    expect(judge(p256, 'sha256', { dsaEncoding: 'ieee-p1363' })).toBe('fail');
  });

  test('the finding says by which scheme, or which were tried', () => {
    const signature = Uint8Array.from(sign('sha256', bytes, { key: rsa.privateKey, ...pss(32) }));
    const key = spki(rsa.publicKey);
    expect(verifyAttestation({ bytes, signature, key }).report.findings[0]).toMatchObject({
      outcome: 'pass',
      message: expect.stringContaining('RSASSA-PSS'),
    });
    const [finding] = verifyAttestation({ ...real, key }).report.findings;
    expect(finding).toMatchObject({ outcome: 'fail', message: expect.stringContaining('sha256WithRSAEncryption') });
    expect(finding?.message).toContain('RSASSA-PSS');
  });

  test('keys with which no HSM signs attestations fail, and say so', () => {
    for (const keys of [
      generateKeyPairSync('ed25519'),
      generateKeyPairSync('dsa', { modulusLength: 2048, divisorLength: 256 }),
    ]) {
      const digest = keys.publicKey.asymmetricKeyType === 'dsa' ? 'sha256' : null;
      expect(judge(keys, digest)).toBe('fail');
      const { report } = verifyAttestation({ ...real, key: spki(keys.publicKey) });
      expect(report.findings[0]?.message).toContain('no HSM signs attestations with a key of this kind');
    }
  });

  test('a key for PSS alone takes PSS and no PKCS#1 v1.5', () => {
    const only = generateKeyPairSync('rsa-pss', { modulusLength: 2048 });
    expect(judge(only, 'sha256', pss(32))).toBe('pass');
    expect(end(() => verifyAttestation({ ...real, key: spki(only.publicKey) }))).toBe('fail');
  });

  test('a key that is weak passes with a warning', () => {
    const short = generateKeyPairSync('rsa', { modulusLength: 1024 });
    const signature = Uint8Array.from(sign('sha256', bytes, short.privateKey));
    const { report } = verifyAttestation({ bytes, signature, key: spki(short.publicKey) });
    expect(report.verdict).toBe('pass');
    expect(report.findings[1]).toMatchObject({ id: 'attestation.signature-weak', outcome: 'warn' });
  });

  test('a key that is none is refused', () => {
    for (const key of [new Uint8Array(0), traceAttestationKey.subarray(1), bytes]) {
      const error = refusal(() => verifyAttestation({ ...real, key }));
      expect([error.code, error.cause instanceof Error]).toEqual(['key-invalid', true]);
    }
  });

  test('the document is read before the key: what is wrong with it is told first', () => {
    expect(refusal(() => verifyAttestation({ ...real, bytes: bytes.subarray(1), key: bytes })).code).toBe('not-xml');
  });
});
