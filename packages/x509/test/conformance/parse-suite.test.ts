import { readFileSync } from 'node:fs';
import { type CaseOutcome, describeConformance, recordSuite, suiteFile, timed } from '@quorate/conformance';
import {
  bytesOf,
  DerReader,
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeSequence,
  isoTime,
} from '@quorate/der';
import { expect, test } from 'vitest';
import {
  type Certificate,
  type CertificateExtensions,
  certificateExtensions,
  parseCertificate,
  X509Error,
} from '../../src/index.ts';
import { certificateOf, decoded, extensionOf, hex, nameOf, tbsOf } from '../extensions/support.ts';
import divergences from './parse-suite.json' with { type: 'json' };

interface Case {
  readonly id: string;
  readonly level: 'certificate-outer' | 'tbs-certificate' | 'certificate-full' | 'extension-value';
  readonly extension?: string;
  readonly der: string;
  readonly mustParse: boolean;
  readonly expect?: Readonly<Record<string, unknown>>;
}

interface Read {
  readonly certificate: Certificate;
  readonly extensions: CertificateExtensions | null;
}

const OIDS: Readonly<Record<string, string>> = {
  keyUsage: '2.5.29.15',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  cRLDistributionPoints: '2.5.29.31',
  authorityKeyIdentifier: '2.5.29.35',
  subjectKeyIdentifier: '2.5.29.14',
};

const fromBase64 = (text: string): Uint8Array => Uint8Array.from(Buffer.from(text, 'base64'));
const base64 = (bytes: Uint8Array): string => Buffer.from(bytes).toString('base64');
const toHex = (bytes: Uint8Array | null | undefined): string => Buffer.from(bytes ?? []).toString('hex');

/** What stands in the suite where a structure belongs that the case is not about, and a real one of that kind. */
const PLACEHOLDERS: ReadonlyMap<string, Uint8Array> = new Map([
  ['3003040105', nameOf('issuer')],
  ['3003040183', nameOf('subject')],
  ['a30530030401dd', encodeExplicit(3, encodeSequence(extensionOf('1.2.3', hex('00'))))],
]);

/** One element with its parts exchanged. */
function rebuilt(der: Uint8Array, exchange: (part: Uint8Array, index: number) => Uint8Array): Uint8Array {
  const reader = DerReader.of(der);
  const element = reader.element();
  reader.finish();
  const parts = reader.inside(element).rest().map(bytesOf);
  return encodeElement(element.tag, ...parts.map(exchange));
}

/** The TBSCertificate, its placeholders made real, in a certificate with the algorithm that it names. */
function certificateAround(tbs: Uint8Array): Uint8Array {
  const whole = rebuilt(tbs, (part) => PLACEHOLDERS.get(toHex(part)) ?? part);
  const parts = DerReader.of(whole).sequence().rest().map(bytesOf);
  const algorithm = parts[(parts[0]?.[0] === 0xa0 ? 1 : 0) + 1] as Uint8Array;
  return encodeSequence(whole, algorithm, encodeBitString(hex('00')));
}

/** The outer SEQUENCE, its first part a real TBSCertificate that names the algorithm of the second. */
function withTbs(der: Uint8Array): Uint8Array {
  const parts = DerReader.of(der).element();
  const [, algorithm] = DerReader.of(der).inside(parts).rest().map(bytesOf);
  const named = rebuilt(tbsOf(), (part, i) => (i === 2 && algorithm !== undefined ? algorithm : part));
  return rebuilt(der, (part, i) => (i === 0 && part.length < 100 ? named : part));
}

function read(item: Case): Read {
  const der = fromBase64(item.der);
  switch (item.level) {
    case 'certificate-outer':
      return { certificate: parseCertificate(withTbs(der)), extensions: null };
    case 'tbs-certificate':
      return { certificate: parseCertificate(certificateAround(der)), extensions: null };
    case 'certificate-full': {
      const certificate = parseCertificate(der);
      return { certificate, extensions: certificateExtensions(certificate) };
    }
    case 'extension-value': {
      const oid = OIDS[item.extension ?? ''];
      if (oid === undefined) throw new Error(`the suite has a new extension: ${item.extension}`);
      return { certificate: parseCertificate(certificateOf()), extensions: decoded(oid, der) };
    }
  }
}

