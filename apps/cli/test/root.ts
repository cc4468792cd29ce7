import { generateKeyPairSync, sign } from 'node:crypto';
import { quorate } from './cli.ts';

/** A profile as the README shows it. */
export const rootProfile = {
  subject: [
    { type: 'countryName', value: 'CH' },
    { type: 'commonName', value: 'Example Root CA' },
  ],
  notBefore: '2026-01-01T00:00:00Z',
  notAfter: '2036-01-01T00:00:00Z',
  serialNumber: '0x1f0c7be2a9d4e6531f0c7be2a9d4e653',
  signatureAlgorithm: 'SHA256_WITH_ECDSA',
  basicConstraints: { ca: true, pathLen: 1 },
  keyUsage: ['keyCertSign', 'cRLSign'],
};

export const caPair = generateKeyPairSync('ec', { namedCurve: 'P-256' });

/** The files of a root being made: profile, key, TBS, signature. */
export async function rootFiles(): Promise<Record<string, string | Uint8Array>> {
  const files = {
    'root.profile.json': JSON.stringify(rootProfile),
    'ca-key.spki.der': new Uint8Array(caPair.publicKey.export({ type: 'spki', format: 'der' })),
  };
  const { bytes } = await quorate(['issue', 'tbs', 'root.profile.json', '--key', 'ca-key.spki.der'], files);
  return { ...files, 'root.tbs.der': bytes, 'root.sig': new Uint8Array(sign('sha256', bytes, caPair.privateKey)) };
}
