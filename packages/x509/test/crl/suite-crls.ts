import { readdirSync, readFileSync } from 'node:fs';
import { suiteFile } from '@quorate/conformance';
import { decodePem } from '@quorate/der';

/** One CRL of the suites. */
export interface SuiteCrl {
  /** `pkits`, `zlint` and the file, or `boringssl-crl` and the case. */
  readonly id: string;
  readonly der: Uint8Array;
}

function folder(path: string, read: (file: string) => Uint8Array): SuiteCrl[] {
  const place = suiteFile(path);
  return readdirSync(place)
    .sort()
    .map((name) => ({ id: `${path.split('/')[0]} ${name}`, der: read(`${place}/${name}`) }));
}

/** All CRLs of the suites: of PKITS, of zlint and of BoringSSL's tests of CRLs. */
export function suiteCrls(): SuiteCrl[] {
  const { cases } = JSON.parse(readFileSync(suiteFile('boringssl-crl/cases.json'), 'utf8')) as {
    readonly cases: readonly { readonly id: string; readonly crl: string }[];
  };
  return [
    ...folder('pkits/crls', (file) => Uint8Array.from(readFileSync(file))),
    ...folder('zlint/crls', (file) => decodePem(readFileSync(file, 'utf8'))[0]?.bytes as Uint8Array),
    ...cases.map(({ id, crl }) => ({ id: `boringssl-crl ${id}`, der: Uint8Array.from(Buffer.from(crl, 'base64')) })),
  ];
}
