import { X509Certificate as NodeCertificate } from 'node:crypto';
import 'reflect-metadata';
import { X509Certificate as PeculiarCertificate } from '@peculiar/x509';
import { bytesOf, type DerElement, DerReader, Tag, walkDer } from '@quorate/der';
import { issuedCertificate } from '@quorate/vectors';
import { fromBER } from 'asn1js';
import jsrsasign from 'jsrsasign';
import forge from 'node-forge';
import { Certificate as PkijsCertificate } from 'pkijs';
import type { Benchmark } from './src/benchmark.ts';

/**
 * One whole certificate (758 bytes, RSA, issued under an SKA key) from its bytes, by each library's shortest way to all of
 * its fields. Some do more than ours (jsrsasign, node-forge and pkijs make objects of keys and extensions), some less: asn1js
 * reads no schema, node:crypto and @peculiar/x509 keep some fields for later.
 */
const bytes = issuedCertificate;
const buffer = Uint8Array.from(bytes).buffer;
const binary = Buffer.from(bytes).toString('binary');
const hex = Buffer.from(bytes).toString('hex');

function algorithm(from: DerReader): unknown {
  const fields = from.sequence();
  const value = { id: fields.oid(), parameters: fields.peek() === null ? null : fields.element() };
  fields.finish();
  return value;
}

function name(from: DerReader): unknown {
  const rdns = from.sequence();
  const rdn = (element: DerElement): unknown => {
    const fields = rdns.inside(element);
    const attribute = { type: fields.oid(), value: fields.string() };
    fields.finish();
    return attribute;
  };
  const list: unknown[] = [];
  while (rdns.peek() !== null) list.push(rdns.setOf().map(rdn));
  return list;
}

function extensions(tbs: DerReader): unknown {
  const field = tbs.optional(0xa3);
  const list: unknown[] = [];
  if (field === null) return list;
  const inner = tbs.inside(field);
  const sequence = inner.sequence();
  inner.finish();
  while (sequence.peek() !== null) {
    const fields = sequence.sequence();
    const id = fields.oid();
    const critical = fields.peek() === Tag.BOOLEAN && fields.boolean();
    list.push({ id, critical, value: fields.octetString() });
    fields.finish();
  }
  return list;
}

function version(tbs: DerReader): number {
  const field = tbs.optional(0xa0);
  if (field === null) return 0;
  const inner = tbs.inside(field);
  const value = inner.smallInteger(1, 2);
  inner.finish();
  return value;
}

function validity(tbs: DerReader): unknown {
  const fields = tbs.sequence();
  const value = { notBefore: fields.time(), notAfter: fields.time() };
  fields.finish();
  return value;
}

function keyInfo(tbs: DerReader): unknown {
  const fields = tbs.sequence();
  const value = { algorithm: algorithm(fields), key: fields.bitStringBytes() };
  fields.finish();
  return value;
}

/** Down to every field and every extension's header, with the rules of DER checked on each. */
function withSchema(): unknown {
  const outer = DerReader.of(bytes);
  const fields = outer.sequence();
  outer.finish();
  const whole = fields.element(Tag.SEQUENCE);
  const tbs = fields.inside(whole);
  const read = {
    tbs: bytesOf(whole),
    version: version(tbs),
    serialNumber: tbs.integerBytes(),
    innerAlgorithm: algorithm(tbs),
    issuer: name(tbs),
    validity: validity(tbs),
    subject: name(tbs),
    keyInfo: keyInfo(tbs),
    extensions: extensions(tbs),
  };
  tbs.finish();
  const signed = { read, algorithm: algorithm(fields), signature: fields.bitString() };
  fields.finish();
  return signed;
}

function ofJsrsasign(): unknown {
  const certificate = new jsrsasign.X509();
  certificate.readCertHex(hex);
  return certificate.getParam();
}

export default {
  title: 'one whole certificate',
  per: 'certificate',
  ours: 'DerReader, every field',
  subjects: {
    'DerReader, every field': withSchema,
    'walkDer, every element': () => walkDer(bytes) ?? bytes,
    'node:crypto X509Certificate': () => new NodeCertificate(bytes),
    'asn1js 4.0.0 fromBER': () => fromBER(buffer),
    'pkijs 4.0.0 fromBER': () => PkijsCertificate.fromBER(buffer),
    '@peculiar/x509 2.2.0': () => new PeculiarCertificate(buffer),
    'node-forge 1.4.3': () => forge.pki.certificateFromAsn1(forge.asn1.fromDer(binary)),
    'jsrsasign 11.1.5': ofJsrsasign,
  },
  goal: 200_000,
} satisfies Benchmark;
