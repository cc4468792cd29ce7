import { extension, tbsWith } from '@quorate/certificates';
import { digest, type ParameterSetName, type SignatureAlgorithm, signatureAlgorithmByName } from '@quorate/crypto';
import { mlDsa, postQuantum, slhDsa } from '@quorate/crypto/post-quantum';
import { DerReader, encodeInteger, encodeSequence } from '@quorate/der';
import type { Report } from '@quorate/report';
import { type Certificate, parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  type CertificateRequest,
  checkCertificateAgainstRequest,
  checkCsr,
  checkCsrInfo,
  checkReturnedCertificate,
  checkReturnedCsr,
  checkTbsAgainstRequest,
  NOTHING_ASKED,
} from '../../src/request/index.ts';
import { type QuantumSigner, quantumSigner } from '../path/support/post-quantum.ts';
import {
  caName,
  findingNamed,
  idsOf,
  leafName,
  leafParts,
  leafRequest,
  rootParts,
  rootRequest,
} from './support/story.ts';

const algorithms = postQuantum;
/** SHA-1 of the bits of the key. */
const keyIdentifier = (spki: Uint8Array): Uint8Array => {
  const fields = DerReader.of(spki).sequence();
  fields.sequence().rest();
  return digest('SHA-1', fields.bitStringBytes());
};
const named = (name: ParameterSetName): SignatureAlgorithm => signatureAlgorithmByName(name, { algorithms });

/** A CA with ML-DSA-65, and subjects of every sort of key. */
const ca = quantumSigner('ML-DSA-65', 32, 1);
const subjects = [
  ['ML-DSA-44', 32],
  ['ML-DSA-87', 32],
  ['SLH-DSA-SHA2-128f', 48],
] as const;
const leafKey = quantumSigner('ML-DSA-44', 32, 2);

const rootTbs = tbsWith(
  {
    ...rootParts,
    spki: ca.spki,
    extensions: [
      extension.basicConstraints(true, 1),
      extension.keyUsage([5, 6]),
      extension.subjectKeyIdentifier(keyIdentifier(ca.spki)),
    ],
  },
  ca.identifier,
);
const leafTbs = (spki: Uint8Array): Uint8Array =>
  tbsWith(
    {
      ...leafParts,
      spki,
      extensions: [
        extension.keyUsage([0, 2]),
        ...leafParts.extensions.slice(1, 2),
        extension.subjectKeyIdentifier(keyIdentifier(spki)),
        extension.authorityKeyIdentifier(keyIdentifier(ca.spki)),
      ],
    },
    ca.identifier,
  );
const infoOf = (by: QuantumSigner): Uint8Array =>
  encodeSequence(encodeInteger(0), leafName, by.spki, Uint8Array.of(0xa0, 0));

const asked: CertificateRequest = { ...leafRequest, publicKey: leafKey.spki, signatureAlgorithm: named('ML-DSA-65') };
const askedRoot: CertificateRequest = { ...rootRequest, publicKey: ca.spki, signatureAlgorithm: named('ML-DSA-65') };
const askedCsr: CertificateRequest = {
  ...NOTHING_ASKED,
  subject: { type: 'exact', bytes: leafName },
  publicKey: leafKey.spki,
  signatureAlgorithm: named('ML-DSA-44'),
};

let root: Certificate;
let leaf: Uint8Array;
let csr: Uint8Array;
beforeAll(async () => {
  root = parseCertificate(await ca.signed(rootTbs));
  leaf = await ca.signed(leafTbs(leafKey.spki));
  csr = await leafKey.signed(infoOf(leafKey));
});

const KEY_AND_SIGNATURE = ['public-key', 'signature-algorithm', 'signature'];

