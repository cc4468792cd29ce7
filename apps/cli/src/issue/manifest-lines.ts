import { keyFingerprint } from '@quorate/crypto';
import { type Manifest, manifestSha256 } from '@quorate/issue/manifest';
import { nameText, parseCertificate } from '@quorate/x509';
import { hex, printable } from '../text.ts';

type Line = readonly [name: string, value: string];

/** Of what a TBS is made, for people. */
export function manifestLines(manifest: Manifest): Line[] {
  const { profile, issuer, csr, randomBytes, policy } = manifest;
  return [
    ['made from', `a manifest, SHA-256 ${manifestSha256(manifest)}`],
    ...(profile.note === undefined ? [] : [['note', printable(profile.note)] as const]),
    [
      'issued by',
      issuer === 'self'
        ? 'itself'
        : `${nameText(parseCertificate(issuer).subject)}, certificate SHA-256 ${keyFingerprint(issuer)}`,
    ],
    ...(csr === null ? [] : [['for the CSR', `SHA-256 ${keyFingerprint(csr)}`] as const]),
    ...(randomBytes === null ? [] : [['drawn', hex(randomBytes)] as const]),
    [
      'key policy',
      policy === undefined
        ? 'not known here'
        : policy === null
          ? 'none: an ordinary key'
          : 'in the manifest, and taken into account',
    ],
    ...(profile.allow ?? []).map(({ code, because }): Line => ['ALLOWED', `${code}: ${printable(because)}`]),
  ];
}
