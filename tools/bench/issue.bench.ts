import { generateKeyPairSync } from 'node:crypto';
import { buildTbs, readProfile } from '@quorate/issue';
import type { Benchmark } from './src/benchmark.ts';

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

export default {
  title: 'a TBSCertificate of a root from its profile',
  per: 'TBS',
  ours: 'buildTbs, the rules of lint as by default',
  subjects: {
    'buildTbs, no rules of lint': () => buildTbs({ ...root, profile: unlinted }),
    'buildTbs, the rules of lint as by default': () => buildTbs({ ...root, profile }),
    'readProfile alone': () => readProfile(json),
  },
  goal: 2000,
} satisfies Benchmark;
