import { encodeSignatureAlgorithm } from '@quorate/crypto';
import { parseCertificate } from '@quorate/x509';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble, buildRootTbs, readTbs } from '../../src/index.ts';
import { attempt, ed25519, p256, parts, rsa, rsaPss } from '../support/cases.ts';
import { algorithmNamed, ecKey, keys, signed, type TestKey } from '../support/keys.ts';
import { intermediateProfile, issued, request, root, rootName, rootProfile } from '../support/profiles.ts';
import { refusal, refused } from '../support/refusal.ts';

describe('what is assembled', () => {
  test.each([rsa, rsaPss, p256, ed25519].map((c) => ({ ...c, name: c.key.algorithm.name })))(
    'holds TBS and signature byte for byte: $name',
    ({ key, tbs }) => {
      const signature = signed(tbs, key);
      const certificate = parseCertificate(attempt({ key, tbs }, signature)());
      expect(certificate.tbs).toEqual(tbs);
      expect(certificate.signature).toEqual(signature);
      expect(certificate.signatureAlgorithm).toEqual(encodeSignatureAlgorithm(key.algorithm));
    },
  );

  test('keeps its own copy of the bytes', () => {
    const tbs = Uint8Array.from(p256.tbs);
    const signature = signed(tbs, keys.p256);
    const certificate = attempt({ key: keys.p256, tbs }, signature)();
    const kept = Uint8Array.from(certificate);
    tbs.fill(0);
    signature.fill(0);
    expect(certificate).toEqual(kept);
  });
});

describe('a self-signed TBS is assembled with its own key alone', () => {
  test.each([
    [keys.p256, keys.otherP256],
    [keys.rsa, keys.otherRsa],
    [keys.ed25519, keys.otherEd25519],
  ])('$name', (own, other) => {
    const tbs = buildRootTbs({ profile: rootProfile(own), publicKey: own.spki });
    const given = (signer: TestKey, issuerKey: TestKey) =>
      refused(() =>
        assemble({ tbs, algorithm: own.algorithm, signature: signed(tbs, signer), issuerKey: issuerKey.spki }),
      );
    expect(given(other, other)).toEqual(['key-mismatch', 'issuerKey']);
    expect(given(own, other)).toEqual(['key-mismatch', 'issuerKey']);
    expect(['key-mismatch', 'signature-mismatch']).toContain(given(other, own)[0]);
  });

  test('but one of a new key under the old one is assembled with the old (self-issued: RFC 5280, 3.2)', () => {
    const profile = intermediateProfile(keys.p256, { subject: rootName });
    const certificate = parseCertificate(issued(profile, request(keys.otherP256), root(keys.p256), keys.p256));
    expect(certificate.issuer.bytes).toEqual(certificate.subject.bytes);
    expect(certificate.publicKey).toEqual(keys.otherP256.spki);
  });

  test('whatever form its point has', () => {
    const key = ecKey('P-256', 'ecdsa-with-SHA256');
    const point = key.spki.subarray(-65);
    const header = Buffer.from('3039301306072a8648ce3d020106082a8648ce3d030107032200', 'hex');
    const compressed = Uint8Array.of(...header, 2 + ((point[64] as number) & 1), ...point.subarray(1, 33));
    const tbs = buildRootTbs({ profile: rootProfile(key), publicKey: compressed });
    const certificate = assemble({ tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuerKey: key.spki });
    expect(parseCertificate(certificate).publicKey).toEqual(compressed);
  });
});

describe('what is no TBS is refused', () => {
  test.each([
    ['nothing', new Uint8Array(0)],
    ['a certificate', root(keys.p256)],
    ['a byte behind it', Uint8Array.of(...p256.tbs, 0)],
    ['cut short', p256.tbs.subarray(0, -1)],
    ['a SEQUENCE', Uint8Array.of(0x30, 0)],
  ])('%s', (_case, tbs) => {
    expect(refused(() => assemble({ ...parts(p256), tbs }))).toEqual(['tbs-malformed', 'tbs']);
    expect(refused(() => readTbs(tbs))).toEqual(['tbs-malformed', 'tbs']);
  });

  test('one with a malformed extension', () => {
    const at = Buffer.from(p256.tbs).indexOf(Buffer.from('030207 80'.replace(' ', ''), 'hex'));
    const tbs = p256.tbs.with(at + 2, 6);
    expect(refused(() => assemble({ ...parts(p256), tbs }))).toEqual(['tbs-malformed', 'tbs.extensions']);
  });

  test('and one with a weak or unknown algorithm', () => {
    const weak = algorithmNamed('ecdsa-with-SHA1');
    expect(refused(() => assemble({ ...parts(p256), algorithm: weak }))).toEqual(['algorithm-weak', 'algorithm']);
    const bls = algorithmNamed('BLS');
    expect(refused(() => assemble({ ...parts(p256), algorithm: bls }))).toEqual(['algorithm-unsupported', 'algorithm']);
  });

  test('the place in the TBS is said', () => {
    // 30 82 xx xx | a0 03 | 02 01 02: the version's tag, then the version.
    expect(refusal(() => readTbs(p256.tbs.with(6, 0x82))).actual).toBe('unexpected tag at byte 6');
    expect(refusal(() => readTbs(p256.tbs.with(8, 5))).actual).toBe('version invalid at byte 6');
  });
});

test('text where bytes belong is a TypeError', () => {
  const signature = Buffer.from(signed(p256.tbs, keys.p256)).toString('base64') as unknown as Uint8Array;
  expect(() => assemble({ ...parts(p256), signature })).toThrow(TypeError);
});

test('no change of a bit anywhere in TBS or signature goes unseen', () => {
  const bytes = [p256, rsa, ed25519].map((c) => ({ c, signature: signed(c.tbs, c.key) }));
  fc.assert(
    fc.property(fc.constantFrom(...bytes), fc.nat(), fc.nat(7), fc.boolean(), ({ c, signature }, place, bit, inTbs) => {
      const flip = (data: Uint8Array) =>
        data.with(place % data.length, (data[place % data.length] as number) ^ (1 << bit));
      const changed = { ...c, tbs: inTbs ? flip(c.tbs) : c.tbs };
      refusal(attempt(changed, inTbs ? signature : flip(signature)));
    }),
    { numRuns: 60 },
  );
});
