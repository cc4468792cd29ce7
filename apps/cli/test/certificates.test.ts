import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { issuedCsr } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import { type Files, quorate } from './cli.ts';
import { real } from './files.ts';
import { caPair, rootFiles, rootProfile } from './root.ts';

const made = await rootFiles();
const assemble = ['issue', 'assemble', 'root.tbs.der', '--signature', 'root.sig', '--key', 'ca-key.spki.der'];

describe('cert check', () => {
  const args = ['cert', 'check', 'issued.der', '--request', 'sign-csr.json', '--json'];

  it('names what is wrong with the certificate that a real CA returned, and what could not be checked', async () => {
    const { code, out } = await quorate(args, real);
    const { verdict, findings } = JSON.parse(out);
    expect([code, verdict]).toEqual([1, 'fail']);
    const ids = (outcome: string): string[] =>
      findings
        .filter((finding: { outcome: string }) => finding.outcome === outcome)
        .map(({ id }: { id: string }) => id);
    expect(ids('fail')).toEqual(
      expect.arrayContaining(['certificate.serial-number', 'certificate.key-usage', 'certificate.extended-key-usage']),
    );
    expect(ids('not-checked')).toEqual(expect.arrayContaining(['certificate.signature', 'certificate.public-key']));
  });

  it('compares the key with that of a CSR given beside the request', async () => {
    const { out } = await quorate([...args, '--csr', 'subject.csr'], real);
    const key = JSON.parse(out).findings.find(({ id }: { id: string }) => id === 'certificate.public-key');
    expect(key.outcome).toBe('pass');
  });
});

describe('csr check', () => {
  it('passes the real CSR, and says that its key is only named by the request', async () => {
    expect((await quorate(['csr', 'check', 'subject.csr'], real)).code).toBe(0);
    const named = await quorate(['csr', 'check', 'subject.csr', '--request', 'csr.json', '--json'], real);
    expect([named.code, JSON.parse(named.out).verdict]).toEqual([3, 'incomplete']);
  });

  it('fails a CSR whose signature is bent', async () => {
    const bent = Uint8Array.from(issuedCsr);
    bent[bent.length - 1] = (bent.at(-1) ?? 0) ^ 1;
    expect((await quorate(['csr', 'check', 'b.csr'], { 'b.csr': bent })).code).toBe(1);
  });
});

describe('request status', () => {
  it('says that the seed was executed, under another id, with a result that is no certificate', async () => {
    const args = ['request', 'status', 'status.json', '--id', '1c82583f-2cd2-486d-8b03-63f91aad9b7a', '--json'];
    const { code, out } = await quorate([...args, '--policy', 'seed.json'], real);
    const { verdict, findings } = JSON.parse(out);
    expect([code, verdict]).toEqual([0, 'pass']);
    expect(findings.filter(({ outcome }: { outcome: string }) => outcome === 'warn')).toHaveLength(2);
    expect(out).toContain('ApproverKey1');
  });

  it('is incomplete while it waits, and no when it failed', async () => {
    const status = JSON.parse(String(real['status.json']));
    const codes = async (word: string): Promise<number> =>
      (await quorate(['request', 'status', 's'], { s: JSON.stringify({ ...status, status: word, result: '' }) })).code;
    expect(await Promise.all(['PENDING', 'APPROVED', 'FAILED', 'EXPIRED', 'REJECTED', 'CANCELLED'].map(codes))).toEqual(
      [3, 3, 1, 1, 1, 1],
    );
  });
});

