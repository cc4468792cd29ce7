import { certificateOf as certificateFrom, nameOf, utc } from '@quorate/certificates';
import type { Pair } from './keys.ts';

/** A self-signed certificate of version 3 over a key on P-256. */
export function certificateOf(key: Pair, commonName: string | null): Uint8Array {
  const name = nameOf(['2.5.4.10', 'Example'], ...(commonName === null ? [] : ([['2.5.4.3', commonName]] as const)));
  const parts = {
    version: 2,
    serialNumber: Uint8Array.of(77),
    digest: 'sha256',
    issuer: name,
    notBefore: utc('2020-01-01T00:00:00Z'),
    notAfter: utc('2030-01-01T00:00:00Z'),
    subject: name,
    spki: key.spki,
    extensions: [],
  };
  return certificateFrom(parts, key);
}
