import { createHash } from 'node:crypto';
import { encodeSignatureAlgorithm, type SignatureAlgorithm } from '@quorate/crypto';
import { encodeBitString, encodeOctetString } from '@quorate/der';
import { parseCertificate } from '@quorate/x509';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { assemble, buildRootTbs, buildTbsFromCsr, type IssueErrorCode, readTbs } from '../src/index.ts';
import {
  algorithmNamed,
  ecKey,
  keys,
  rawRsa,
  rsaKey,
  signed,
  signedJoined,
  type TestKey,
  using,
} from './support/keys.ts';
import { leafProfile, request, root, rootProfile } from './support/profiles.ts';
import { refusal, refused } from './support/refusal.ts';

const pss = using(keys.rsa, 'SHA256_WITH_RSA_PSS');

interface Case {
  readonly key: TestKey;
  readonly tbs: Uint8Array;
}

/** A leaf's TBS under a root with this key: the key inside it is another. */
function under(key: TestKey): Case {
  const csr = request(keys.p521);
  return { key, tbs: buildTbsFromCsr({ profile: leafProfile(key), csr, issuer: root(key) }) };
}

const rsa = under(keys.rsa);
const rsaPss = under(pss);
const p256 = under(keys.p256);
const ed25519 = under(keys.ed25519);

function attempt({ key, tbs }: Case, signature: Uint8Array, issuerKey: TestKey = key): () => Uint8Array {
  return () => assemble({ tbs, algorithm: key.algorithm, signature, issuerKey: issuerKey.spki });
}

/** The TBS with a bit of its serial number turned: well formed, and another. */
function altered(tbs: Uint8Array): Uint8Array {
  const { serialNumber } = readTbs(tbs);
  const at = Buffer.from(tbs).indexOf(Buffer.from([2, serialNumber.length, ...serialNumber])) + 2;
  return tbs.with(at, (tbs[at] as number) ^ 1);
}

const text = (data: Uint8Array, encoding: BufferEncoding) =>
  Uint8Array.from(Buffer.from(Buffer.from(data).toString(encoding)));
const sha256 = (data: Uint8Array) => Uint8Array.from(createHash('sha256').update(data).digest());

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

/** Name, attempt, code, path, and words that the message has. */
type Told = readonly [string, () => unknown, IssueErrorCode, string, RegExp];

