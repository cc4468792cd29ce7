import { readdirSync, readFileSync } from 'node:fs';
import { suiteFile } from '@quorate/conformance';
import { decodePem } from '@quorate/der';

/** One certificate of the suites: where it stands, and its bytes. */
export interface SuiteCertificate {
  readonly id: string;
  readonly der: Uint8Array;
}

interface Limbo {
  readonly testcases: readonly {
    readonly id: string;
    readonly trusted_certs: readonly string[];
    readonly untrusted_intermediates: readonly string[];
    readonly peer_certificate: string;
  }[];
}

interface Chains {
  readonly cases: readonly { readonly id: string; readonly chain: readonly string[] }[];
}

const json = (path: string): unknown => JSON.parse(readFileSync(suiteFile(path), 'utf8'));

function ofPkits(): SuiteCertificate[] {
  const folder = suiteFile('pkits/certs');
  return readdirSync(folder)
    .sort()
    .map((name) => ({ id: `pkits/${name}`, der: Uint8Array.from(readFileSync(`${folder}/${name}`)) }));
}

function ofPem(id: string, pems: readonly string[]): SuiteCertificate[] {
  return pems.flatMap((pem, i) => decodePem(pem).map(({ bytes }) => ({ id: `${id}#${i}`, der: bytes })));
}

function ofLimbo(): SuiteCertificate[] {
  return (json('limbo/limbo-2023-12.json') as Limbo).testcases.flatMap((item) =>
    ofPem(`limbo/${item.id}`, [...item.trusted_certs, ...item.untrusted_intermediates, item.peer_certificate]),
  );
}

function ofChains(): SuiteCertificate[] {
  return (json('boringssl-chain/cases.json') as Chains).cases.flatMap(({ id, chain }) =>
    ofPem(`boringssl-chain/${id}`, chain),
  );
}

interface Builder {
  readonly certs: Readonly<Record<string, string>>;
}

interface Crls {
  readonly cases: readonly { readonly id: string; readonly cert: string; readonly issuers: readonly string[] }[];
}

interface OcspResponses {
  readonly cases: readonly { readonly id: string; readonly cert: string; readonly issuer: string }[];
}

function ofBuilder(): SuiteCertificate[] {
  const { certs } = json('boringssl-path-builder/cases.json') as Builder;
  return Object.entries(certs).flatMap(([name, pem]) => ofPem(`boringssl-path-builder/${name}`, [pem]));
}

function ofRevocation(): SuiteCertificate[] {
  return [
    ...(json('boringssl-crl/cases.json') as Crls).cases.flatMap(({ id, cert, issuers }) =>
      ofPem(`boringssl-crl/${id}`, [cert, ...issuers]),
    ),
    ...(json('boringssl-ocsp/cases.json') as OcspResponses).cases.flatMap(({ id, cert, issuer }) =>
      ofPem(`boringssl-ocsp/${id}`, [cert, issuer]),
    ),
  ];
}

function ofZlint(): SuiteCertificate[] {
  const folder = suiteFile('zlint/certs');
  return readdirSync(folder)
    .sort()
    .flatMap((name) => ofPem(`zlint/${name}`, [readFileSync(`${folder}/${name}`, 'utf8')]));
}

/** Every different certificate of the suites that have whole ones, under the first place where it stands. */
export function suiteCertificates(): SuiteCertificate[] {
  const seen = new Set<string>();
  const all = [...ofPkits(), ...ofLimbo(), ...ofChains(), ...ofBuilder(), ...ofRevocation(), ...ofZlint()];
  return all.filter(({ der }) => {
    const text = Buffer.from(der).toString('base64');
    if (seen.has(text)) return false;
    seen.add(text);
    return true;
  });
}