describe('issue', () => {
  it('makes a root that node:crypto accepts, and shows it before it is signed', async () => {
    const { code, out, err } = await quorate(assemble, made);
    expect(code).toBe(0);
    const certificate = new X509Certificate(out);
    expect(certificate.verify(caPair.publicKey)).toBe(true);
    expect([certificate.ca, certificate.subject]).toEqual([true, 'C=CH\nCN=Example Root CA']);
    expect(err).toContain('critical, CA:TRUE, pathLen 1');
  });

  it('gives the same bytes for the same profile', async () => {
    const again = await quorate(['issue', 'tbs', 'root.profile.json', '--key', 'ca-key.spki.der'], made);
    expect(again.bytes).toEqual(made['root.tbs.der']);
  });

  it('makes a leaf from the real CSR that cert check passes against a sign request', async () => {
    const root = (await quorate(assemble, made)).out;
    const leaf = {
      ...rootProfile,
      subject: [{ type: 'commonName', value: 'Approver-Intermediate-SUB' }],
      serialNumber: '0x77',
      notAfter: '2027-01-01T00:00:00Z',
      basicConstraints: null,
      keyUsage: ['digitalSignature'],
      extendedKeyUsage: ['clientAuth'],
    };
    let files: Files = { ...real, ...made, 'root.pem': root, 'leaf.json': JSON.stringify(leaf) };
    const tbs = await quorate(['issue', 'tbs', 'leaf.json', '--csr', 'subject.csr', '--issuer', 'root.pem'], files);
    expect(tbs.code).toBe(0);
    files = {
      ...files,
      'leaf.tbs': tbs.bytes,
      'leaf.sig': new Uint8Array(sign('sha256', tbs.bytes, caPair.privateKey)),
    };
    const joined = await quorate(
      ['issue', 'assemble', 'leaf.tbs', '--signature', 'leaf.sig', '--key', 'root.pem'],
      files,
    );
    const request = {
      signCertificateRequest: {
        ...JSON.parse(String(real['sign-csr.json'])).signCertificateRequest,
        signatureAlgorithm: 'SHA256_WITH_ECDSA',
        extendedKeyUsage: ['CLIENT_AUTH'],
      },
    };
    files = { ...files, 'leaf.pem': joined.out, 'request.json': JSON.stringify(request) };
    const args = [
      'cert',
      'check',
      'leaf.pem',
      '--request',
      'request.json',
      '--csr',
      'subject.csr',
      '--issuer',
      'root.pem',
    ];
    const { code, out } = await quorate([...args, '--json'], files);
    expect([code, JSON.parse(out).verdict]).toEqual([0, 'pass']);
  });

  it('makes no certificate from a wrong signature, and says which wrong it was', async () => {
    const other = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const tbs = made['root.tbs.der'] as Uint8Array;
    const spki = (pair: typeof other): Uint8Array =>
      new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }));
    const cases: readonly (readonly [words: string, files: Files])[] = [
      ['key mismatch', { 'ca-key.spki.der': spki(rsa) }],
      [
        'signature encoding',
        { 'root.sig': new Uint8Array(sign('sha256', tbs, { key: caPair.privateKey, dsaEncoding: 'ieee-p1363' })) },
      ],
      ['algorithm mismatch', { 'root.sig': new Uint8Array(sign('sha384', tbs, caPair.privateKey)) }],
      ['mismatch', { 'root.sig': new Uint8Array(sign('sha256', tbs, other.privateKey)) }],
      ['mismatch', { 'root.sig': new Uint8Array(sign('sha256', tbs.slice(1), caPair.privateKey)) }],
    ];
    for (const [words, files] of cases) {
      const { code, out, err, written } = await quorate([...assemble, '--output', 'root.pem'], { ...made, ...files });
      expect([code, out, written.size, err.replace(/\s+/g, ' ')]).toEqual([1, '', 0, expect.stringContaining(words)]);
    }
  });

  it('refuses ill-formed intent with its place', async () => {
    const cases: readonly (readonly [place: string, change: object])[] = [
      ['notAfter', { notAfter: rootProfile.notBefore }],
      ['serialNumber', { serialNumber: '0' }],
      ['serialNumber', { serialNumber: `0x80${'00'.repeat(19)}` }],
      ['basicConstraints', { basicConstraints: { ca: false, pathLen: 0 } }],
      ['keyUsage', { keyUsage: ['digitalSignature'] }],
      ['subject', { subject: [] }],
      ['subject', { subject: [{ type: 'commonName', value: 'a\u202eb' }] }],
      ['pathLength', { pathLength: 1 }],
    ];
    for (const [place, change] of cases) {
      const files = { ...made, 'p.json': JSON.stringify({ ...rootProfile, ...change }) };
      const { code, out, err } = await quorate(['issue', 'tbs', 'p.json', '--key', 'ca-key.spki.der'], files);
      // What is no profile cannot be asked; of what is one the answer is no.
      const expected = err.includes('malformed') ? 2 : 1;
      expect([code, out, err]).toEqual([expected, '', expect.stringContaining(place)]);
      expect(err.includes('no TBS was made')).toBe(expected === 1);
    }
  });
});

describe('attestation verify under a chain', () => {
  it('fails when the chain does not certify the attestation key, and wants an anchor', async () => {
    const root = (await quorate(assemble, made)).out;
    const files = { ...real, 'root.pem': root };
    const args = ['attestation', 'verify', 'sign.xml', '--signature', 'sign.sig', '--chain', 'issued.der'];
    const { code, out } = await quorate([...args, '--anchor', 'root.pem', '--json'], files);
    const failed = JSON.parse(out).findings.filter(({ outcome }: { outcome: string }) => outcome === 'fail');
    expect([code, failed.map(({ id }: { id: string }) => id)]).toEqual([
      1,
      expect.arrayContaining(['attestation.chain-name', 'attestation.chain-signature', 'attestation.signature']),
    ]);
    expect((await quorate(args, files)).code).toBe(2);
  });
});