describe('a signature that is not right is told apart:', () => {
  const eth = (data: Uint8Array) => Uint8Array.of(...signedJoined(data, keys.p256), 27);
  const another = altered(p256.tbs);
  const leadingZero = zeroLed(rsaPss);
  const cases: readonly Told[] = [
    // Encoding.
    [
      'raw r and s',
      attempt(p256, signedJoined(p256.tbs, keys.p256)),
      'signature-encoding',
      'signature',
      /r and s joined, 64 octets, which verifies/,
    ],
    ['r, s, v', attempt(p256, eth(p256.tbs)), 'signature-encoding', 'signature', /recovery octet/],
    [
      'base64',
      attempt(rsa, text(signed(rsa.tbs, keys.rsa), 'base64')),
      'signature-encoding',
      'signature',
      /found base64 text, 344 octets/,
    ],
    [
      'base64 of raw r and s',
      attempt(p256, text(signedJoined(p256.tbs, keys.p256), 'base64')),
      'signature-encoding',
      'signature',
      /base64 text of r and s joined/,
    ],
    [
      'hexadecimal',
      attempt(ed25519, text(signed(ed25519.tbs, keys.ed25519), 'hex')),
      'signature-encoding',
      'signature',
      /hexadecimal text, 128 octets/,
    ],
    [
      'a BIT STRING around it',
      attempt(rsa, encodeBitString(signed(rsa.tbs, keys.rsa))),
      'signature-encoding',
      'signature',
      /BIT STRING/,
    ],
    [
      'an OCTET STRING around it',
      attempt(p256, encodeOctetString(signed(p256.tbs, keys.p256))),
      'signature-encoding',
      'signature',
      /OCTET STRING/,
    ],
    [
      'no leading zero',
      attempt({ ...rsaPss }, leadingZero.subarray(1)),
      'signature-encoding',
      'signature',
      /without its leading zeros, 255 octets/,
    ],
    // Algorithm.
    [
      'another in the TBS',
      () => assemble({ ...parts(rsa), algorithm: algorithmNamed('SHA384_WITH_RSA') }),
      'algorithm-mismatch',
      'algorithm',
      /expected sha256WithRSAEncryption, as inside the TBS, found sha384With/,
    ],
    [
      'another digest, RSA',
      attempt(rsa, signed(rsa.tbs, using(keys.rsa, 'SHA512_WITH_RSA'))),
      'algorithm-mismatch',
      'signature',
      /verifies with sha512WithRSAEncryption/,
    ],
    [
      'another digest, ECDSA',
      attempt(p256, signed(p256.tbs, using(keys.p256, 'SHA384_WITH_ECDSA'))),
      'algorithm-mismatch',
      'signature',
      /verifies with ecdsa-with-SHA384/,
    ],
    [
      'another digest, r and s',
      attempt(p256, signedJoined(p256.tbs, using(keys.p256, 'SHA512_WITH_ECDSA'))),
      'algorithm-mismatch',
      'signature',
      /ecdsa-with-SHA512 as r and s joined/,
    ],
    [
      'SHA-1',
      attempt(rsa, signed(rsa.tbs, using(keys.rsa, 'SHA1_WITH_RSA'))),
      'algorithm-mismatch',
      'signature',
      /verifies with sha1WithRSA/,
    ],
    [
      'PSS for PKCS#1',
      attempt(rsa, signed(rsa.tbs, pss)),
      'algorithm-mismatch',
      'signature',
      /verifies with id-RSASSA-PSS \(SHA-256/,
    ],
    [
      'PKCS#1 for PSS',
      attempt(rsaPss, signed(rsaPss.tbs, keys.rsa)),
      'algorithm-mismatch',
      'signature',
      /verifies with sha256WithRSA/,
    ],
    [
      'PSS with the longest salt',
      attempt(rsaPss, signed(rsaPss.tbs, pss, salted(222))),
      'algorithm-mismatch',
      'signature',
      /salt 222/,
    ],
    [
      'PSS without salt',
      attempt(rsaPss, signed(rsaPss.tbs, pss, salted(0))),
      'algorithm-mismatch',
      'signature',
      /salt 0\)/,
    ],
    [
      'a bare digest',
      attempt(rsa, rawRsa(sha256(rsa.tbs), keys.rsa)),
      'algorithm-mismatch',
      'signature',
      /over the SHA-256 without a DigestInfo/,
    ],
    // Key.
    [
      'another kind of key',
      attempt(rsa, signed(rsa.tbs, keys.rsa), keys.p256),
      'key-mismatch',
      'issuerKey',
      /expected a key for sha256WithRSAEncryption, found EC P-256/,
    ],
    [
      'another RSA key signed',
      attempt(rsa, signed(rsa.tbs, keys.otherRsa)),
      'key-mismatch',
      'signature',
      /does not open under this key|not below the modulus/,
    ],
    [
      'another RSA key signed, PSS',
      attempt(rsaPss, signed(rsaPss.tbs, { ...keys.otherRsa, algorithm: pss.algorithm })),
      'key-mismatch',
      'signature',
      /does not open|not below/,
    ],
    [
      'another RSA key is given',
      attempt(rsa, signed(rsa.tbs, keys.rsa), keys.otherRsa),
      'key-mismatch',
      'signature',
      /does not open|not below/,
    ],
    [
      'a larger RSA key signed',
      attempt(rsa, signed(rsa.tbs, keys.largeRsa)),
      'key-mismatch',
      'signature',
      /384 octets, as RSA 3072 makes/,
    ],
    [
      'a larger RSA key is given',
      attempt(rsa, signed(rsa.tbs, keys.rsa), keys.largeRsa),
      'key-mismatch',
      'signature',
      /256 octets, as RSA 2048 makes/,
    ],
    ['an EC key signed for RSA', attempt(rsa, signed(rsa.tbs, keys.p256)), 'key-mismatch', 'signature', /two integers/],
    [
      'an RSA key signed for EC',
      attempt(p256, signed(p256.tbs, keys.rsa)),
      'key-mismatch',
      'signature',
      /256 octets, as RSA 2048 makes/,
    ],
    [
      'a larger curve signed',
      attempt(p256, signed(p256.tbs, keys.p521)),
      'key-mismatch',
      'signature',
      /two integers of 6[56] octets/,
    ],
    [
      'a larger curve signed, joined',
      attempt(p256, signedJoined(p256.tbs, keys.p384)),
      'key-mismatch',
      'signature',
      /96 octets/,
    ],
    [
      'Ed25519 signed for RSA',
      attempt(rsa, signed(rsa.tbs, keys.ed25519)),
      'key-mismatch',
      'signature',
      /64 octets, as Ed25519/,
    ],
    [
      'Ed25519 key signed with EC',
      attempt(ed25519, signed(ed25519.tbs, keys.p256)),
      'key-mismatch',
      'signature',
      /two integers/,
    ],
    [
      'another EC key is given than the TBS names',
      attempt(p256, signed(p256.tbs, keys.p256), keys.otherP256),
      'key-mismatch',
      'issuerKey',
      /authorityKeyIdentifier/,
    ],
    [
      'another Ed25519 key is given',
      attempt(ed25519, signed(ed25519.tbs, keys.ed25519), keys.otherEd25519),
      'key-mismatch',
      'issuerKey',
      /authorityKeyIdentifier/,
    ],
    [
      'the subject key signed',
      attempt(under521(), signed(under521().tbs, keys.p521), keys.p384),
      'key-mismatch',
      'issuerKey',
      /the one inside the TBS/,
    ],
    [
      'a weak key',
      attempt(rsa, signed(rsa.tbs, keys.rsa), rsaKey(1024, 'sha256WithRSAEncryption')),
      'key-weak',
      'issuerKey',
      /RSA 1024/,
    ],
    [
      'no key',
      () => assemble({ ...parts(rsa), issuerKey: new Uint8Array(3) }),
      'key-invalid',
      'issuerKey',
      /key invalid/,
    ],
    // Bytes.
    [
      'other bytes, RSA',
      attempt({ ...rsa, tbs: altered(rsa.tbs) }, signed(rsa.tbs, keys.rsa)),
      'tbs-mismatch',
      'tbs',
      /it signed other bytes with RSASSA-PKCS1/,
    ],
    [
      'other bytes, PSS',
      attempt({ ...rsaPss, tbs: altered(rsaPss.tbs) }, signed(rsaPss.tbs, pss)),
      'tbs-mismatch',
      'tbs',
      /other bytes with RSASSA-PSS \(SHA-256, MGF1 with SHA-256, salt 32/,
    ],
    ['another TBS, RSA', attempt(rsa, signed(rsaPss.tbs, keys.rsa)), 'tbs-mismatch', 'tbs', /other bytes/],
    [
      'the digest, hashed again',
      attempt(p256, signed(sha256(p256.tbs), keys.p256)),
      'tbs-mismatch',
      'tbs',
      /the SHA-256 of the TBS, taken as data/,
    ],
    [
      'the digest, Ed25519',
      attempt(ed25519, signed(sha256(ed25519.tbs), keys.ed25519)),
      'tbs-mismatch',
      'tbs',
      /the SHA-256 of the TBS/,
    ],
    [
      'its base64 text',
      attempt(rsa, signed(text(rsa.tbs, 'base64'), keys.rsa)),
      'tbs-mismatch',
      'tbs',
      /the base64 text of the TBS/,
    ],
    // Neither can be told.
    [
      'other bytes, ECDSA',
      attempt({ ...p256, tbs: another }, signed(p256.tbs, keys.p256)),
      'signature-mismatch',
      'signature',
      /another key or over other bytes/,
    ],
    [
      'another EC key signed',
      attempt(p256, signed(p256.tbs, keys.otherP256)),
      'signature-mismatch',
      'signature',
      /by EC P-256 with ecdsa-with-SHA256/,
    ],
    [
      'other bytes, Ed25519',
      attempt({ ...ed25519, tbs: altered(ed25519.tbs) }, signed(ed25519.tbs, keys.ed25519)),
      'signature-mismatch',
      'signature',
      /another key/,
    ],
    // No signature at all.
    ['nothing', attempt(rsa, new Uint8Array(0)), 'signature-malformed', 'signature', /0 octets/],
    [
      'RSA cut short',
      attempt(rsa, signed(rsa.tbs, keys.rsa).subarray(0, 200)),
      'signature-malformed',
      'signature',
      /200 octets/,
    ],
    [
      'RSA with one more',
      attempt(rsa, Uint8Array.of(...signed(rsa.tbs, keys.rsa), 0)),
      'signature-malformed',
      'signature',
      /257 octets/,
    ],
    [
      'ECDSA cut short',
      attempt(p256, signed(p256.tbs, keys.p256).subarray(0, -1)),
      'signature-malformed',
      'signature',
      /octets/,
    ],
    [
      'Ed25519 cut short',
      attempt(ed25519, signed(ed25519.tbs, keys.ed25519).subarray(0, 63)),
      'signature-malformed',
      'signature',
      /63 octets/,
    ],
    [
      'raw r and s over other bytes',
      attempt(p256, signedJoined(another, keys.p256)),
      'signature-malformed',
      'signature',
      /as r and s joined either/,
    ],
    [
      'base64 over other bytes',
      attempt(p256, text(signed(another, keys.p256), 'base64')),
      'signature-malformed',
      'signature',
      /base64 text, and what it stands for/,
    ],
  ];
  test.each(cases)('%s', (_case, run, code, path, words) => {
    const error = refusal(run);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.message).toMatch(words);
  });
  test('all of them', () => expect(cases.length).toBe(51));
});

function parts({ key, tbs }: Case): Parameters<typeof assemble>[0] {
  return { tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuerKey: key.spki };
}

/** A TBS under P-384, whose subject's key is P-521's; its algorithm is one that both keys can have. */
function under521(): Case {
  return under(using(keys.p384, 'SHA512_WITH_ECDSA'));
}

function salted(saltLength: number): SignatureAlgorithm {
  const pssParameters = { digest: 'SHA-256', mgfDigest: 'SHA-256', saltLength } as const;
  return { ...pss.algorithm, pss: pssParameters };
}

/** One PSS signature that begins with a zero: PSS is randomised, one in 256 does. */
function zeroLed({ key, tbs }: Case): Uint8Array {
  for (let tries = 0; tries < 10_000; tries++) {
    const signature = signed(tbs, key);
    if (signature[0] === 0 && signature[1] !== 0) return signature;
  }
  throw new Error('no signature began with a zero');
}

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
    const broken = p256.tbs.with(4, 0xa1);
    expect(refusal(() => readTbs(broken)).actual).toMatch(/at byte [0-9]$/);
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
