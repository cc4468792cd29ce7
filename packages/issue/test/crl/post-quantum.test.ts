import { postQuantum, postQuantumKeyPair, postQuantumSigner } from '@quorate/crypto/post-quantum';
import { expect, test } from 'vitest';
import {
  assemble,
  assembleCrl,
  assembleCsr,
  buildCsrInfo,
  buildTbs,
  buildTbsCertList,
  readCrlProfile,
  readCsr,
  readProfile,
} from '../../src/index.ts';
import { refusal, refused } from '../support/refusal.ts';

const options = { algorithms: postQuantum };
const signer = postQuantumSigner(postQuantumKeyPair('ML-DSA-44', new Uint8Array(32).fill(7)).pkcs8);
const other = postQuantumSigner(postQuantumKeyPair('ML-DSA-44', new Uint8Array(32).fill(8)).pkcs8);

const profile = readProfile(
  {
    extends: 'root-ca',
    subject: [{ type: 'commonName', value: 'Root' }],
    notBefore: '2026-01-01T07:31:12Z',
    notAfter: 'P20Y',
    serialNumber: '0x1f3a77c09b2e4d15',
    signatureAlgorithm: 'ML-DSA-44',
  },
  { algorithms: postQuantum },
);
const algorithm = profile.signatureAlgorithm;
const { tbs } = buildTbs({ profile, issuer: 'self', publicKey: signer.publicKey, ...options });

test('a CRL, and one that follows it', async () => {
  const signature = await signer.sign(tbs, algorithm);
  const issuer = assemble({ tbs, algorithm, signature, issuerKey: signer.publicKey, ...options });
  const list = {
    profile: readCrlProfile({ signatureAlgorithm: 'ML-DSA-44', period: 'P7D' }, options),
    issuer,
    revoked: [{ serialNumber: 1n, revocationDate: profile.notBefore }],
    crlNumber: 1,
    thisUpdate: profile.notBefore + 86_400,
    ...options,
  };
  const first = buildTbsCertList(list).tbs;
  const parts = { tbs: first, algorithm, issuer, ...options };
  const hex = Buffer.from(await signer.sign(first, algorithm)).toString('hex');
  const previous = assembleCrl({ ...parts, signature: hex, form: 'der-hex' });
  expect(buildTbsCertList({ ...list, crlNumber: 2, previous }).decisions.map(({ outcome }) => outcome)).toEqual([
    'pass',
  ]);
  expect(refused(() => buildTbsCertList({ ...list, algorithms: undefined }))).toEqual([
    'key-invalid',
    'issuer.publicKey',
  ]);
  const wrong = await other.sign(first, algorithm);
  expect(refused(() => assembleCrl({ ...parts, signature: wrong }))).toEqual(['signature-mismatch', 'signature']);
  const text = new TextEncoder().encode(hex);
  const error = refusal(() => assembleCrl({ ...parts, signature: text }));
  expect([error.code, error.message]).toEqual([
    'signature-encoding',
    expect.stringMatching(/found hexadecimal text, 4840 octets/),
  ]);
});

test('a request', async () => {
  const subject = [{ type: 'commonName', value: 'Below' }];
  const info = buildCsrInfo({ profile: { subject }, publicKey: signer.publicKey, ...options });
  const csr = assembleCsr({ info, algorithm, signature: await signer.sign(info, algorithm), ...options });
  expect(readCsr(csr, options).algorithm.name).toBe(algorithm.name);
  expect(refused(() => readCsr(csr))).toEqual(['key-invalid', 'csr.publicKey']);
});
