import { isoTime } from '@quorate/der';
import type { PresetName } from '@quorate/issue';

/** What a profile to start from says. */
export interface StartingProfile {
  readonly preset: PresetName;
  readonly commonName: string;
  readonly organization: string;
  readonly country: string;
  /** Seconds since 1970-01-01T00:00:00Z. */
  readonly notBefore: number;
  /** ISO 8601, as `P10Y`. */
  readonly duration: string;
  readonly signatureAlgorithm: string;
}

/** How each kind of certificate is begun: a name, how long it lasts, and members that its preset leaves to be chosen. */
const KINDS: Readonly<Record<PresetName, { readonly name: string; readonly lasts: string; readonly more: string }>> = {
  'root-ca': {
    name: 'Example Root CA',
    lasts: 'P20Y',
    more: `# Of CAs below it, how many may stand below each other. Without a number: any.
basicConstraints: { ca: true, pathLen: 1 }
`,
  },
  'intermediate-ca': {
    name: 'Example Issuing CA',
    lasts: 'P10Y',
    more: `# The preset allows no CA below it (pathLen 0).
# What it may issue for: without these, anything.
# extendedKeyUsage: [serverAuth, clientAuth]
# nameConstraints:
#   permitted: [{ type: dNSName, value: example.ch }]
crlDistributionPoints: [{ uri: "http://crl.example.ch/root.crl" }]
`,
  },
  'tls-server': { name: 'www.example.ch', lasts: 'P90D', more: names('{ type: dNSName, value: www.example.ch }') },
  'tls-client': { name: 'client-1', lasts: 'P1Y', more: '' },
  'code-signing': { name: 'Example Code Signing', lasts: 'P1Y', more: '' },
  'document-signing': { name: 'Example Document Signing', lasts: 'P3Y', more: '' },
  's-mime': { name: 'Anna Beispiel', lasts: 'P2Y', more: names('{ type: rfc822Name, value: anna@example.ch }') },
  'time-stamping': { name: 'Example Time Stamping', lasts: 'P10Y', more: '' },
  'ocsp-responder': {
    name: 'Example OCSP Responder',
    lasts: 'P30D',
    more: '# It says that its own revocation is not asked for (ocsp-nocheck), so it does not last long.\n',
  },
  'crl-signer': { name: 'Example CRL Signer', lasts: 'P5Y', more: '' },
};

function names(name: string): string {
  return `subjectAltName: [${name}]\n`;
}

/** What a profile of a kind says before anybody chose anything else. */
export function startingProfile(preset: PresetName, now: number): StartingProfile {
  const { name, lasts } = KINDS[preset];
  return {
    preset,
    commonName: name,
    organization: 'Example AG',
    country: 'CH',
    notBefore: now,
    duration: lasts,
    signatureAlgorithm: 'SHA256_WITH_ECDSA',
  };
}

/** The profile as YAML with comments for whoever fills it in. */
export function profileText(profile: StartingProfile, presets: readonly PresetName[]): string {
  const quoted = (text: string): string => JSON.stringify(text);
  return `# A certificate profile. docs/profiles.md describes every member.
# quorate issue tbs THIS-FILE --key KEY ... makes the bytes to be signed.
note: ${quoted('why this certificate is made, for whoever approves it')}

# What it starts from: ${presets.join(', ')}.
# Whatever stands here takes the place of what the preset says; null takes it away.
extends: ${profile.preset}

# One attribute after another, as in the certificate. \`from-request\` takes the subject of the CSR.
subject:
  - { type: countryName, value: ${quoted(profile.country)} }
  - { type: organizationName, value: ${quoted(profile.organization)} }
  - { type: commonName, value: ${quoted(profile.commonName)} }

# In UTC. notAfter: a time, a duration from notBefore (P20Y, P90D), or never.
notBefore: ${quoted(isoTime(profile.notBefore))}
notAfter: ${quoted(profile.duration)}

# \`random\`, or the number: decimal digits, or 0x and hexadecimal ones, in quotes.
serialNumber: random

# Of the issuer's key: SHA256_WITH_RSA, SHA256_WITH_RSA_PSS, SHA384_WITH_ECDSA, ML-DSA-65, ...
signatureAlgorithm: ${quoted(profile.signatureAlgorithm)}

${KINDS[profile.preset].more}${isCa(profile.preset) ? '\n# How many approvals any use of the certified key must need; held against --policy.\n# quorum: 2\n' : ''}
# Rules of lint beyond RFC 5280, and what is allowed against them, each with the reason.
# lint: { sets: [rfc5280, practice, hsm] }
# allow: [{ code: validity-outside-issuer, because: "..." }]
`;
}

function isCa(preset: PresetName): boolean {
  return preset === 'root-ca' || preset === 'intermediate-ca';
}
