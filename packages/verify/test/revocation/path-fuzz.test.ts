import { readdirSync, readFileSync } from 'node:fs';
import { describeConformance, suiteFile } from '@quorate/conformance';
import { decodePem, encodeOid } from '@quorate/der';
import {
  DEFAULT_LIMITS,
  type LabelledDer,
  type Limits,
  type PathReport,
  type PathRequest,
  verifyPath,
} from '@quorate/verify';
import { parseCertificate, parseCertificateList, parseOcspResponse, X509Error } from '@quorate/x509';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pkitsCases, pkitsRequest } from '../conformance/pkits.ts';
import { secondsOf, suiteJson } from '../conformance/read.ts';
import { credulousPlatform, nodePlatform } from '../path/support/platforms.ts';
import { type Random, randomOf } from '../path/support/small-cases.ts';
import { derOf } from './support/ask.ts';
import { type DerTree, derOfTree, mutated, partsOf, treeOf } from './support/der-tree.ts';

/** 50,000 in the test command, beside 100,000 certificates in path/fuzz.test.ts; a million by QUORATE_PATH_FUZZ. */
const RUNS = Number(process.env['QUORATE_PATH_FUZZ'] ?? 50_000);
const SEED = fc.readConfigureGlobal().seed ?? 1;

/** Where the signed part begins in a CRL, and ResponseData in an OCSP response; the extensions of a certificate. */
const WAYS = { crl: [0], ocsp: [1, 0, 1, 0, 0], certificate: [0, 7] } as const;

interface Case {
  readonly request: PathRequest;
  readonly crls: readonly Material[];
  readonly ocsp: readonly Material[];
}

/** A CRL or response as it is, and as a tree. */
interface Material {
  readonly given: LabelledDer;
  readonly tree: DerTree;
}

const material = (der: Uint8Array): Material => ({ given: { der, label: 'as it was' }, tree: treeOf(der) });
const DSA = Buffer.from(encodeOid('1.2.840.10040.4.1'));

/** The request with its certificates read; none with a key of DSA, whose group takes long to check. */
function readOnce(request: PathRequest, crls: readonly Material[], ocsp: readonly Material[]): Case[] {
  try {
    const read = (der: unknown) => parseCertificate(der as Uint8Array);
    const target = read(request.target);
    const intermediates = (request.intermediates ?? []).map(read);
    const anchors = request.anchors.map(read);
    const all = [target, ...intermediates, ...anchors];
    if (all.some(({ publicKey }) => Buffer.from(publicKey).includes(DSA))) return [];
    return [{ request: { ...request, target, intermediates, anchors, revocation: 'hard' }, crls, ocsp }];
  } catch (cause) {
    if (cause instanceof X509Error) return [];
    throw cause;
  }
}

interface CrlCase {
  readonly crl: string;
  readonly cert: string;
  readonly issuers: readonly [string, ...string[]];
  readonly time: string;
}

interface OcspCase {
  readonly response: string;
  readonly cert: string;
  readonly issuer: string;
  readonly time: string;
}

/** Objects of the suites that can be read as trees: a few are no DER by design. */
const trees = (ders: readonly Uint8Array[]): Material[] =>
  ders.flatMap((der) => {
    try {
      return [material(der)];
    } catch {
      return [];
    }
  });

function pkits(): Case[] {
  return pkitsCases().flatMap((item) => {
    const { crls = [], ...request } = pkitsRequest(item);
    return readOnce(request, trees(crls as readonly Uint8Array[]), []);
  });
}

function boringssl(): Case[] {
  const crls = suiteJson<{ cases: readonly CrlCase[] }>('boringssl-crl/cases.json').cases;
  const ocsp = suiteJson<{ cases: readonly OcspCase[] }>('boringssl-ocsp/cases.json').cases;
  return [
    ...crls.flatMap(({ cert, issuers, time, crl }) => {
      const [anchor, ...others] = issuers.map(derOf) as [Uint8Array, ...Uint8Array[]];
      const request = { target: derOf(cert), anchors: [anchor], intermediates: others, time: secondsOf(time) };
      return readOnce(request, trees([derOf(crl)]), []);
    }),
    ...ocsp.flatMap(({ cert, issuer, time, response }) =>
      readOnce({ target: derOf(cert), anchors: [derOf(issuer)], time: secondsOf(time) }, [], trees([derOf(response)])),
    ),
  ];
}

