import { postQuantum } from '@quorate/crypto/post-quantum';
import { expectedTbs } from '@quorate/issue';
import type { ExpectedTbs } from '@quorate/verify/request';
import { type Certificate, parseCertificate, X509Error } from '@quorate/x509';
import type { Context } from '../context.ts';
import { made } from '../issue/made.ts';
import { reading, Unusable } from '../unusable.ts';
import { loadCertificate, loadCsr } from './certificate.ts';
import { loadIssuance } from './issuance.ts';
import { loadProfile } from './profile.ts';
import { loadPublicKey } from './public-key.ts';

/** What a profile needs beside itself. */
export interface ProfileFacts {
  readonly issuer?: string;
  readonly csr?: string;
  readonly key?: string;
}

/** A TBS that was to be signed, and the certificate of who was to sign it; `null`: itself, or nobody says. */
export interface Expected {
  readonly tbs: ExpectedTbs;
  readonly issuer: Certificate | null;
}

/** Of a manifest, a pending issuance, or a TBS itself, which does not say who signs it. */
export async function expectedByManifest(context: Context, file: string): Promise<Expected> {
  const issuance = await loadIssuance(context, file);
  const { tbs } = issuance;
  if (issuance.kind === 'tbs') return { tbs: { tbs }, issuer: null };
  const { issuer } = issuance.kind === 'manifest' ? issuance.manifest : issuance.pending.manifest;
  return { tbs: { tbs }, issuer: issuer === 'self' ? null : reading(file, () => parseCertificate(issuer)) };
}

/**
 * Of a profile: with the key that was to be certified, and the serial number of what came back where the profile leaves it
 * to chance. Without an issuer's certificate it was to be self-signed.
 *
 * @param returned the certificate's DER; what cannot be read has no serial number, and is judged elsewhere
 */
export async function expectedByProfile(
  context: Context,
  file: string,
  returned: Uint8Array,
  { issuer, csr, key }: ProfileFacts,
): Promise<Expected> {
  if (key === undefined && csr === undefined) {
    throw new Unusable('whose certificate it was to be: give --key or --csr', {
      next: '--key is the public key as the HSM attests it',
    });
  }
  const profile = await loadProfile(context, file);
  const above = issuer === undefined ? null : await loadCertificate(context, issuer);
  const request = {
    profile,
    issuer: above === null ? ('self' as const) : above.bytes,
    ...(key === undefined ? {} : { publicKey: await loadPublicKey(context, key) }),
    ...(csr === undefined ? {} : { csr: (await loadCsr(context, csr)).bytes }),
    algorithms: postQuantum,
  };
  const serialNumber = readOrNone(returned)?.serialNumber ?? new Uint8Array();
  return { tbs: made(context, file, () => expectedTbs(request, serialNumber)), issuer: above };
}

function readOrNone(der: Uint8Array): Certificate | null {
  try {
    return parseCertificate(der);
  } catch (error) {
    if (error instanceof X509Error) return null;
    throw error;
  }
}
