import { mlDsa, postQuantum, slhDsa } from '@quorate/crypto/post-quantum';
import { type PathReport, type PathRequest, verifyPath } from '@quorate/verify';
import { parseCertificate } from '@quorate/x509';
import { beforeAll, describe, expect, test } from 'vitest';
import { cn, keyOf, NOW, real } from './support/pki.ts';
import {
  quantumCertificate,
  quantumCrl,
  quantumOcsp,
  quantumSigner,
  responderExtensions,
} from './support/post-quantum.ts';

/** A root with ML-DSA-87, a CA with SLH-DSA, a CA with ML-DSA-65 below it, and a server with an EC key. */
const root = quantumSigner('ML-DSA-87', 32, 1);
const upper = quantumSigner('SLH-DSA-SHA2-128f', 48, 2);
const lower = quantumSigner('ML-DSA-65', 32, 3);
const { spki } = keyOf(99);
const certificates: Uint8Array[] = [];
let plain: Omit<PathRequest, 'algorithms'>;

beforeAll(async () => {
  certificates.push(
    await quantumCertificate({ subject: 'root', issuer: 'root', spki: root.spki, by: root }),
    await quantumCertificate({ subject: 'upper', issuer: 'root', spki: upper.spki, by: root, serial: 2 }),
    await quantumCertificate({ subject: 'lower', issuer: 'upper', spki: lower.spki, by: upper, serial: 3 }),
    await quantumCertificate({ subject: 'leaf', issuer: 'lower', spki, by: lower, serial: 4, extensions: [] }),
  );
  const [anchor, ca, sub, target] = certificates as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
  plain = { target, anchors: [anchor], intermediates: [ca, sub], time: NOW };
});

const ask = (more: Partial<PathRequest> = {}): PathReport => verifyPath({ ...plain, algorithms: postQuantum, ...more });
const failures = ({ findings }: PathReport) => findings.filter(({ outcome }) => outcome === 'fail');