/** CRLs and responses of the linter's corpus, the small ones. */
function zlint(folder: 'crls' | 'ocsp'): Material[] {
  const names = readdirSync(suiteFile(`zlint/${folder}`)).sort();
  const texts = names.map((name) => readFileSync(suiteFile(`zlint/${folder}/${name}`)));
  const ders = texts.map((text) =>
    text[0] === 0x30 ? Uint8Array.from(text) : (decodePem(text.toString('latin1'))[0]?.bytes ?? new Uint8Array()),
  );
  return trees(ders.filter(({ length }) => length > 0 && length < 3000));
}

const labelled = (der: Uint8Array): LabelledDer => ({ der, label: 'changed' });

describeConformance('mutated CRLs, OCSP responses and constraints', () => {
  const cases = [...pkits(), ...boringssl()];
  const crls = [...cases.flatMap((item) => item.crls), ...zlint('crls')];
  const ocsp = [...cases.flatMap((item) => item.ocsp), ...zlint('ocsp')];
  const constraining = cases.filter(({ request }) => (request.intermediates ?? []).length > 0);
  const extensions = cases.flatMap(({ request: { target, intermediates = [] } }) =>
    [target, ...intermediates].flatMap((certificate) =>
      'tbs' in certificate ? partsOf(treeOf(certificate.tbs)).filter(({ content }) => content.length < 300) : [],
    ),
  );
  const grafts = [...crls, ...ocsp].flatMap(({ tree }) => partsOf(tree).filter(({ content }) => content.length < 300));

  const changedOne = (random: Random, of: readonly Material[], pool: readonly Material[], way: readonly number[]) => {
    const at = random(of.length);
    return of.map(({ given, tree }, i) => {
      if (i !== at) return given;
      const base = random(8) === 0 ? (pool[random(pool.length)] as Material).tree : tree;
      try {
        return labelled(derOfTree(mutated(random, base, way, grafts)));
      } catch {
        // a tree of another shape: it is given as it is
        return labelled(derOfTree(base));
      }
    });
  };

  /** The certificate with something within its extensions changed. */
  const changedExtensions = (random: Random, der: Uint8Array): Uint8Array => {
    let tree = treeOf(der);
    const fields = tree.children?.[0]?.children ?? [];
    const at = fields.findIndex(({ tag }) => tag === 0xa3);
    if (at < 0) return der;
    const list = fields[at]?.children?.[0]?.children ?? [];
    for (let times = 1 + random(2); times > 0; times -= 1) {
      // The value of one extension, as its OCTET STRING has it.
      const which = random(list.length);
      const value = (list[which]?.children?.length ?? 1) - 1;
      tree = mutated(random, tree, [0, at, 0, which, value], extensions);
    }
    return derOfTree(tree);
  };

  function mutant(random: Random): PathRequest {
    if (random(3) === 0) {
      const { request } = constraining[random(constraining.length)] as Case;
      const intermediates = [...(request.intermediates ?? [])];
      const at = random(intermediates.length);
      const chosen = intermediates[at];
      if (chosen !== undefined && 'tbs' in chosen) intermediates[at] = changedExtensions(random, chosen.bytes);
      return { ...request, intermediates, revocation: 'off' };
    }
    const { request, ...given } = cases[random(cases.length)] as Case;
    return {
      ...request,
      crls: changedOne(random, given.crls, crls, WAYS.crl),
      ocspResponses: changedOne(random, given.ocsp, ocsp, WAYS.ocsp),
    };
  }

  test(`${RUNS} of them: reports within the limits, and never an exception, seed ${SEED}`, () => {
    const limits = Object.entries(DEFAULT_LIMITS) as [keyof Limits, number][];
    const verdicts: Record<string, number> = {};
    const ids: Record<string, number> = {};
    for (let run = 0; run < RUNS; run += 1) {
      const random = randomOf(SEED + run);
      try {
        const report = verifyPath({ ...mutant(random), platform: credulousPlatform });
        verdicts[report.verdict] = (verdicts[report.verdict] ?? 0) + 1;
        for (const [name, limit] of limits) if (report.spent[name] > limit) throw new Error(`${name} overspent`);
        for (const { id } of report.findings) ids[id] = (ids[id] ?? 0) + 1;
        // reads what is made when it is asked for
        if (run % 20 === 0) JSON.stringify(report);
      } catch (cause) {
        throw new Error(`run ${run} of seed ${SEED}`, { cause });
      }
    }
    process.stderr.write(`mutated CRLs, responses, constraints: ${JSON.stringify(verdicts)} ${JSON.stringify(ids)}\n`);
    expect(Object.keys(verdicts).sort()).toEqual(['fail', 'pass']);
    expect(Object.keys(ids)).toEqual(
      expect.arrayContaining([
        'revocation.malformed',
        'revocation.not-checked',
        'revocation.revoked',
        'revocation.status',
        'path.extension-malformed',
        'path.name-constraints',
        'path.policies',
        'path.unknown-critical-extension',
      ]),
    );
  }, 1_800_000);

  test('with real signatures, where the answer rests on it: no pass once a signed byte is another', () => {
    const judge = (
      item: Case,
      changed: { crls?: readonly LabelledDer[]; ocspResponses?: readonly LabelledDer[] },
    ): PathReport =>
      verifyPath({
        ...item.request,
        crls: item.crls.map(({ given }) => given),
        ocspResponses: item.ocsp.map(({ given }) => given),
        ...changed,
        platform: nodePlatform,
      });
    let [tried, passed] = [0, 0];
    const good = cases.filter((item) => judge(item, {}).verdict === 'pass');
    for (const [number, item] of good.entries()) {
      for (const kind of ['crls', 'ocsp'] as const) {
        for (const [at, { given, tree }] of item[kind].entries()) {
          const put = (...instead: readonly LabelledDer[]): PathReport => {
            const list = item[kind].flatMap((each, i) => (i === at ? instead : [each.given]));
            return judge(item, kind === 'crls' ? { crls: list } : { ocspResponses: list });
          };
          if (put().verdict === 'pass') continue;
          for (let run = 0; run < 24; run += 1) {
            const random = randomOf(SEED + number * 1000 + at * 100 + run);
            const der =
              run % 2 === 0
                ? derOfTree(mutated(random, tree, kind === 'crls' ? WAYS.crl : WAYS.ocsp, grafts))
                : flipped(random, given.der);
            const same = Buffer.from(der).includes(Buffer.from(signedOf(kind, given.der)));
            const { verdict } = put(labelled(der));
            tried += 1;
            if (verdict === 'pass') passed += 1;
            if (verdict === 'pass' && !same) expect.unreachable(Buffer.from(der).toString('hex'));
          }
        }
      }
    }
    process.stderr.write(`of ${good.length} cases: ${tried} changed, ${passed} of them in what is not signed\n`);
    expect(good.length).toBeGreaterThan(80);
    expect(tried).toBeGreaterThan(3000);
    expect(passed).toBeLessThan(tried / 10);
  }, 120_000);
});

const signedOf = (kind: 'crls' | 'ocsp', der: Uint8Array): Uint8Array =>
  kind === 'crls' ? parseCertificateList(der).tbs : (parseOcspResponse(der).basic?.tbs ?? der);

function flipped(random: Random, der: Uint8Array): Uint8Array {
  const bytes = der.slice();
  const at = random(bytes.length);
  bytes[at] = (bytes[at] as number) ^ (1 << random(8));
  return bytes;
}
