import { readFileSync } from 'node:fs';
import { suiteFile } from '@quorate/conformance';
import { signatureAlgorithms } from '../../src/algorithm-table.ts';
import { encodeBlsKey } from '../../src/bls-encoding.ts';
import { pssAlgorithm } from '../../src/identified-algorithms.ts';
import {
  encodeSignatureAlgorithm,
  isDigestName,
  type KeyType,
  type SignatureAlgorithm,
  signatureAlgorithmByName,
  signatureAlgorithmOfDer,
} from '../../src/index.ts';
import { mlDsa } from '../../src/post-quantum/index.ts';
import { fromHex } from './hex.ts';

export type Answer = 'valid' | 'invalid' | 'acceptable';

/** One case of the suite. */
export interface Case {
  readonly tcId: number;
  readonly comment: string;
  readonly flags: readonly string[];
  readonly data: Uint8Array;
  readonly signature: Uint8Array;
  readonly result: Answer;
}

/** Cases with one key and one algorithm. `algorithm` is null when this package has none for them. */
export interface Group {
  readonly spki: Uint8Array | null;
  readonly algorithm: SignatureAlgorithm | null;
  readonly cases: readonly Case[];
}

type Json = Readonly<Record<string, unknown>>;

/** How the groups of one schema name their key and algorithm. A schema that is not here stops the run. */
const schemas: Readonly<Record<string, (group: Json, suite: Json) => Omit<Group, 'cases'>>> = {
  'ecdsa_verify_schema_v1.json': (group) => withDer(group, 'EcdsaVerify', byDigest(group, 'ec')),
  'ecdsa_bitcoin_verify_schema.json': (group) => withDer(group, 'EcdsaBitcoinVerify', byDigest(group, 'ec')),
  'dsa_verify_schema_v1.json': (group) => withDer(group, 'DsaVerify', byDigest(group, 'dsa')),
  'eddsa_verify_schema_v1.json': (group) => withDer(group, 'EddsaVerify', signatureAlgorithmByName('EDDSA')),
  'rsassa_pkcs1_verify_schema_v1.json': (group) => withDer(group, 'RsassaPkcs1Verify', byDigest(group, 'rsa')),
  'rsassa_pss_verify_schema_v1.json': (group) => withDer(group, 'RsassaPssVerify', pss(group)),
  'rsassa_pss_with_parameters_verify_schema.json': (group) =>
    withDer(group, 'RsassaPssWithParametersVerify', pss(group)),
  'bls_sig_verify_schema.json': (group) => {
    expectText(group['type'], ['BlsSigVerify']);
    expectText(group['ciphersuite'], ['BLS_SIG_BLS12381G2_XMD:SHA-256_SSWU_RO_NUL_']);
    const point = fromHex(text((group['publicKey'] as Json)['pk']));
    return { spki: encodeBlsKey(point), algorithm: signatureAlgorithmByName('BLS') };
  },
  // A case may have a context (`ctx`), which is passed over: signatures of certificates have none.
  'mldsa_verify_schema.json': (group, suite) =>
    withDer(group, 'MlDsaVerify', signatureAlgorithmByName(text(suite['algorithm']), { algorithms: mlDsa })),
};

/** Reads a file of the suite, strictly: whatever is not as expected throws. */
export function readWycheproof(file: string): Group[] {
  const suite = JSON.parse(readFileSync(suiteFile(`wycheproof/${file}`), 'utf8')) as Json;
  const readGroup = schemas[text(suite['schema'])];
  if (readGroup === undefined) throw new Error(`${file}: unknown schema ${String(suite['schema'])}`);
  const groups = list(suite['testGroups']).map((group): Group => {
    return { ...readGroup(group, suite), cases: list(group['tests']).map(readCase) };
  });
  const total = groups.reduce((sum, group) => sum + group.cases.length, 0);
  if (total !== suite['numberOfTests'])
    throw new Error(`${file}: ${total} cases, not ${String(suite['numberOfTests'])}`);
  return groups;
}

function readCase(test: Json): Case {
  if (typeof test['tcId'] !== 'number' || !Array.isArray(test['flags'])) throw new Error('not a Wycheproof case');
  return {
    tcId: test['tcId'],
    comment: text(test['comment']),
    flags: test['flags'].map(text),
    data: hex(test['msg']),
    signature: hex(test['sig']),
    result: expectText(test['result'], ['valid', 'invalid', 'acceptable']) as Answer,
  };
}

function withDer(group: Json, type: string, algorithm: SignatureAlgorithm | null): Omit<Group, 'cases'> {
  expectText(group['type'], [type]);
  return { spki: hex(group['publicKeyDer']), algorithm };
}

function byDigest(group: Json, keyType: KeyType): SignatureAlgorithm | null {
  const name = text(group['sha']);
  return (
    signatureAlgorithms.find((row) => row.keyTypes.includes(keyType) && row.pss === null && row.digest === name) ?? null
  );
}

/** By way of the AlgorithmIdentifier, so that its encoder and reader are on the path too. */
function pss(group: Json): SignatureAlgorithm | null {
  const [digest, mgfDigest, saltLength] = [text(group['sha']), text(group['mgfSha']), group['sLen']];
  if (expectText(group['mgf'], ['MGF1', 'SHAKE128']) !== 'MGF1') return null;
  if (!isDigestName(digest) || !isDigestName(mgfDigest) || typeof saltLength !== 'number') return null;
  return signatureAlgorithmOfDer(encodeSignatureAlgorithm(pssAlgorithm({ digest, mgfDigest, saltLength })));
}

function text(value: unknown): string {
  if (typeof value !== 'string') throw new Error(`expected text, found ${typeof value}`);
  return value;
}

function expectText(value: unknown, allowed: readonly string[]): string {
  const found = text(value);
  if (!allowed.includes(found)) throw new Error(`expected ${allowed.join(' or ')}, found ${found}`);
  return found;
}

function hex(value: unknown): Uint8Array {
  const digits = text(value);
  if (!/^([0-9a-f]{2})*$/.test(digits)) throw new Error('expected hexadecimal text');
  return fromHex(digits);
}

function list(value: unknown): Json[] {
  if (!Array.isArray(value)) throw new Error('expected an array');
  return value as Json[];
}
