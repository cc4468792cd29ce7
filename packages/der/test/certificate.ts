import { type BitString, bytesOf, type DerElement, DerReader, type DerTime, Tag } from '@quorate/der';

/** Every field of a certificate and every extension's header, as a schema for RFC 5280, 4.1 asks for them. */
export interface Certificate {
  readonly tbs: Uint8Array;
  readonly version: number;
  readonly serialNumber: Uint8Array;
  readonly innerAlgorithm: Algorithm;
  readonly issuer: Name;
  readonly notBefore: DerTime;
  readonly notAfter: DerTime;
  readonly subject: Name;
  readonly keyAlgorithm: Algorithm;
  readonly key: Uint8Array;
  readonly extensions: readonly { id: string; critical: boolean; value: Uint8Array }[];
  readonly outerAlgorithm: Algorithm;
  readonly signature: BitString;
}

type Name = readonly (readonly [type: string, value: string])[][];
interface Algorithm {
  readonly id: string;
  readonly parameters: DerElement | null;
}

export function readCertificate(bytes: Uint8Array): Certificate {
  const outer = DerReader.of(bytes);
  const fields = outer.sequence();
  outer.finish();
  const whole = fields.element(Tag.SEQUENCE);
  const tbs = fields.inside(whole);
  const versionField = tbs.optional(0xa0);
  let version = 0;
  if (versionField !== null) {
    const inner = tbs.inside(versionField);
    version = inner.smallInteger(1, 2);
    inner.finish();
  }
  const serialNumber = tbs.integerBytes();
  const innerAlgorithm = readAlgorithm(tbs);
  const issuer = readName(tbs);
  const validity = tbs.sequence();
  const notBefore = validity.time();
  const notAfter = validity.time();
  validity.finish();
  const subject = readName(tbs);
  const keyInfo = tbs.sequence();
  const keyAlgorithm = readAlgorithm(keyInfo);
  const key = keyInfo.bitStringBytes();
  keyInfo.finish();
  for (const tag of [0x81, 0x82]) tbs.optional(tag);
  const extensions = readExtensions(tbs);
  tbs.finish();
  const outerAlgorithm = readAlgorithm(fields);
  // Not `bitStringBytes`: one certificate of PKITS is badly signed just in that its signature is not whole octets.
  const signature = fields.bitString();
  fields.finish();
  return {
    tbs: bytesOf(whole),
    version,
    serialNumber,
    innerAlgorithm,
    issuer,
    notBefore,
    notAfter,
    subject,
    keyAlgorithm,
    key,
    extensions,
    outerAlgorithm,
    signature,
  };
}

function readAlgorithm(from: DerReader): Algorithm {
  const fields = from.sequence();
  const id = fields.oid();
  const parameters = fields.peek() === null ? null : fields.element();
  fields.finish();
  return { id, parameters };
}

function readName(from: DerReader): Name {
  const rdns = from.sequence();
  const name: [string, string][][] = [];
  while (rdns.peek() !== null) {
    const attributes = rdns.setOf().map((element): [string, string] => {
      const fields = rdns.inside(element);
      const attribute: [string, string] = [fields.oid(), fields.string()];
      fields.finish();
      return attribute;
    });
    name.push(attributes);
  }
  return name;
}

function readExtensions(tbs: DerReader): Certificate['extensions'] {
  const field = tbs.optional(0xa3);
  if (field === null) return [];
  const inner = tbs.inside(field);
  const list = inner.sequence();
  inner.finish();
  const extensions: { id: string; critical: boolean; value: Uint8Array }[] = [];
  while (list.peek() !== null) {
    const fields = list.sequence();
    const id = fields.oid();
    const critical = fields.peek() === Tag.BOOLEAN && fields.boolean();
    const value = fields.octetString();
    fields.finish();
    extensions.push({ id, critical, value });
  }
  return extensions;
}
