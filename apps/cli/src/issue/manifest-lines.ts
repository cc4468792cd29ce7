import { keyFingerprint } from '@quorate/crypto';
import { type Manifest, manifestSha256 } from '@quorate/issue/manifest';
import { nameText, parseCertificate } from '@quorate/x509';
import { hex, printable } from '../text.ts';

type Line = readonly [name: string, value: string];

/**
 * Of what a TBS is made, for people.
 *
 * @param pending whether it is that of a pending issuance: that has an identity of its own, and a policy if it is self-signed
 */
export function manifestLines(manifest: Manifest, pending = false): Line[] {
  const { profile, issuer, csr, randomBytes, policy } = manifest;
  return [
    ...(pending ? [] : [['made from', `a manifest, SHA-256 ${manifestSha256(manifest)}`] as const]),
    ...(profile.note === undefined ? [] : [['note', printable(profile.note)] as const]),
    [
      'issued by',
      issuer === 'self'
        ? 'itself'
        : `${nameText(parseCertificate(issuer).subject)}, certificate SHA-256 ${keyFingerprint(issuer)}`,
    ],
    ...(csr === null ? [] : [['for the CSR', `SHA-256 ${keyFingerprint(csr)}`] as const]),
    ...(randomBytes === null || pending ? [] : [['drawn', hex(randomBytes)] as const]),
    ...(pending && issuer === 'self' ? [] : [['key policy', policyWords(policy)] as const]),
    ...(profile.quorum === undefined
      ? []
      : [
          [
            'quorum',
            `any use of the certified key must need ${profile.quorum} approval${profile.quorum === 1 ? '' : 's'}`,
          ] as const,
        ]),
    ...(profile.allow ?? []).map(({ code, because }): Line => ['ALLOWED', `${code}: ${printable(because)}`]),
  ];
}

function policyWords(policy: Manifest['policy']): string {
  if (policy === undefined) return 'of the certified key: not known here';
  return policy === null ? 'of the certified key: none, an ordinary key' : 'in the manifest, and taken into account';
}
