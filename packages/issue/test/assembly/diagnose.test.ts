import type { SignatureAlgorithm } from '@quorate/crypto';
import { encodeBitString, encodeOctetString } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { assemble, type IssueErrorCode } from '../../src/index.ts';
import {
  altered,
  attempt,
  type Case,
  ed25519,
  p256,
  parts,
  pss,
  rsa,
  rsaPss,
  sha256,
  text,
  under,
} from '../support/cases.ts';
import { algorithmNamed, keys, rawRsa, rsaKey, signed, signedJoined, unpaddedRsa, using } from '../support/keys.ts';
import { refusal } from '../support/refusal.ts';

/** Name, attempt, and words that the message has. */
type Told = readonly [string, () => unknown, RegExp];

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

/** `00 01 FF… 00` and some content: with fewer than eight FF, no block of RSASSA-PKCS1-v1_5 (RFC 8017, 9.2). */
function padded(ones: number): Uint8Array {
  const block = new Uint8Array(256).fill(7);
  block.set([0, 1, ...Array(ones).fill(0xff), 0]);
  return block;
}

let count = 0;

/** Each of the attempts ends in an error with this code and path. */
function told(code: IssueErrorCode, path: string, cases: readonly Told[]): void {
  count += cases.length;
  test.each(cases)(`${code} at ${path}: %s`, (_case, run, words) => {
    const error = refusal(run);
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.message).toMatch(words);
  });
}