describe('a path with ML-DSA and SLH-DSA', () => {
  test('is one, with the algorithms given', () => {
    const report = ask();
    expect([report.verdict, failures(report)]).toEqual(['pass', []]);
    expect(report.path.map(({ subject }) => subject)).toEqual(['CN=leaf', 'CN=lower', 'CN=upper', 'CN=root']);
    // That of SLH-DSA counts as two.
    expect(report.spent.signatureChecks).toBe(4);
  });

  test('is one below an anchor that is a name and a key', () => {
    expect(ask({ anchors: [{ name: cn('root'), publicKey: root.spki }] }).verdict).toBe('pass');
  });

  test('is none without them, and the finding says what to pass', () => {
    for (const anchors of [plain.anchors, [{ name: cn('root'), publicKey: root.spki }]]) {
      const report = ask({ algorithms: undefined, anchors });
      expect(report.verdict).toBe('fail');
      const told = [...failures(report), ...report.broken.map(({ finding }) => finding)];
      const unknown = told.filter(({ id }) => id === 'path.key-unsupported');
      expect(unknown.length).toBeGreaterThan(0);
      for (const { action } of unknown) expect(action).toContain('pass `algorithms`');
      expect(told.map(({ message }) => message).join()).toContain('2.16.840.1.101.3.4.3.');
    }
  });

  test('SLH-DSA, which takes long to verify, spends more of the budget', () => {
    const report = ask({ limits: { signatureChecks: 3 } });
    expect([report.verdict, report.findings.some(({ id }) => id === 'path.budget')]).toEqual(['incomplete', true]);
    expect(ask({ limits: { signatureChecks: 4 } }).verdict).toBe('pass');
  });

  test('is none with those of one family alone', () => {
    expect(ask({ algorithms: mlDsa }).verdict).toBe('fail');
    expect(ask({ algorithms: slhDsa }).verdict).toBe('fail');
  });

  test('what was read of a certificate without them is not kept for who has them, nor the reverse', () => {
    const read = certificates.map((der) => parseCertificate(der));
    const [anchor, ca, sub, target] = read as [(typeof read)[0], (typeof read)[0], (typeof read)[0], (typeof read)[0]];
    const objects = { target, anchors: [anchor], intermediates: [ca, sub] };
    const verdicts = [undefined, postQuantum, undefined, postQuantum].map(
      (algorithms) => ask({ ...objects, algorithms }).verdict,
    );
    expect(verdicts).toEqual(['fail', 'pass', 'fail', 'pass']);
  });

  test('is none when one bit of a signature is another', () => {
    for (const [index, der] of certificates.entries()) {
      if (index === 0) continue;
      const damaged = certificates.map((each) => (each === der ? each.slice() : each));
      const octets = damaged[index] as Uint8Array;
      octets.set([(octets.at(-200) ?? 0) ^ 1], octets.length - 200);
      const [anchor, ca, sub, target] = damaged as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];
      const report = ask({ anchors: [anchor], intermediates: [ca, sub], target });
      expect(report.verdict).toBe('fail');
      expect(report.broken.map(({ finding }) => finding.id)).toContain('path.signature');
    }
  });

  test('an identifier of ML-DSA in what a known key should have signed is an algorithm not known', async () => {
    const by = { ...lower, spki: keyOf(1).spki };
    const target = await quantumCertificate({ subject: 'leaf', issuer: 'ec', spki, by, extensions: [] });
    const anchors = [{ name: cn('ec'), publicKey: keyOf(1).spki }];
    const report = ask({ target, anchors, intermediates: [], algorithms: undefined });
    const [broken] = report.broken;
    expect(broken?.finding.id).toBe('path.signature-algorithm');
    expect(broken?.finding.action).toContain('pass `algorithms`');
    expect(ask({ target, anchors, intermediates: [] }).broken[0]?.finding.message).toContain('key mismatch');
  });

  test('mixes with other algorithms, and a target with an ML-DSA key needs nothing to be read', () => {
    const target = real({ subject: 'leaf', issuer: 'ec', key: 99, by: 1, spki: lower.spki });
    const anchors = [{ name: cn('ec'), publicKey: keyOf(1).spki }];
    expect(ask({ target, anchors, intermediates: [] }).verdict).toBe('pass');
    expect(ask({ target, anchors, intermediates: [], algorithms: undefined }).verdict).toBe('pass');
  });
});

describe('revocation with ML-DSA', () => {
  test('CRLs are read and verified', async () => {
    const good = [await quantumCrl('root', root, [9]), await quantumCrl('upper', upper, [])];
    expect(ask({ crls: [...good, await quantumCrl('lower', lower, [9])] }).verdict).toBe('pass');
    const revoked = ask({ crls: [...good, await quantumCrl('lower', lower, [4])] });
    expect(failures(revoked).map(({ id }) => id)).toContain('revocation.revoked');
    const foreign = ask({ crls: [...good, await quantumCrl('lower', root, [])] });
    expect(foreign.verdict).toBe('fail');
  });

  test('a responder with an ML-DSA key may answer for its issuer', async () => {
    const by = quantumSigner('ML-DSA-44', 32, 7);
    const issued = { subject: 'responder', issuer: 'lower', spki: by.spki, by: lower, serial: 8 };
    const certificate = await quantumCertificate({ ...issued, extensions: responderExtensions });
    const responder = { name: 'responder', by, certificate };
    const response = await quantumOcsp({ name: 'lower', spki: lower.spki }, 4, responder);
    const crls = [await quantumCrl('root', root, []), await quantumCrl('upper', upper, [])];
    const report = ask({ crls, ocspResponses: [response], revocation: 'hard' });
    expect([report.verdict, failures(report)]).toEqual(['pass', []]);
    const stranger = { ...responder, by: quantumSigner('ML-DSA-44', 32, 8) };
    const forged = await quantumOcsp({ name: 'lower', spki: lower.spki }, 4, stranger);
    expect(ask({ crls, ocspResponses: [forged], revocation: 'hard' }).verdict).toBe('fail');
  });
});
