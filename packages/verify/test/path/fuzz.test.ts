import { describeConformance } from '@quorate/conformance';
import { bytesOf, DerReader, encodeElement, encodeExplicit, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { type CertificateInput, DEFAULT_LIMITS, type Limits, type PathRequest, verifyPath } from '@quorate/verify';
import { type Certificate, parseCertificate } from '@quorate/x509';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { limboCases, limboRequest } from '../conformance/limbo.ts';
import { pkitsCases, pkitsRequest } from '../conformance/pkits.ts';
import { credulousPlatform } from './support/platforms.ts';
import { type Random, randomOf } from './support/small-cases.ts';

/** 100,000 in the test command; a million by QUORATE_PATH_FUZZ. */
const RUNS = Number(process.env['QUORATE_PATH_FUZZ'] ?? 100_000);
const SEED = fc.readConfigureGlobal().seed ?? 1;

/** Octets changed, taken out, or put in. */
function scratched(random: Random, der: Uint8Array): Uint8Array {
  const bytes = der.slice();
  for (let times = 1 + random(3); times > 0; times -= 1) bytes[random(bytes.length)] = random(256);
  const at = random(bytes.length);
  switch (random(8)) {
    case 0:
      return bytes.subarray(0, at);
    case 1:
      return Uint8Array.of(...bytes.subarray(0, at), random(256), ...bytes.subarray(at));
    default:
      return bytes;
  }
}

/** The fields of a TBSCertificate, the extensions apart. */
interface Fields {
  readonly before: readonly Uint8Array[];
  readonly extensions: readonly Uint8Array[];
  readonly behind: Uint8Array;
}

function fieldsOf(der: Uint8Array): Fields | null {
  try {
    const outer = DerReader.of(der).sequence();
    const tbs = outer.sequence();
    const before: Uint8Array[] = [];
    const extensions: Uint8Array[] = [];
    while (tbs.offset < tbs.end) {
      const element = tbs.element();
      if (element.tag !== 0xa3) before.push(bytesOf(element));
      else {
        const list = tbs.inside(element).sequence();
        while (list.offset < list.end) extensions.push(bytesOf(list.element()));
      }
    }
    return { before, extensions, behind: der.subarray(outer.offset, outer.end) };
  } catch {
    return null;
  }
}

/** The certificate with some of its extensions, and some of another, one of them scratched within its value. */
function spliced(random: Random, own: Fields, other: Fields): Uint8Array {
  const extensions = [...own.extensions, ...other.extensions]
    .filter(() => random(3) > 0)
    .map((extension) => {
      if (random(6) > 0) return extension;
      const fields = DerReader.of(extension).sequence();
      const elements: Uint8Array[] = [];
      while (fields.offset < fields.end) elements.push(bytesOf(fields.element()));
      const value = elements.pop() as Uint8Array;
      const content = DerReader.of(value).octetString();
      const changed = content.length === 0 ? content : scratched(random, content);
      return encodeSequence(...elements, encodeElement(Tag.OCTET_STRING, changed));
    });
  const once = new Map(
    extensions.map((extension) => [Buffer.from(extension.subarray(2, 9)).toString('hex'), extension]),
  );
  const explicit = once.size === 0 ? [] : [encodeExplicit(3, encodeSequence(...once.values()))];
  return encodeSequence(encodeSequence(...own.before, ...explicit), own.behind);
}

interface ReadRequest extends PathRequest {
  readonly target: Certificate;
  readonly intermediates: readonly Certificate[];
  readonly anchors: readonly Certificate[];
}

/**
 * The request with its certificates read, so that only what is changed is read again and again. None with a key of DSA,
 * whose group takes longer to check than all the rest together; none with a large pool, or that cannot be read as it is.
 */
function readOnce({ crls: _, revocation: __, ...request }: PathRequest): ReadRequest | null {
  const read = (inputs: readonly unknown[] = []): Certificate[] =>
    inputs.map((der) => parseCertificate(der as Uint8Array));
  try {
    const [target, ...others] = read([request.target, ...(request.intermediates ?? []), ...request.anchors]) as [
      Certificate,
      ...Certificate[],
    ];
    if ([target, ...others].some(({ publicKey }) => Buffer.from(publicKey).includes(DSA))) return null;
    if (others.length > 5) return null;
    const intermediates = others.slice(0, request.intermediates?.length ?? 0);
    const anchors = others.slice(intermediates.length);
    return { ...request, platform: credulousPlatform, target, intermediates, anchors };
  } catch {
    return null;
  }
}

const DSA = Buffer.from(encodeOid('1.2.840.10040.4.1'));

describeConformance('mutated real certificates', () => {
  const suites = [...pkitsCases().map(pkitsRequest), ...limboCases().map((item) => limboRequest(item, 'none'))];
  const requests = suites.flatMap((request) => (request === null ? [] : (readOnce(request) ?? [])));
  const fields = requests.flatMap(({ intermediates, target, anchors }) =>
    [target, ...intermediates, ...anchors].flatMap(({ bytes }) => fieldsOf(bytes) ?? []),
  );

  const mutant = (random: Random, der: Uint8Array): Uint8Array => {
    const own = random(2) === 0 ? null : fieldsOf(der);
    return own === null ? scratched(random, der) : spliced(random, own, fields[random(fields.length)] as Fields);
  };

  function mutated(random: Random, request: ReadRequest): PathRequest {
    const changed = (list: readonly Certificate[]): CertificateInput[] => {
      const at = random(list.length);
      return list.map((certificate, i) => (i === at ? mutant(random, certificate.bytes) : certificate));
    };
    switch (random(4)) {
      case 0:
        return { ...request, anchors: changed(request.anchors) };
      case 1:
        return { ...request, target: mutant(random, request.target.bytes) };
      default:
        return { ...request, intermediates: changed(request.intermediates) };
    }
  }

  test(`${RUNS} of them: reports within the limits, and never an exception, seed ${SEED}`, () => {
    const counts: Record<string, number> = {};
    const ids = new Set<string>();
    const limits = Object.entries(DEFAULT_LIMITS) as [keyof Limits, number][];
    for (let run = 0; run < RUNS; run += 1) {
      const random = randomOf(SEED + run);
      const request = mutated(random, requests[random(requests.length)] as ReadRequest);
      const options = random(2) === 0 ? {} : { anchorChecks: { constraints: true }, explicitPolicy: true };
      try {
        const report = verifyPath({ ...request, ...options });
        counts[report.verdict] = (counts[report.verdict] ?? 0) + 1;
        for (const { id } of report.findings) ids.add(id);
        for (const [name, limit] of limits) if (report.spent[name] > limit) throw new Error(`${name} overspent`);
        // reads what is made when it is asked for
        if (run % 20 === 0) JSON.stringify(report);
      } catch (cause) {
        throw new Error(`run ${run} of seed ${SEED}`, { cause });
      }
    }
    process.stderr.write(`mutated certificates: ${JSON.stringify(counts)}, ${ids.size} ids\n`);
    expect(Object.keys(counts).sort()).toEqual(['fail', 'pass']);
    expect([...ids]).toEqual(
      expect.arrayContaining([
        'path.malformed',
        'path.extension-malformed',
        'path.certificate',
        'path.unknown-critical-extension',
        'path.policies',
      ]),
    );
  }, 1_800_000);
});
