import { createHash } from 'node:crypto';
import { type ExtensionParts, extension, tbsWith } from '@quorate/certificates';
import {
  encodeSignatureAlgorithm,
  type ParameterSetName,
  type SignatureAlgorithm,
  signatureAlgorithmByName,
} from '@quorate/crypto';
import { postQuantum, postQuantumKeyPair, postQuantumSigner } from '@quorate/crypto/post-quantum';
import {
  DerReader,
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeTime,
  Tag,
} from '@quorate/der';
import { caExtensions, cn, NOW } from './pki.ts';

/** Whoever signs with a post-quantum key: certificates, CRLs and OCSP responses. */
export interface QuantumSigner {
  readonly spki: Uint8Array;
  /** SEQUENCE of what is signed, the algorithm, the signature, and what else is given. */
  signed(tbs: Uint8Array, ...rest: readonly Uint8Array[]): Promise<Uint8Array>;
  readonly identifier: Uint8Array;
}

/** The signer of this number; the same in every run. */
export function quantumSigner(name: ParameterSetName, seedSize: number, number: number): QuantumSigner {
  const algorithm: SignatureAlgorithm = signatureAlgorithmByName(name, { algorithms: postQuantum });
  const { pkcs8, spki } = postQuantumKeyPair(name, new Uint8Array(seedSize).fill(number));
  const signer = postQuantumSigner(pkcs8);
  const identifier = encodeSignatureAlgorithm(algorithm);
  return {
    spki,
    identifier,
    signed: async (tbs, ...rest) =>
      encodeSequence(tbs, identifier, encodeBitString(await signer.sign(tbs, algorithm)), ...rest),
  };
}

export interface QuantumParts {
  readonly subject: string;
  readonly issuer: string;
  readonly spki: Uint8Array;
  readonly by: QuantumSigner;
  readonly serial?: number;
  /** Default: those of a CA. */
  readonly extensions?: readonly ExtensionParts[];
}

export function quantumCertificate({ subject, issuer, spki, by, serial = 1, extensions }: QuantumParts) {
  const parts = {
    version: 2,
    serialNumber: Uint8Array.of(serial),
    issuer: cn(issuer),
    subject: cn(subject),
    notBefore: { type: 'UTCTime', seconds: NOW - 1000 },
    notAfter: { type: 'UTCTime', seconds: NOW + 1000 },
    spki,
    extensions: extensions ?? caExtensions(),
  } as const;
  return by.signed(tbsWith(parts, by.identifier));
}

const utcTime = (seconds: number): Uint8Array => encodeTime({ type: 'UTCTime', seconds });
const generalizedTime = (seconds: number): Uint8Array => encodeTime({ type: 'GeneralizedTime', seconds });

/** A CRL of this issuer with these serial numbers. */
export function quantumCrl(issuer: string, by: QuantumSigner, serials: readonly number[]): Promise<Uint8Array> {
  const entries = serials.map((serial) => encodeSequence(encodeInteger(serial), utcTime(NOW - 500)));
  const number = encodeSequence(encodeOid('2.5.29.20'), encodeOctetString(encodeInteger(1)));
  return by.signed(
    encodeSequence(
      encodeInteger(1),
      by.identifier,
      cn(issuer),
      utcTime(NOW - 1000),
      utcTime(NOW + 1000),
      ...(entries.length === 0 ? [] : [encodeSequence(...entries)]),
      encodeExplicit(0, encodeSequence(number)),
    ),
  );
}

const sha1 = (octets: Uint8Array): Uint8Array => Uint8Array.from(createHash('sha1').update(octets).digest());

/** The content of the BIT STRING in a SubjectPublicKeyInfo. */
function keyBits(spki: Uint8Array): Uint8Array {
  const fields = DerReader.of(spki).sequence();
  fields.sequence();
  return fields.bitStringBytes();
}

/** An OCSP response, `good`, by a responder whose certificate is within. */
export async function quantumOcsp(
  issuer: { readonly name: string; readonly spki: Uint8Array },
  serial: number,
  responder: { readonly name: string; readonly by: QuantumSigner; readonly certificate: Uint8Array },
): Promise<Uint8Array> {
  const certId = encodeSequence(
    encodeSequence(encodeOid('1.3.14.3.2.26'), encodeElement(Tag.NULL)),
    encodeOctetString(sha1(cn(issuer.name))),
    encodeOctetString(sha1(keyBits(issuer.spki))),
    encodeInteger(serial),
  );
  const next = encodeExplicit(0, generalizedTime(NOW + 1000));
  const single = encodeSequence(certId, encodeElement(0x80), generalizedTime(NOW - 1000), next);
  const data = encodeSequence(
    encodeExplicit(1, cn(responder.name)),
    generalizedTime(NOW - 1000),
    encodeSequence(single),
  );
  const basic = await responder.by.signed(data, encodeExplicit(0, encodeSequence(responder.certificate)));
  const bytes = encodeSequence(encodeOid('1.3.6.1.5.5.7.48.1.1'), encodeOctetString(basic));
  return encodeSequence(Uint8Array.of(Tag.ENUMERATED, 1, 0), encodeExplicit(0, bytes));
}

/** Of a responder that its issuer has appointed, and whose own status need not be asked for. */
export const responderExtensions: readonly ExtensionParts[] = [
  extension.extKeyUsage(['1.3.6.1.5.5.7.3.9']),
  { oid: '1.3.6.1.5.5.7.48.1.5', value: encodeElement(Tag.NULL) },
];
