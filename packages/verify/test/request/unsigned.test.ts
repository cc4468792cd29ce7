import { certificateOf, tbsOf } from '@quorate/certificates';
import type { Finding } from '@quorate/report';
import { issuedCertificate, issuedCsr } from '@quorate/vectors';
import { parseCertificate, parseCertificationRequest } from '@quorate/x509';
import { describe, expect, test } from 'vitest';
import {
  checkCertificateAgainstRequest,
  checkCsr,
  checkCsrInfo,
  checkTbsAgainstRequest,
} from '../../src/request/index.ts';
import { caKey, idsOf, leafParts, leafRequest, root, rootParts, rootRequest } from './support/story.ts';

/** Findings about a whole, as findings about the part of it that starts there. */
function moved(findings: readonly Finding[], by: number): Finding[] {
  return findings.map(({ bytes, ...rest }) =>
    bytes === undefined ? rest : { ...rest, bytes: { start: bytes.start - by, end: bytes.end - by } },
  );
}

describe('a certificate before it is signed', () => {
  test('is judged as the signed one will be, but for the signature', () => {
    for (const serialNumber of [leafParts.serialNumber, Uint8Array.of(0)]) {
      const parts = { ...leafParts, serialNumber };
      const before = checkTbsAgainstRequest(tbsOf(parts, caKey), leafRequest, root);
      const certificate = parseCertificate(certificateOf(parts, caKey));
      const after = checkCertificateAgainstRequest(certificate, leafRequest, { issuer: root });
      const inTbs = moved(after.findings, certificate.tbs.byteOffset - certificate.bytes.byteOffset);
      expect(before.findings.slice(1)).toEqual(inTbs.filter(({ id }) => id !== 'certificate.signature'));
      expect(before.findings[0]).toMatchObject({ id: 'certificate.tbs', outcome: 'pass' });
      expect(before.verdict).toBe(after.verdict);
    }
    expect(checkTbsAgainstRequest(tbsOf(rootParts, caKey), rootRequest).verdict).toBe('pass');
  });

  test('is incomplete without its issuer', () => {
    const report = checkTbsAgainstRequest(tbsOf(leafParts, caKey), leafRequest);
    expect(idsOf(report, 'not-checked')).toEqual(['certificate.issuer', 'certificate.authority-key-identifier']);
  });

  test('may be of version 1', () => {
    const report = checkTbsAgainstRequest(
      tbsOf({ ...leafParts, version: null, extensions: [] }, caKey),
      leafRequest,
      root,
    );
    expect(idsOf(report, 'fail')).toContain('certificate.version');
  });

  test('fails when it is none: cut anywhere, with something behind it, a whole certificate, a CSR', () => {
    const { tbs } = parseCertificate(issuedCertificate);
    const others = [Uint8Array.of(...tbs, 0), issuedCertificate, issuedCsr, new Uint8Array(), Uint8Array.of(0x30, 0)];
    for (let end = 0; end < tbs.length; end += 7) others.push(tbs.subarray(0, end));
    for (const bytes of others) {
      const report = checkTbsAgainstRequest(bytes, leafRequest);
      expect(report.findings.map(({ id, outcome }) => `${outcome} ${id}`)).toEqual(['fail certificate.tbs']);
      expect(report.findings[0]?.bytes?.end).toBeLessThanOrEqual(bytes.length);
    }
  });
});

describe('a CSR before it is signed', () => {
  const csr = parseCertificationRequest(issuedCsr);

  test('is judged as the signed one, but for signature and algorithm', () => {
    for (const request of [null, leafRequest]) {
      const before = checkCsrInfo(csr.info, request);
      const after = checkCsr(csr, request);
      expect(before.findings[0]).toMatchObject({ id: 'csr.info', outcome: 'pass' });
      const inInfo = moved(after.findings, csr.info.byteOffset - csr.bytes.byteOffset);
      expect(before.findings.slice(1)).toEqual(inInfo.filter(({ id }) => !id.startsWith('csr.signature')));
    }
    expect(checkCsrInfo(csr.info).verdict).toBe('pass');
  });

  test('says at which of its bytes reading ended', () => {
    const info = Uint8Array.from(csr.info);
    const at = csr.subject.bytes.byteOffset - csr.info.byteOffset;
    info[at] = 0x31;
    expect(checkCsrInfo(info).findings[0]?.bytes).toEqual({ start: at, end: at + 1 });
  });

  test('fails when it is none', () => {
    for (const bytes of [issuedCsr, csr.info.subarray(1), parseCertificate(issuedCertificate).tbs, new Uint8Array()]) {
      const report = checkCsrInfo(bytes);
      expect(report.findings.map(({ id, outcome }) => `${outcome} ${id}`)).toEqual(['fail csr.info']);
      expect(report.findings[0]?.bytes?.end).toBeLessThanOrEqual(bytes.length);
    }
  });
});