describe('with the algorithms given', () => {
  test('a certificate with an ML-DSA key, signed with ML-DSA, passes, self-signed or under its issuer', () => {
    for (const report of [
      checkReturnedCertificate(leaf, asked, { issuer: root, algorithms }),
      checkCertificateAgainstRequest(root, askedRoot, { algorithms }),
    ]) {
      expect([report.verdict, idsOf(report, 'warn')]).toEqual(['pass', []]);
      expect(findingNamed(report, 'certificate.signature').message).toContain('ML-DSA-65');
    }
    const { actual, expected } = findingNamed(
      checkReturnedCertificate(leaf, asked, { issuer: root, algorithms }),
      'certificate.public-key',
    );
    expect([actual, expected].map((text) => text?.slice(0, 18))).toEqual(['ML-DSA-44, SHA-256', 'ML-DSA-44, SHA-256']);
  });

  test.each(subjects)('a CSR proves possession of a key of %s', async (name, seed) => {
    const key = quantumSigner(name, seed, 7);
    const der = await key.signed(infoOf(key));
    const request = { ...askedCsr, publicKey: key.spki, signatureAlgorithm: named(name) };
    expect(checkReturnedCsr(der, request, { algorithms }).verdict).toBe('pass');
    expect(checkCsr(parseCertificationRequest(der), null, { algorithms }).verdict).toBe('pass');
  });

  test('a CSR signed by another, or with one bit changed, proves nothing', async () => {
    const foreign = await quantumSigner('ML-DSA-44', 32, 3).signed(infoOf(leafKey));
    const changed = csr.slice();
    changed.set([(changed.at(-100) ?? 0) ^ 1], changed.length - 100);
    for (const der of [foreign, changed]) {
      const report = checkReturnedCsr(der, askedCsr, { algorithms });
      expect(idsOf(report, 'fail')).toEqual(['csr.signature']);
      expect(findingNamed(report, 'csr.signature').message).toContain('does not verify (ML-DSA-44');
      // Nor does it where a certificate has its key from it.
      const keyFrom = parseCertificationRequest(der);
      const returned = checkReturnedCertificate(leaf, { ...asked, keyFrom }, { issuer: root, algorithms });
      expect(idsOf(returned, 'fail')).toEqual(['certificate.public-key']);
    }
    const keyFrom = parseCertificationRequest(csr);
    expect(checkReturnedCertificate(leaf, { ...asked, keyFrom }, { issuer: root, algorithms }).verdict).toBe('pass');
  });

  test('a certificate whose signature or key is another fails', async () => {
    const other = quantumSigner('ML-DSA-65', 32, 9);
    const forged = checkReturnedCertificate(await other.signed(leafTbs(leafKey.spki)), asked, {
      issuer: root,
      algorithms,
    });
    expect(idsOf(forged, 'fail')).toEqual(['certificate.signature']);
    const swapped = checkReturnedCertificate(await ca.signed(leafTbs(quantumSigner('ML-DSA-44', 32, 10).spki)), asked, {
      issuer: root,
      algorithms,
    });
    expect(idsOf(swapped, 'fail')).toEqual(['certificate.public-key']);
  });

  test('before anybody signs, all but the signature is judged', () => {
    const tbs = checkTbsAgainstRequest(leafTbs(leafKey.spki), asked, root, { algorithms });
    const info = checkCsrInfo(infoOf(leafKey), askedCsr, { algorithms });
    expect([tbs.verdict, info.verdict]).toEqual(['pass', 'pass']);
  });

  test.each([
    ['ML-DSA-44', 32, 'ML-DSA-87', 32, 'weaker'],
    ['ML-DSA-87', 32, 'ML-DSA-65', 32, 'stronger'],
    ['SLH-DSA-SHA2-128f', 48, 'SLH-DSA-SHAKE-256f', 96, 'weaker'],
    ['SLH-DSA-SHA2-128f', 48, 'SLH-DSA-SHA2-128s', 48, 'other'],
    ['SLH-DSA-SHA2-128f', 48, 'ML-DSA-44', 32, 'other'],
  ] as const)('a key and an algorithm of %1$s in the place of %3$s: %5$s', (is, seed, was, askedSeed, kind) => {
    const key = quantumSigner(is, seed, 4);
    const wanted = quantumSigner(was, askedSeed, 4);
    const tbs = tbsWith({ ...leafParts, spki: key.spki }, key.identifier);
    const request = { ...asked, publicKey: wanted.spki, signatureAlgorithm: named(was) };
    const report = checkTbsAgainstRequest(tbs, request, undefined, { algorithms });
    for (const id of ['certificate.public-key', 'certificate.signature-algorithm']) {
      const found = report.findings.find((finding) => finding.id === id);
      expect([id, found?.outcome, found?.differences?.map((each) => each.kind)]).toEqual([id, 'fail', [kind]]);
    }
  });
});

describe('without them', () => {
  const without = (): readonly (readonly [string, Report])[] => [
    ['certificate', checkReturnedCertificate(leaf, asked, { issuer: root })],
    ['certificate', checkReturnedCertificate(leaf, asked, { issuer: root, algorithms: slhDsa })],
    ['csr', checkReturnedCsr(csr, askedCsr)],
    ['csr', checkReturnedCsr(csr)],
    ['csr', checkReturnedCsr(csr, null, { algorithms: slhDsa })],
  ];

  test('key, algorithm and signature cannot be judged, which is a failure, and the advice says what to pass', () => {
    for (const [index, [room, report]] of without().entries()) {
      const failed = report.findings.filter(({ outcome }) => outcome === 'fail');
      expect(failed.map(({ id }) => id)).toEqual(KEY_AND_SIGNATURE.map((id) => `${room}.${id}`));
      const given = index === 1 || index === 4;
      for (const { action } of failed) {
        // Who gave some knows that there are such.
        expect(action?.includes('pass `algorithms`')).toBe(!given);
      }
    }
    const tbs = checkTbsAgainstRequest(leafTbs(leafKey.spki), asked, root);
    expect(idsOf(tbs, 'fail')).toEqual(['certificate.public-key', 'certificate.signature-algorithm']);
    expect(idsOf(checkCsrInfo(infoOf(leafKey), askedCsr), 'fail')).toEqual(['csr.public-key']);
  });

  test('one family is enough for who needs one', () => {
    expect(checkReturnedCertificate(leaf, asked, { issuer: root, algorithms: mlDsa }).verdict).toBe('pass');
  });

  test('what is always known needs none, and its faults keep their own advice', () => {
    const { action } = findingNamed(
      checkReturnedCertificate(
        leaf,
        { ...asked, subject: { type: 'exact', bytes: caName } },
        { issuer: root, algorithms },
      ),
      'certificate.subject',
    );
    expect(action).toContain('refuse it');
  });
});
