import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parsePublicKey, signatureAlgorithmOfDer, verifySignature } from '@quorate/crypto';
import { type PathRequest, verifyPath } from '@quorate/verify';
import { parseCertificate } from '@quorate/x509';
import { CertificateChainValidationEngine, Certificate as PkijsCertificate } from 'pkijs';
import type { Benchmark } from './src/benchmark.ts';
import { sameNamedCas } from './src/same-named-cas.ts';
import { nodePlatform, type ThreeCertificates, threeCertificates } from './src/three-certificates.ts';

/** A path of three certificates: what it costs beside its two signatures, and beside pkijs. */
function path(kind: 'RSA-2048' | 'P-256'): Benchmark {
  const three = threeCertificates(kind);
  const { root, ca, leaf, request } = three;
  const read: PathRequest = {
    ...request,
    target: parseCertificate(leaf),
    anchors: [parseCertificate(root)],
    intermediates: [parseCertificate(ca)],
  };
  for (const each of [request, read]) expectPass({ ...each, platform: nodePlatform() });
  expectPass(request);
  return {
    title: `a path of three certificates, ${kind}`,
    per: 'path',
    ours: 'verifyPath, node:crypto',
    subjects: {
      'two signatures alone, node:crypto': () => three.bare(),
      'two signatures alone, keys as JWK': () => three.bareJwk(),
      'verifyPath, node:crypto': () => verifyPath({ ...request, platform: nodePlatform() }),
      'the same, certificates read before': () => verifyPath({ ...read, platform: nodePlatform() }),
      'verifyPath, signatures taken as good': () => verifyPath({ ...request, platform: () => true }),
      'two signatures alone, pure': pureSignatures(three),
      'verifyPath, pure': () => verifyPath(request),
      'pkijs 4.0.0 (WebCrypto)': () => ofPkijs(three),
    },
    bounds: [
      { subject: 'verifyPath, node:crypto', against: 'two signatures alone, node:crypto', atMost: 1.25 },
      { subject: 'the same, certificates read before', against: 'two signatures alone, node:crypto', atMost: 1.25 },
      { subject: 'verifyPath, signatures taken as good', against: 'verifyPath, pure', atMost: 0.05 },
    ],
  };
}

function expectPass(request: PathRequest): void {
  const { verdict, findings } = verifyPath(request);
  if (verdict !== 'pass') throw new Error(`the path of the benchmark is no good: ${JSON.stringify(findings)}`);
}

/** Both signatures by this project's own arithmetic, each with its key read from DER. */
function pureSignatures({ root, ca, leaf }: ThreeCertificates): () => boolean {
  const signed = [
    [parseCertificate(ca), parseCertificate(root).publicKey],
    [parseCertificate(leaf), parseCertificate(ca).publicKey],
  ] as const;
  return () =>
    signed.every(([{ tbs, signature, signatureAlgorithm }, spki]) => {
      const algorithm = signatureAlgorithmOfDer(signatureAlgorithm);
      return verifySignature({ algorithm, key: parsePublicKey(spki), data: tbs, signature }).valid;
    });
}

async function ofPkijs({ root, ca, leaf, request }: ThreeCertificates): Promise<unknown> {
  const read = (der: Uint8Array) => PkijsCertificate.fromBER(Uint8Array.from(der).buffer);
  const engine = new CertificateChainValidationEngine({
    trustedCerts: [read(root)],
    certs: [read(ca), read(leaf)],
    checkDate: new Date(request.time * 1000),
  });
  const { result } = await engine.verify();
  if (!result) throw new Error('pkijs finds no path');
  return result;
}

/** The cases of x509-limbo that are made to take long. Of two of them pkijs never comes to an end. */
function pathological(): Benchmark | null {
  const file = resolve(process.env['QUORATE_CONFORMANCE'] || '../shared/conformance', 'limbo/limbo-2023-12.json');
  if (!existsSync(file)) {
    process.stderr.write(`bench: without ${file}\n`);
    return null;
  }
  const cases = (JSON.parse(readFileSync(file, 'utf8')).testcases as LimboCase[]).filter(({ id }) =>
    id.startsWith('pathological::'),
  );
  const subjects = Object.fromEntries(cases.map((item) => [item.id, () => verifyPath(limboRequest(item))]));
  for (const item of cases) {
    const { verdict } = verifyPath(limboRequest(item));
    if ((verdict === 'pass') !== (item.expected_result === 'SUCCESS')) throw new Error(`${item.id}: ${verdict}`);
  }
  return {
    title: 'what x509-limbo calls pathological, pure arithmetic',
    per: 'path',
    ours: cases[0]?.id ?? '',
    subjects,
    bounds: cases.map(({ id }) => ({ subject: id, atMost: 100 })),
  };
}

interface LimboCase {
  readonly id: string;
  readonly trusted_certs: readonly string[];
  readonly untrusted_intermediates: readonly string[];
  readonly peer_certificate: string;
  readonly validation_time: string | null;
  readonly max_chain_depth: number | null;
  readonly expected_result: string;
}

function limboRequest(item: LimboCase): PathRequest {
  const der = (pem: string) => Uint8Array.from(Buffer.from(pem.replace(/-----[^-]*-----/g, ''), 'base64'));
  return {
    target: der(item.peer_certificate),
    anchors: item.trusted_certs.map(der),
    intermediates: item.untrusted_intermediates.map(der),
    time: Date.parse(item.validation_time ?? '2024-01-01T00:00:00Z') / 1000,
    ...(item.max_chain_depth === null ? {} : { maxDepth: Math.min(item.max_chain_depth, 100) }),
  };
}

/** A thousand CAs of one name and different keys, one of which signed: found by its key identifier, or not in the budget. */
function thousand(): Benchmark {
  const [byIdentifier, without] = [sameNamedCas(1000, true), sameNamedCas(1000, false)];
  expectPass({ ...byIdentifier, platform: nodePlatform() });
  const { verdict } = verifyPath({ ...without, platform: nodePlatform() });
  if (verdict !== 'incomplete') throw new Error(`without key identifiers: ${verdict}`);
  const bound = (subject: string) => ({ subject, atMost: 500 });
  const names = ['by key identifier, node:crypto', 'by key identifier, pure', 'no identifier, node:crypto'] as const;
  return {
    title: '1,000 intermediates with one subject name',
    per: 'path',
    ours: names[0],
    subjects: {
      [names[0]]: () => verifyPath({ ...byIdentifier, platform: nodePlatform() }),
      [names[1]]: () => verifyPath(byIdentifier),
      [names[2]]: () => verifyPath({ ...without, platform: nodePlatform() }),
    },
    bounds: names.map(bound),
  };
}

export default [path('RSA-2048'), path('P-256'), pathological(), thousand()].filter((each) => each !== null);
