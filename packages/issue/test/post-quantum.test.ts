import { postQuantum, postQuantumKeyPair, postQuantumSigner } from '@quorate/crypto/post-quantum';
import { expect, test } from 'vitest';
import { assemble, buildTbs, readProfile, writeProfile } from '../src/index.ts';
import { createManifest, readManifest, rebuildTbs, writeManifest } from '../src/manifest/index.ts';
import { refused } from './support/refusal.ts';

const options = { algorithms: postQuantum };
const sets = ['ML-DSA-44', 'ML-DSA-65', 'ML-DSA-87', 'SLH-DSA-SHA2-128f'] as const;

test.each(sets)('%s: a root and a CA below it, from profiles that name the algorithm', async (set) => {
  const seed = new Uint8Array(set.startsWith('ML') ? 32 : 48).fill(7);
  const signer = postQuantumSigner(postQuantumKeyPair(set, seed).pkcs8);
  const below = postQuantumSigner(postQuantumKeyPair('ML-DSA-44', new Uint8Array(32).fill(8)).pkcs8);
  const json = {
    extends: 'root-ca',
    subject: [
      { type: 'organizationName', value: 'Quorum' },
      { type: 'commonName', value: 'Root' },
    ],
    notBefore: '2026-01-01T07:31:12Z',
    notAfter: 'P20Y',
    serialNumber: '0x1f3a77c09b2e4d15',
    signatureAlgorithm: set,
  };
  const profile = readProfile(json, options);
  expect(readProfile(writeProfile(profile, options), options)).toEqual(profile);
  expect(refused(() => readProfile(json))).toEqual(['profile-malformed', 'signatureAlgorithm']);

  const request = { profile, issuer: 'self', publicKey: signer.publicKey, ...options } as const;
  const { tbs, lint } = buildTbs(request);
  expect(lint.findings.filter(({ outcome }) => outcome === 'fail')).toEqual([]);
  expect(refused(() => buildTbs({ profile, issuer: 'self', publicKey: signer.publicKey }))).toEqual([
    'key-invalid',
    'publicKey',
  ]);
  const algorithm = profile.signatureAlgorithm;
  const certify = async (bytes: Uint8Array) =>
    assemble({
      tbs: bytes,
      algorithm,
      signature: await signer.sign(bytes, algorithm),
      issuerKey: signer.publicKey,
      ...options,
    });
  const root = await certify(tbs);

  const subject = [{ type: 'commonName', value: 'Below' }];
  const serialNumber = '0x2f3a77c09b2e4d16';
  const intermediate = readProfile(
    { ...json, extends: 'intermediate-ca', notAfter: 'P10Y', subject, serialNumber },
    options,
  );
  const middle = { profile: intermediate, issuer: root, publicKey: below.publicKey, ...options };
  expect((await certify(buildTbs(middle).tbs)).length).toBeGreaterThan(tbs.length);

  const manifest = readManifest(JSON.parse(writeManifest(createManifest(middle))), options);
  expect(rebuildTbs(manifest, options).tbs).toEqual(buildTbs(middle).tbs);
});
