import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { parsePublicKey, signatureAlgorithmByName, verifySignature } from '@quorate/crypto';
import { assemble, buildTbs, readProfile } from '@quorate/issue';
import type { Benchmark } from './src/benchmark.ts';
import { nodePlatform } from './src/three-certificates.ts';

const spki = (curve: string): Uint8Array =>
  Uint8Array.from(generateKeyPairSync('ec', { namedCurve: curve }).publicKey.export({ type: 'spki', format: 'der' }));
const publicKey = spki('P-256');
const randomBytes = Uint8Array.from({ length: 16 }, (_, i) => 17 * i + 3);
const json = {
  extends: 'root-ca',
  subject: [
    { type: 'countryName', value: 'CH' },
    { type: 'organizationName', value: 'Quorum' },
    { type: 'commonName', value: 'Root' },
  ],
  notBefore: '2026-01-01T07:31:12Z',
  notAfter: 'P20Y',
  serialNumber: 'random',
  signatureAlgorithm: 'SHA256_WITH_ECDSA',
  basicConstraints: { ca: true, pathLen: 1 },
};
const profile = readProfile(json);
const unlinted = readProfile({ ...json, lint: { sets: [] } });
const root = { issuer: 'self', publicKey, randomBytes } as const;

const built: Benchmark = {
  title: 'a TBSCertificate of a root from its profile',
  per: 'TBS',
  ours: 'buildTbs, the rules of lint as by default',
  subjects: {
    'buildTbs, no rules of lint': () => buildTbs({ ...root, profile: unlinted }),
    'buildTbs, the rules of lint as by default': () => buildTbs({ ...root, profile }),
    'readProfile alone': () => readProfile(json),
  },
  goal: 2000,
};

/** A leaf joined with its signature, beside the check of that signature alone, which begins with reading the key. */
function assembled(kind: string, name: string, pair: { publicKey: KeyObject; privateKey: KeyObject }): Benchmark {
  const algorithm = signatureAlgorithmByName(name);
  const issuerKey = Uint8Array.from(pair.publicKey.export({ type: 'spki', format: 'der' }));
  const signed = (tbs: Uint8Array) => {
    const signature = Uint8Array.from(sign('sha256', tbs, pair.privateKey));
    return { tbs, algorithm, signature, issuerKey };
  };
  const own = readProfile({ ...json, signatureAlgorithm: name });
  const issuer = assemble(signed(buildTbs({ profile: own, issuer: 'self', publicKey: issuerKey, randomBytes }).tbs));
  const leaf = readProfile({
    extends: 'tls-server',
    subject: [{ type: 'commonName', value: 'www.example.com' }],
    subjectAltName: [{ type: 'dNSName', value: 'www.example.com' }],
    notBefore: '2026-01-01T07:31:12Z',
    notAfter: 'P90D',
    serialNumber: '0x1122334455667788',
    signatureAlgorithm: name,
  });
  const parts = signed(buildTbs({ profile: leaf, issuer, publicKey }).tbs);
  const { tbs: data, signature } = parts;
  const platform = nodePlatform();
  const check = (options: { platform?: typeof platform }) =>
    verifySignature({ algorithm, key: parsePublicKey(issuerKey), data, signature }, options);
  return {
    title: `a certificate from its TBS and signature, ${kind}`,
    per: 'certificate',
    ours: 'assemble, pure',
    subjects: {
      'assemble, pure': () => assemble(parts),
      'the check of its signature alone, pure': () => check({}),
      'assemble, node:crypto': () => assemble({ ...parts, platform }),
      'the check of its signature alone, node:crypto': () => check({ platform }),
    },
    bounds: ['pure', 'node:crypto'].map((how) => ({
      subject: `assemble, ${how}`,
      against: `the check of its signature alone, ${how}`,
      atMost: 1.3,
    })),
  };
}

export default [
  built,
  assembled('P-256', 'SHA256_WITH_ECDSA', generateKeyPairSync('ec', { namedCurve: 'P-256' })),
  assembled('RSA-2048', 'SHA256_WITH_RSA', generateKeyPairSync('rsa', { modulusLength: 2048 })),
];