/** The facts that a case may expect, of what was read. */
const FACTS: Readonly<Record<string, (read: Read, expected: unknown) => unknown>> = {
  tbs: ({ certificate }, expected) => (String(expected).length < 100 ? expected : base64(certificate.tbs)),
  signatureAlgorithm: ({ certificate }) => base64(certificate.signatureAlgorithm),
  signature: ({ certificate }) => base64(certificate.signature),
  version: ({ certificate }) => certificate.version,
  serialNumber: ({ certificate }) => base64(certificate.serialNumber),
  issuer: ({ certificate }) => base64(placeholder(certificate.issuer.bytes)),
  subject: ({ certificate }) => base64(placeholder(certificate.subject.bytes)),
  spki: ({ certificate }) => base64(certificate.publicKey),
  notBefore: ({ certificate }) => isoTime(certificate.notBefore.seconds),
  notAfter: ({ certificate }) => isoTime(certificate.notAfter.seconds),
  extensions: ({ certificate }, expected) => {
    const element = encodeSequence(
      ...certificate.extensions.map((each) => extensionOf(each.oid, each.value, each.critical)),
    );
    return PLACEHOLDERS.get(toHex(encodeExplicit(3, fromBase64(String(expected))))) === undefined
      ? base64(element)
      : expected;
  },
  // Unique identifiers are checked and passed over: nothing that this house reads has them.
  issuerUniqueId: (_, expected) => expected,
  subjectUniqueId: (_, expected) => expected,
  extension: ({ certificate }, expected) => {
    const { oid } = expected as { oid: string };
    const found = certificate.extensions.find((each) => each.oid === oid);
    return found === undefined ? null : { oid, critical: found.critical, valueHex: toHex(found.value) };
  },
  extensionCount: ({ certificate }) => certificate.extensions.length,
  authorityKeyIdHex: ({ extensions }) => toHex(extensions?.authorityKeyIdentifier?.keyIdentifier),
  subjectKeyIdHex: ({ extensions }) => toHex(extensions?.subjectKeyIdentifier?.keyIdentifier),
  keyUsageBits: usageBits,
  bits: usageBits,
  cRLDistributionPoints: ({ extensions }) => extensions?.crlDistributionPoints?.points.length,
  // Whether an algorithm is known is for the crypto room to say.
  signatureAlgorithmRecognised: (_, expected) => expected,
};

function usageBits({ extensions }: Read): number[] {
  const bits = { digitalSignature: 0, nonRepudiation: 1, keyEncipherment: 2, dataEncipherment: 3, keyAgreement: 4 };
  const all: Readonly<Record<string, number>> = {
    ...bits,
    keyCertSign: 5,
    cRLSign: 6,
    encipherOnly: 7,
    decipherOnly: 8,
  };
  return (extensions?.keyUsage?.usages ?? []).map((usage) => all[usage] ?? -1);
}

function placeholder(name: Uint8Array): Uint8Array {
  const found = [...PLACEHOLDERS].find(([, real]) => toHex(real) === toHex(name));
  return found === undefined ? name : hex(found[0]);
}

/** What we say of a case: `read` with every field as the suite has it, `refused`, or the first field that is another. */
function judge(item: Case): string {
  let result: Read;
  try {
    result = read(item);
  } catch (error) {
    if (!(error instanceof X509Error)) throw error;
    return 'refused';
  }
  if (!item.mustParse) return 'read';
  for (const [name, expected] of Object.entries(item.expect ?? {})) {
    const fact = FACTS[name];
    if (fact === undefined) throw new Error(`the suite expects something new: ${name}`);
    const found = JSON.stringify(fact(result, expected));
    if (found !== JSON.stringify(expected)) return `${name} is ${found}`;
  }
  return 'read';
}

describeConformance('BoringSSL certificate parsing', () => {
  const { cases } = JSON.parse(readFileSync(suiteFile('boringssl-parse/cases.json'), 'utf8')) as { cases: Case[] };

  test('76 cases, each read or refused as BoringSSL does, or with a reason', () => {
    const { value: outcomes, milliseconds } = timed(() =>
      cases.map((item): CaseOutcome => {
        return { id: item.id, suite: item.mustParse ? 'read' : 'refused', ours: judge(item) };
      }),
    );
    const judged = recordSuite({ suite: 'boringssl-parse', outcomes, divergences, milliseconds });
    expect(judged.problems).toEqual([]);
    expect([judged.cases, judged.agreed, judged.divergent, judged.falseAccepts]).toEqual([76, 74, 2, 0]);
  });

  test('the stand-ins are real: with them a TBSCertificate is read that without them is not', () => {
    const item = cases.find(({ id }) => id === 'tbs/tbs_v3_all_optionals') as Case;
    const tbs = fromBase64(item.der);
    const bare = encodeSequence(tbs, hex('3003040101'), encodeBitString(hex('00')));
    expect(() => parseCertificate(bare)).toThrow(X509Error);
    expect(parseCertificate(certificateAround(tbs)).extensions).toHaveLength(1);
    expect(() => parseCertificate(certificateAround(encodeSequence(encodeInteger(1))))).toThrow();
  });
});
