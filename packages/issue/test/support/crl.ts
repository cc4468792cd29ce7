import { assembleCrl, buildTbsCertList, type CertListRequest, type CrlProfile } from '../../src/index.ts';
import { signed, type TestKey } from './keys.ts';
import { DAY, root, START } from './profiles.ts';

/** The profile of CRLs signed by a key, with changes. */
export function crlProfile(key: TestKey, changes: Partial<CrlProfile> = {}): CrlProfile {
  return { signatureAlgorithm: key.algorithm, period: 7 * DAY, ...changes };
}

/** What asks for a CRL of a root with this key, without entries. */
export function crlRequest(key: TestKey, changes: Partial<CertListRequest> = {}): CertListRequest {
  return {
    profile: crlProfile(key),
    issuer: root(key),
    revoked: [],
    crlNumber: 7,
    thisUpdate: START + 10 * DAY,
    ...changes,
  };
}

/** A CRL, signed by node:crypto. */
export function crl(key: TestKey, request: CertListRequest): Uint8Array {
  const { tbs } = buildTbsCertList(request);
  return assembleCrl({ tbs, algorithm: key.algorithm, signature: signed(tbs, key), issuer: request.issuer });
}
