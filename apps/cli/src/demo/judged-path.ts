import { randomBytes } from 'node:crypto';
import { encodeSignatureAlgorithm, type Signer, signatureAlgorithmByName } from '@quorate/crypto';
import {
  encodeBitString,
  encodeElement,
  encodeExplicit,
  encodeInteger,
  encodeOctetString,
  encodeOid,
  encodeSequence,
  encodeSetOf,
  encodeTime,
  encodeUtf8String,
  Tag,
} from '@quorate/der';
import { assemble, buildTbsFromCsr } from '@quorate/issue';
import { lint, readLintObject } from '@quorate/lint';
import { reportOf } from '@quorate/report';
import { issuedCertificate } from '@quorate/vectors';
import { type PathReport, parsePeerName, verifyPath } from '@quorate/verify';
import { parseCertificate, parseTbsCertificate, purposeOid } from '@quorate/x509';
import { nodePlatform } from '../node-platform.ts';
import { type Act, check, text } from './act.ts';
import type { Ceremony } from './ceremony.ts';
import { softwareKey } from './software-key.ts';

const ALGORITHM = signatureAlgorithmByName('SHA256_WITH_ECDSA');
const NAME = 'demo.example';
const DAY = 86400;
/** RFC 5280, 5.1.2.4. */
const YEAR_2050 = 2_524_608_000;

/** Act 5: a certificate under the root of the ceremony: trusted, then revoked; and what rules say of a real one. */
export async function judgedPathAct(made: Ceremony, now: number): Promise<Act> {
  const leaf = await issueLeaf(made, now);
  const { serialNumber } = parseCertificate(leaf);
  const judge = (crl: Uint8Array, peer: string): PathReport =>
    verifyPath({
      target: leaf,
      anchors: [made.certificate],
      crls: [crl],
      time: now,
      purpose: purposeOid('serverAuth') ?? '',
      peer: parsePeerName(peer),
      platform: nodePlatform,
    });
  const [clean, listed] = [await crlOf(made, now, null), await crlOf(made, now, serialNumber)];
  const rules = lint(readLintObject('certificate', issuedCertificate), { sets: ['rfc5280'] });
  return {
    title: 'Is it to be trusted: a path, and what breaks it',
    parts: [
      text(`The root of the ceremony issues a certificate for ${NAME}, and a CRL. A path by RFC 5280, section 6:`),
      check(`the certificate, for ${NAME}, on the day of issue`, judge(clean, NAME)),
      check('the same for another name', failures(judge(clean, 'other.example')), 'fail'),
      check('the same with a CRL that lists it', failures(judge(listed, NAME)), 'fail'),
      text('And what the rules of RFC 5280 say of the certificate that a real CA returned:'),
      check('the certificate of January 2024, by rules of lint', failures(rules), 'fail'),
    ],
  };
}

function failures({ findings }: { readonly findings: PathReport['findings'] }): ReturnType<typeof reportOf> {
  return reportOf(findings.filter(({ outcome }) => outcome === 'fail'));
}

async function issueLeaf({ ca, certificate }: Ceremony, now: number): Promise<Uint8Array> {
  const profile = {
    subject: [{ type: 'commonName', value: NAME }],
    notBefore: now,
    notAfter: now + 90 * DAY,
    serialNumber: Uint8Array.of(1, ...randomBytes(15)),
    signatureAlgorithm: ALGORITHM,
    basicConstraints: null,
    keyUsage: ['digitalSignature'],
    extendedKeyUsage: ['serverAuth'],
    subjectAltName: [{ type: 'dNSName', value: NAME }],
  } as const;
  const tbs = buildTbsFromCsr({ profile, csr: await csrOf(softwareKey()), issuer: certificate });
  return assemble({ tbs, algorithm: ALGORITHM, signature: await ca.sign(tbs, ALGORITHM), issuerKey: ca.publicKey });
}

async function csrOf(owner: Signer): Promise<Uint8Array> {
  const name = encodeSequence(encodeSetOf(encodeSequence(encodeOid('2.5.4.3'), encodeUtf8String(NAME))));
  return signed(encodeSequence(encodeInteger(0), name, owner.publicKey, encodeElement(0xa0)), owner);
}

/** A CRL of the root (RFC 5280, 5.1), with one entry or none. */
async function crlOf({ ca, tbs }: Ceremony, now: number, revoked: Uint8Array | null): Promise<Uint8Array> {
  const { subject } = parseTbsCertificate(tbs);
  const time = (seconds: number): Uint8Array =>
    encodeTime({ type: seconds < YEAR_2050 ? 'UTCTime' : 'GeneralizedTime', seconds });
  const entries =
    revoked === null ? [] : [encodeSequence(encodeSequence(encodeElement(Tag.INTEGER, revoked), time(now)))];
  const number = encodeSequence(encodeOid('2.5.29.20'), encodeOctetString(encodeInteger(1)));
  const list = encodeSequence(
    encodeInteger(1),
    encodeSignatureAlgorithm(ALGORITHM),
    subject.bytes,
    time(now),
    time(now + DAY),
    ...entries,
    encodeExplicit(0, encodeSequence(number)),
  );
  return signed(list, ca);
}

async function signed(content: Uint8Array, signer: Signer): Promise<Uint8Array> {
  const signature = await signer.sign(content, ALGORITHM);
  return encodeSequence(content, encodeSignatureAlgorithm(ALGORITHM), encodeBitString(signature));
}
