import { generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { assemble, assembleCsr, buildCsrInfo, buildTbs, readProfile } from '@quorate/issue';
import type { IssuingInput } from '../../src/issuing.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const pair = (): { readonly spki: Uint8Array; readonly privateKey: KeyObject } => {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { spki: new Uint8Array(publicKey.export({ type: 'spki', format: 'der' })), privateKey };
};

const algorithm = signatureAlgorithmByName('SHA256_WITH_ECDSA');
const [top, below] = [pair(), pair()];
const randomBytes = Uint8Array.from({ length: 16 }, (_, i) => 0xf0 - 7 * i);
/** Of the root itself: none that it issues has its number. */
const rootBytes = randomBytes.toReversed();

const name = (commonName: string): object[] => [
  { type: 'countryName', value: 'CH' },
  { type: 'organizationName', value: 'Zürich, Quorum & Söhne' },
  { type: 'commonName', value: commonName },
];
const head = { notBefore: '2026-01-01T07:31:12Z', serialNumber: 'random', signatureAlgorithm: 'SHA256_WITH_ECDSA' };
const rootProfile = { ...head, extends: 'root-ca', subject: name('Root'), notAfter: 'never' };

/** A CA that says as much as it may. */
const rich = {
  ...head,
  extends: 'intermediate-ca',
  note: 'as much as it may',
  subject: name('Issuing CA ☃'),
  notAfter: 'P30Y',
  subjectKeyIdentifier: 'rfc7093-4',
  authorityKeyIdentifier: 'with-issuer-and-serial',
  extendedKeyUsage: ['serverAuth', '1.3.6.1.4.1.55555.9'],
  nameConstraints: {
    permitted: [
      { type: 'dNSName', value: 'example.ch' },
      { type: 'iPAddress', value: '2001:db8::/32' },
    ],
    excluded: [{ type: 'rfc822Name', value: '.example.ch' }],
  },
  certificatePolicies: [
    { policy: '1.3.6.1.4.1.55555.1', qualifiers: [{ type: 'cps', uri: 'https://ca.example.ch/cps' }] },
  ],
  policyConstraints: { requireExplicitPolicy: 0 },
  inhibitAnyPolicy: 1,
  crlDistributionPoints: [{ uri: 'http://crl.example.ch/root.crl' }],
  authorityInfoAccess: [{ method: 'caIssuers', uri: 'http://ca.example.ch/root.cer' }],
  tlsFeature: ['status_request'],
  qcStatements: [{ type: 'qcType', types: ['eseal', 'web'] }],
  extensions: [{ oid: '1.3.6.1.4.1.55555.2', critical: false, der: 'hex:0500' }],
  lint: { sets: ['rfc5280', 'practice', 'hsm'] },
};

const leaf = {
  ...head,
  extends: 'tls-server',
  subject: 'from-request',
  notAfter: 'P90D',
  subjectAltName: [{ type: 'dNSName', value: 'www.example.ch' }],
};

/** A root's certificate, made in Node. */
export function issuingRoot(): Uint8Array {
  const { tbs } = buildTbs({
    profile: readProfile(rootProfile),
    issuer: 'self',
    publicKey: top.spki,
    randomBytes: rootBytes,
  });
  const signature = new Uint8Array(sign('sha256', tbs, top.privateKey));
  return assemble({ tbs, algorithm, signature, issuerKey: top.spki });
}

function request(): Uint8Array {
  const subject = [{ type: 'commonName' as const, value: 'www.example.ch' }];
  const info = buildCsrInfo({ profile: { subject }, publicKey: below.spki });
  return assembleCsr({ info, algorithm, signature: new Uint8Array(sign('sha256', info, below.privateKey)) });
}

/** What certificates are made of, from keys that are new in every run. */
export function issuingInputs(root: Uint8Array): Record<string, IssuingInput> {
  const random = { randomBytes: base64(randomBytes) };
  return {
    root: { profile: JSON.stringify(rootProfile), issuer: 'self', publicKey: base64(top.spki), ...random },
    intermediate: { profile: JSON.stringify(rich), issuer: base64(root), publicKey: base64(below.spki), ...random },
    leaf: { profile: JSON.stringify(leaf), issuer: base64(root), csr: base64(request()), ...random },
  };
}

export const issuingKey: string = base64(below.spki);
