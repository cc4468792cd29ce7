import { hexOf } from '@quorate/der';
import { buildCsrInfo, buildTbs, buildTbsCertList, readCrlProfile, readCsrProfile, readProfile } from '@quorate/issue';
import { createManifest, fingerprintOf, readManifest, rebuildTbs, writeManifest } from '@quorate/issue/manifest';
import { createPending, readPending, writePending } from '@quorate/issue/pending';
import { decodeBase64, parseJson } from '@quorate/syntax';

/** What a certificate is made of, as JSON carries it: bytes in base64. */
export interface IssuingInput {
  /** JSON text of a profile. */
  readonly profile: string;
  readonly issuer: string;
  readonly publicKey?: string;
  readonly csr?: string;
  readonly randomBytes: string;
}

/** All that is made on the way to a signature; every part must be the same wherever it is made. */
export interface IssuingAnswer {
  readonly tbs: string;
  readonly decisions: readonly unknown[];
  readonly lint: unknown;
  readonly manifest: string;
  readonly rebuilt: string;
  readonly words: readonly string[];
  readonly pending: string;
}

/** Makes the TBS of a profile, its manifest, the TBS of that, and begins a pending issuance with it. */
export function issue(input: IssuingInput): IssuingAnswer {
  const { profile, issuer, publicKey, csr, randomBytes } = input;
  const request = {
    profile: readProfile(parseJson(profile)),
    issuer: issuer === 'self' ? ('self' as const) : decodeBase64(issuer),
    ...(publicKey === undefined ? {} : { publicKey: decodeBase64(publicKey) }),
    ...(csr === undefined ? {} : { csr: decodeBase64(csr) }),
    randomBytes: decodeBase64(randomBytes),
  };
  const { tbs, decisions, lint } = buildTbs(request);
  const text = writeManifest(createManifest(request));
  const manifest = readManifest(parseJson(text));
  const pending = writePending(createPending({ manifest, policy: null }));
  return {
    tbs: hexOf(tbs),
    decisions,
    lint,
    manifest: text,
    rebuilt: hexOf(rebuildTbs(manifest).tbs),
    words: fingerprintOf(tbs).words,
    pending: writePending(readPending(parseJson(pending))),
  };
}

/** The same for many, by their names. */
export function runIssuing(inputs: Readonly<Record<string, IssuingInput>>): Record<string, IssuingAnswer> {
  return Object.fromEntries(Object.entries(inputs).map(([name, input]) => [name, issue(input)]));
}

/** The bytes of a request and of a CRL. */
export function requestAndList(publicKey: string, issuer: string): { readonly csr: string; readonly crl: string } {
  const subject = [{ type: 'commonName', value: 'Zürich' }];
  const info = buildCsrInfo({
    profile: readCsrProfile({ subject, keyUsage: ['digitalSignature'] }),
    publicKey: decodeBase64(publicKey),
  });
  const { tbs } = buildTbsCertList({
    profile: readCrlProfile({ signatureAlgorithm: 'SHA256_WITH_ECDSA', period: 'P7D' }),
    issuer: decodeBase64(issuer),
    revoked: Array.from({ length: 100 }, (_, i) => ({
      serialNumber: BigInt(i * i * 7919 + 1),
      revocationDate: 1_770_000_000 + i,
      reason: i % 2 === 0 ? ('keyCompromise' as const) : ('superseded' as const),
    })),
    crlNumber: 12,
    thisUpdate: 1_780_000_000,
  });
  return { csr: hexOf(info), crl: hexOf(tbs) };
}
