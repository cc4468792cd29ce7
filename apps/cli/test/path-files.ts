import {
  algorithmOf,
  certificateOf,
  type ExtensionParts,
  ecPair,
  extension,
  keyIdentifier,
  nameOf,
  type Pair,
  signed,
  utc,
} from '@quorate/certificates';
import {
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodePem,
  encodeSequence,
  encodeTime,
  Tag,
} from '@quorate/der';

const TIMES = { notBefore: utc('2024-01-01T00:00:00Z'), notAfter: utc('2034-01-01T00:00:00Z') };
/** keyCertSign, cRLSign. */
const CA = [extension.basicConstraints(true, null), extension.keyUsage([5, 6])];

interface Parts {
  readonly subject: string;
  readonly issuer: string;
  readonly key: Pair;
  readonly signer: Pair;
  readonly extensions: readonly ExtensionParts[];
  readonly times?: typeof TIMES;
}

function certificate({ subject, issuer, key, signer, extensions, times = TIMES }: Parts): Uint8Array {
  const name = (text: string): Uint8Array => nameOf(['2.5.4.3', text]);
  const identifiers = [
    extension.subjectKeyIdentifier(keyIdentifier(key.spki)),
    extension.authorityKeyIdentifier(keyIdentifier(signer.spki)),
  ];
  const parts = {
    version: 2,
    serialNumber: Uint8Array.of(...SERIAL, times.notBefore.seconds & 0x7f, subject.length),
    digest: 'sha256',
    spki: key.spki,
    extensions: [...extensions, ...identifiers],
    ...times,
  };
  return certificateOf({ ...parts, subject: name(subject), issuer: name(issuer) }, signer);
}

const SERIAL = Uint8Array.of(0x1f, 0x0c, 0x7b, 0xe2, 0xa9, 0xd4, 0xe6, 0x53);

/** A CRL without entries, or with one. */
function crl(issuer: string, signer: Pair, revoked: Uint8Array | null): Uint8Array {
  const time = (iso: string): Uint8Array => encodeTime(utc(iso));
  const entry = (serial: Uint8Array): Uint8Array =>
    encodeSequence(encodeElement(Tag.INTEGER, serial), time('2024-06-01T00:00:00Z'));
  const listExtension = (oid: string, value: Uint8Array): Uint8Array =>
    encodeSequence(encodeOid(oid), encodeOctetString(value));
  const tbs = encodeSequence(
    encodeInteger(1),
    algorithmOf(signer, 'sha256'),
    nameOf(['2.5.4.3', issuer]),
    time('2024-08-01T00:00:00Z'),
    time('2024-09-01T00:00:00Z'),
    ...(revoked === null ? [] : [encodeSequence(entry(revoked))]),
    encodeExplicit(
      0,
      encodeSequence(
        listExtension('2.5.29.35', encodeSequence(encodeElement(0x80, keyIdentifier(signer.spki)))),
        listExtension('2.5.29.20', encodeInteger(1)),
      ),
    ),
  );
  return signed(tbs, 'sha256', signer);
}

const pem = (der: Uint8Array): string => encodePem({ label: 'CERTIFICATE', bytes: der });

/**
 * A root, a CA, a server's certificate, an expired CA of the same name and key, another root; CRLs of root and CA, and one
 * of the CA that revokes the server.
 */
export function pathFiles(): Record<string, string> {
  const [root, ca, leaf, other] = [ecPair(), ecPair(), ecPair(), ecPair()];
  const server = [extension.subjectAltName('server.example'), extension.extKeyUsage(['1.3.6.1.5.5.7.3.1'])];
  const expired = { notBefore: utc('2014-01-01T00:00:00Z'), notAfter: utc('2020-01-01T00:00:00Z') };
  const authority = { subject: 'An issuing CA', issuer: 'A root', key: ca, signer: root, extensions: CA };
  const files = {
    'root.pem': certificate({ subject: 'A root', issuer: 'A root', key: root, signer: root, extensions: CA }),
    'ca.pem': certificate(authority),
    'expired.pem': certificate({ ...authority, times: expired }),
    'leaf.pem': certificate({
      subject: 'A server',
      issuer: 'An issuing CA',
      key: leaf,
      signer: ca,
      extensions: server,
    }),
    'other.pem': certificate({
      subject: 'Another root',
      issuer: 'Another root',
      key: other,
      signer: other,
      extensions: CA,
    }),
  };
  const serial = Uint8Array.of(...SERIAL, TIMES.notBefore.seconds & 0x7f, 'A server'.length);
  const crls = {
    'root.crl': crl('A root', root, null),
    'ca.crl': crl('An issuing CA', ca, null),
    'revoked.crl': crl('An issuing CA', ca, serial),
  };
  return {
    ...Object.fromEntries(Object.entries(files).map(([name, der]) => [name, pem(der)])),
    ...Object.fromEntries(Object.entries(crls).map(([name, bytes]) => [name, encodePem({ label: 'X509 CRL', bytes })])),
  };
}