describe('a signature that is not right is told apart:', () => {
  const eth = (data: Uint8Array) => Uint8Array.of(...signedJoined(data, keys.p256), 27);
  const another = altered(p256.tbs);
  const leadingZero = zeroLed(rsaPss);

  told('signature-encoding', 'signature', [
    ['raw r and s', attempt(p256, signedJoined(p256.tbs, keys.p256)), /r and s joined, 64 octets, which verifies/],
    ['r, s, v', attempt(p256, eth(p256.tbs)), /recovery octet/],
    ['base64', attempt(rsa, text(signed(rsa.tbs, keys.rsa), 'base64')), /found base64 text, 344 octets/],
    [
      'base64 of raw r and s',
      attempt(p256, text(signedJoined(p256.tbs, keys.p256), 'base64')),
      /base64 text of r and s joined/,
    ],
    ['hexadecimal', attempt(ed25519, text(signed(ed25519.tbs, keys.ed25519), 'hex')), /hexadecimal text, 128 octets/],
    ['a BIT STRING around it', attempt(rsa, encodeBitString(signed(rsa.tbs, keys.rsa))), /BIT STRING/],
    ['an OCTET STRING around it', attempt(p256, encodeOctetString(signed(p256.tbs, keys.p256))), /OCTET STRING/],
    ['no leading zero', attempt({ ...rsaPss }, leadingZero.subarray(1)), /without its leading zeros, 255 octets/],
  ]);
  told('algorithm-mismatch', 'algorithm', [
    [
      'another in the TBS',
      () => assemble({ ...parts(rsa), algorithm: algorithmNamed('SHA384_WITH_RSA') }),
      /expected sha256WithRSAEncryption, as inside the TBS, found sha384With/,
    ],
  ]);
  told('algorithm-mismatch', 'signature', [
    [
      'another digest, RSA',
      attempt(rsa, signed(rsa.tbs, using(keys.rsa, 'SHA512_WITH_RSA'))),
      /verifies with sha512WithRSAEncryption/,
    ],
    [
      'another digest, ECDSA',
      attempt(p256, signed(p256.tbs, using(keys.p256, 'SHA384_WITH_ECDSA'))),
      /verifies with ecdsa-with-SHA384/,
    ],
    [
      'another digest, r and s',
      attempt(p256, signedJoined(p256.tbs, using(keys.p256, 'SHA512_WITH_ECDSA'))),
      /ecdsa-with-SHA512 as r and s joined/,
    ],
    ['SHA-1', attempt(rsa, signed(rsa.tbs, using(keys.rsa, 'SHA1_WITH_RSA'))), /verifies with sha1WithRSA/],
    ['PSS for PKCS#1', attempt(rsa, signed(rsa.tbs, pss)), /verifies with id-RSASSA-PSS \(SHA-256/],
    ['PKCS#1 for PSS', attempt(rsaPss, signed(rsaPss.tbs, keys.rsa)), /verifies with sha256WithRSA/],
    ['PSS with the longest salt', attempt(rsaPss, signed(rsaPss.tbs, pss, salted(222))), /salt 222/],
    ['PSS without salt', attempt(rsaPss, signed(rsaPss.tbs, pss, salted(0))), /salt 0\)/],
    ['a bare digest', attempt(rsa, rawRsa(sha256(rsa.tbs), keys.rsa)), /over the SHA-256 without a DigestInfo/],
  ]);
  told('key-mismatch', 'issuerKey', [
    [
      'another kind of key',
      attempt(rsa, signed(rsa.tbs, keys.rsa), keys.p256),
      /expected a key for sha256WithRSAEncryption, found EC P-256/,
    ],
    [
      'another EC key is given than the TBS names',
      attempt(p256, signed(p256.tbs, keys.p256), keys.otherP256),
      /authorityKeyIdentifier/,
    ],
    [
      'another Ed25519 key is given',
      attempt(ed25519, signed(ed25519.tbs, keys.ed25519), keys.otherEd25519),
      /authorityKeyIdentifier/,
    ],
    [
      'the subject key signed',
      attempt(under521(), signed(under521().tbs, keys.p521), keys.p384),
      /the one inside the TBS/,
    ],
  ]);
  told('key-mismatch', 'signature', [
    [
      'another RSA key signed',
      attempt(rsa, signed(rsa.tbs, keys.otherRsa)),
      /does not open under this key|not below the modulus/,
    ],
    [
      'another RSA key signed, PSS',
      attempt(rsaPss, signed(rsaPss.tbs, { ...keys.otherRsa, algorithm: pss.algorithm })),
      /does not open|not below/,
    ],
    ['another RSA key is given', attempt(rsa, signed(rsa.tbs, keys.rsa), keys.otherRsa), /does not open|not below/],
    ['seven octets of padding', attempt(rsa, unpaddedRsa(padded(7), keys.rsa)), /does not open/],
    ['a larger RSA key signed', attempt(rsa, signed(rsa.tbs, keys.largeRsa)), /384 octets, as RSA 3072 makes/],
    [
      'a larger RSA key is given',
      attempt(rsa, signed(rsa.tbs, keys.rsa), keys.largeRsa),
      /256 octets, as RSA 2048 makes/,
    ],
    ['an EC key signed for RSA', attempt(rsa, signed(rsa.tbs, keys.p256)), /two integers/],
    ['an RSA key signed for EC', attempt(p256, signed(p256.tbs, keys.rsa)), /256 octets, as RSA 2048 makes/],
    ['a larger curve signed', attempt(p256, signed(p256.tbs, keys.p521)), /two integers of 6[56] octets/],
    ['a larger curve signed, joined', attempt(p256, signedJoined(p256.tbs, keys.p384)), /96 octets/],
    ['Ed25519 signed for RSA', attempt(rsa, signed(rsa.tbs, keys.ed25519)), /64 octets, as Ed25519/],
    ['Ed25519 key signed with EC', attempt(ed25519, signed(ed25519.tbs, keys.p256)), /two integers/],
  ]);
  told('key-weak', 'issuerKey', [
    ['a weak key', attempt(rsa, signed(rsa.tbs, keys.rsa), rsaKey(1024, 'sha256WithRSAEncryption')), /RSA 1024/],
  ]);
  told('key-invalid', 'issuerKey', [
    ['no key', () => assemble({ ...parts(rsa), issuerKey: new Uint8Array(3) }), /key invalid/],
  ]);
  told('tbs-mismatch', 'tbs', [
    ['eight octets of padding', attempt(rsa, unpaddedRsa(padded(8), keys.rsa)), /other bytes with RSASSA-PKCS1/],
    [
      'other bytes, RSA',
      attempt({ ...rsa, tbs: altered(rsa.tbs) }, signed(rsa.tbs, keys.rsa)),
      /it signed other bytes with RSASSA-PKCS1/,
    ],
    [
      'other bytes, PSS',
      attempt({ ...rsaPss, tbs: altered(rsaPss.tbs) }, signed(rsaPss.tbs, pss)),
      /other bytes with RSASSA-PSS \(SHA-256, MGF1 with SHA-256, salt 32/,
    ],
    ['another TBS, RSA', attempt(rsa, signed(rsaPss.tbs, keys.rsa)), /other bytes/],
    [
      'the digest, hashed again',
      attempt(p256, signed(sha256(p256.tbs), keys.p256)),
      /the SHA-256 of the TBS, taken as data/,
    ],
    ['the digest, Ed25519', attempt(ed25519, signed(sha256(ed25519.tbs), keys.ed25519)), /the SHA-256 of the TBS/],
    ['its base64 text', attempt(rsa, signed(text(rsa.tbs, 'base64'), keys.rsa)), /the base64 text of the TBS/],
  ]);
  told('signature-mismatch', 'signature', [
    [
      'other bytes, ECDSA',
      attempt({ ...p256, tbs: another }, signed(p256.tbs, keys.p256)),
      /another key or over other bytes/,
    ],
    ['another EC key signed', attempt(p256, signed(p256.tbs, keys.otherP256)), /by EC P-256 with ecdsa-with-SHA256/],
    [
      'other bytes, Ed25519',
      attempt({ ...ed25519, tbs: altered(ed25519.tbs) }, signed(ed25519.tbs, keys.ed25519)),
      /another key/,
    ],
  ]);
  told('signature-malformed', 'signature', [
    ['nothing', attempt(rsa, new Uint8Array(0)), /0 octets/],
    ['two integers of which one is 0', attempt(p256, Uint8Array.of(0x30, 6, 2, 1, 0, 2, 1, 1)), /8 octets/],
    ['RSA cut short', attempt(rsa, signed(rsa.tbs, keys.rsa).subarray(0, 200)), /200 octets/],
    ['RSA with one more', attempt(rsa, Uint8Array.of(...signed(rsa.tbs, keys.rsa), 0)), /257 octets/],
    ['ECDSA cut short', attempt(p256, signed(p256.tbs, keys.p256).subarray(0, -1)), /octets/],
    ['Ed25519 cut short', attempt(ed25519, signed(ed25519.tbs, keys.ed25519).subarray(0, 63)), /63 octets/],
    ['raw r and s over other bytes', attempt(p256, signedJoined(another, keys.p256)), /as r and s joined either/],
    [
      'base64 over other bytes',
      attempt(p256, text(signed(another, keys.p256), 'base64')),
      /base64 text, and what it stands for/,
    ],
  ]);

  test('all of them', () => expect(count).toBe(54));
});
