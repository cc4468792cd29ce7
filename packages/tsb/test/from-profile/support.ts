import { generateKeyPairSync, type KeyObject } from 'node:crypto';
import { signatureAlgorithmByName } from '@quorate/crypto';
import type { CertificateProfile } from '@quorate/issue';
import { parseJson } from '@quorate/syntax';
import type { CertificateBodyParts, NotExpressible, RestRequest } from '../../src/index.ts';

export const DAY = 86_400;
/** 2026-01-01T00:00:00Z. */
export const START = 1_767_225_600;

export const rsa = signatureAlgorithmByName('SHA256_WITH_RSA');
export const ecdsa = signatureAlgorithmByName('SHA256_WITH_ECDSA');

/** A profile of which as much is expressible as can be. */
export function profileOf(changes: Partial<CertificateProfile> = {}): CertificateProfile {
  return {
    subject: [
      { type: 'countryName', value: 'CH' },
      { type: 'organizationName', value: 'Bücher' },
      { type: 'commonName', value: 'Würfel' },
    ],
    notBefore: START,
    notAfter: START + 90 * DAY,
    serialNumber: 5n,
    signatureAlgorithm: rsa,
    basicConstraints: null,
    keyUsage: ['digitalSignature'],
    ...changes,
  };
}

/** The body as a server would receive it. */
export function sent({ body }: RestRequest): ReturnType<typeof parseJson> {
  return parseJson(JSON.stringify(body));
}

/** The parts of a body of this kind, whatever it needs. */
export function partsOf(
  kind: CertificateBodyParts['kind'],
  dialect: CertificateBodyParts['dialect'],
  profile: CertificateProfile,
  csr: Uint8Array,
): CertificateBodyParts {
  const own = kind === 'sign' ? { csr } : kind === 'request' ? { algorithm: rsa } : {};
  return { profile, kind, dialect, keyName: 'CA.example.org', ...own };
}

export function paths(list: readonly NotExpressible[]): string[] {
  return list.map(({ path, inBody }) => (inBody ? `${path} (in the body)` : path));
}

export interface SoftwareKey {
  readonly spki: Uint8Array;
  readonly privateKey: KeyObject;
}

/** A key of node:crypto on P-256, made anew in every run. */
export function ecKey(): SoftwareKey {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { spki: Uint8Array.from(publicKey.export({ type: 'spki', format: 'der' })), privateKey };
}
