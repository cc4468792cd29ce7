import { readFileSync } from 'node:fs';
import {
  certificateOf,
  type ExtensionParts,
  fixedEcPair,
  fixedEd25519Pair,
  generalName,
  nameOf,
  type Pair,
  pathExtension,
} from '@quorate/certificates';
import { conformanceFolder, suiteFile } from '@quorate/conformance';
import { encodeBoolean, encodeNamedBits, encodeSequence } from '@quorate/der';
import type { PathInput } from '../../src/paths.ts';

const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const POLICY = '1.3.6.1.4.1.55555.1';
const SERVER_AUTH = '1.3.6.1.5.5.7.3.1';
const NOW = 1_800_000_000;
const YEAR = 31_536_000;

const authority: readonly ExtensionParts[] = [
  { oid: '2.5.29.19', critical: true, value: encodeSequence(encodeBoolean(true)) },
  { oid: '2.5.29.15', critical: true, value: encodeNamedBits([5, 6]) },
];

interface Parts {
  readonly subject: string;
  readonly issuer: string;
  readonly key: Pair;
  readonly signer: Pair;
  readonly until?: number;
  readonly extensions: readonly ExtensionParts[];
}

function made({ subject, issuer, key, signer, until = NOW + YEAR, extensions }: Parts): Uint8Array {
  return certificateOf(
    {
      version: 2,
      serialNumber: Uint8Array.of(5),
      digest: 'sha256',
      issuer: nameOf(['2.5.4.3', issuer]),
      notBefore: { seconds: NOW - YEAR, type: 'UTCTime' },
      notAfter: { seconds: until, type: 'UTCTime' },
      subject: nameOf(['2.5.4.3', subject]),
      spki: key.spki,
      extensions,
    },
    signer,
  );
}

/** ECDSA above, Ed25519 below; with an expired CA, one with another key and one that leads nowhere beside. */
function madeInputs(): Record<string, PathInput> {
  const [root, ca, leaf, other] = [fixedEcPair(1), fixedEd25519Pair(2), fixedEcPair(3), fixedEcPair(4)];
  const policies = pathExtension.certificatePolicies([POLICY]);
  const constraints = pathExtension.nameConstraints([generalName.dns('example.com')]);
  const below = [...authority, policies, constraints];
  const names = pathExtension.subjectAltNames([generalName.dns('www.example.com')]);
  const anchor = made({ subject: 'Wurzel', issuer: 'Wurzel', key: root, signer: root, extensions: authority });
  const issuing = { subject: 'Müller CA', issuer: 'wurzel', key: ca, signer: root, extensions: below };
  const target = { subject: 'Blatt', issuer: 'MÜLLER  CA', key: leaf, signer: ca, extensions: [policies, names] };
  const input: PathInput = {
    target: base64(made(target)),
    anchors: [anchor, made({ ...issuing, subject: 'Nobody', signer: root })].map(base64),
    intermediates: [
      made(issuing),
      made({ ...issuing, until: NOW - 1 }),
      made({ ...issuing, key: other }),
      made({ ...issuing, issuer: 'Lost', signer: other }),
      Uint8Array.of(0x30, 0x01),
    ].map(base64),
    time: NOW,
    policies: [POLICY],
    purpose: SERVER_AUTH,
    peer: 'www.example.com',
  };
  const outside = [policies, pathExtension.subjectAltNames([generalName.dns('www.example.net')])];
  return {
    'made: a good path among bad ones': input,
    'made: a name that is constrained': { ...input, target: base64(made({ ...target, extensions: outside })) },
    'made: no anchor leads here': { ...input, anchors: input.anchors.slice(1) },
  };
}

interface PkitsCase {
  readonly id: string;
  readonly certs: readonly string[];
  readonly crls: readonly string[];
  readonly settings: { readonly time: string };
}

/** A case of PKITS, by its number in the document. */
function pkits(id: string): PathInput {
  const { cases } = JSON.parse(readFileSync(suiteFile('pkits/cases.json'), 'utf8')) as { cases: PkitsCase[] };
  const found = cases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`PKITS has no ${id}`);
  const read = (path: string): string => base64(readFileSync(suiteFile(`pkits/${path}`)));
  const [anchor = '', ...others] = found.certs;
  return {
    target: read(others.at(-1) ?? anchor),
    anchors: [read(anchor)],
    intermediates: others.slice(0, -1).map(read),
    crls: found.crls.map(read),
    time: Date.parse(found.settings.time) / 1000,
  };
}

interface LimboCase {
  readonly id: string;
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly validation_time: string | null;
}

function limbo(id: string): PathInput {
  const { testcases } = JSON.parse(readFileSync(suiteFile('limbo/limbo-2023-12.json'), 'utf8')) as {
    testcases: LimboCase[];
  };
  const found = testcases.find((each) => each.id === id);
  if (found === undefined) throw new Error(`x509-limbo has no ${id}`);
  const der = (pem: string): string => pem.replace(/-----[^-]*-----|\s/g, '');
  return {
    target: der(found.peer_certificate),
    anchors: found.trusted_certs.map(der),
    intermediates: found.untrusted_intermediates.map(der),
    time: Date.parse(found.validation_time ?? '2024-01-01T00:00:00Z') / 1000,
  };
}

/** The questions to be answered alike in Node and in a browser; those of the suites where these are. */
export function pathInputs(): Record<string, PathInput> {
  if (conformanceFolder() === null) return madeInputs();
  return {
    ...madeInputs(),
    'PKITS 4.1.1, valid signatures': pkits('4.1.1'),
    'PKITS 4.1.4, DSA': pkits('4.1.4'),
    'PKITS 4.4.3, a revoked certificate': pkits('4.4.3'),
    'limbo: two CAs that certify each other': limbo('pathological::intermediate-cycle-distinct-cas'),
    'limbo: a chain with an expired intermediate': limbo('pathological::multiple-chains-expired-intermediate'),
  };
}
