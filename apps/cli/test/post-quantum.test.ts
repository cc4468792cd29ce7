import { extension, nameOf, tbsWith, utc } from '@quorate/certificates';
import { encodeSignatureAlgorithm, signatureAlgorithmByName } from '@quorate/crypto';
import { postQuantum, postQuantumKeyPair, postQuantumSigner } from '@quorate/crypto/post-quantum';
import { encodeBitString, encodeInteger, encodePem, encodeSequence } from '@quorate/der';
import { beforeAll, describe, expect, it } from 'vitest';
import { quorate } from './cli.ts';
import { real } from './files.ts';

/** A root and a server whose keys are ML-DSA-65 and ML-DSA-44. */
const files: Record<string, string> = {};
const options = ['--anchor', 'root.pem', '--time', '2024-08-14T18:03:02Z'];

async function certificate(subject: string, spki: Uint8Array, ca: boolean): Promise<string> {
  const algorithm = signatureAlgorithmByName('ML-DSA-65', { algorithms: postQuantum });
  const identifier = encodeSignatureAlgorithm(algorithm);
  const root = postQuantumKeyPair('ML-DSA-65', new Uint8Array(32).fill(1));
  const tbs = tbsWith(
    {
      version: 2,
      serialNumber: Uint8Array.of(0x1f, subject.length),
      issuer: nameOf(['2.5.4.3', 'A root']),
      subject: nameOf(['2.5.4.3', subject]),
      notBefore: utc('2024-01-01T00:00:00Z'),
      notAfter: utc('2034-01-01T00:00:00Z'),
      spki,
      extensions: ca ? [extension.basicConstraints(true, null), extension.keyUsage([5, 6])] : [],
    },
    identifier,
  );
  const signature = await postQuantumSigner(root.pkcs8).sign(tbs, algorithm);
  return encodePem({ label: 'CERTIFICATE', bytes: encodeSequence(tbs, identifier, encodeBitString(signature)) });
}

beforeAll(async () => {
  files['root.pem'] = await certificate(
    'A root',
    postQuantumKeyPair('ML-DSA-65', new Uint8Array(32).fill(1)).spki,
    true,
  );
  const leaf = postQuantumKeyPair('ML-DSA-44', new Uint8Array(32));
  files['leaf.pem'] = await certificate('A server', leaf.spki, false);
  files['leaf.spki'] = encodePem({ label: 'PUBLIC KEY', bytes: leaf.spki });
  const algorithm = signatureAlgorithmByName('ML-DSA-44', { algorithms: postQuantum });
  const info = encodeSequence(encodeInteger(0), nameOf(['2.5.4.3', 'A server']), leaf.spki, Uint8Array.of(0xa0, 0));
  const signature = encodeBitString(await postQuantumSigner(leaf.pkcs8).sign(info, algorithm));
  const bytes = encodeSequence(info, encodeSignatureAlgorithm(algorithm), signature);
  files['leaf.csr'] = encodePem({ label: 'CERTIFICATE REQUEST', bytes });
  files['csr.json'] = String(real['csr.json']);
});

describe('certificates with ML-DSA', () => {
  it.each([['path verify'], ['cert verify']])('%s judges them', async (command) => {
    const { code, out } = await quorate([...command.split(' '), 'leaf.pem', ...options], files);
    expect([code, out.split('\n').at(-2)]).toEqual([0, 'verdict: pass']);
    const other = await quorate(
      [...command.split(' '), 'root.pem', '--anchor', 'leaf.pem', ...options.slice(2)],
      files,
    );
    expect(other.code).toBe(1);
  });

  it('verify batch judges them', async () => {
    const { code, out } = await quorate(['verify', 'batch', 'leaf.pem', ...options], files);
    expect([code, JSON.parse(out).verdict]).toEqual([0, 'pass']);
  });

  it('cert check judges key, proof of possession and signature', async () => {
    const args = ['cert', 'check', 'leaf.pem', '--request', 'csr.json', '--issuer', 'root.pem'];
    const judged = async (...more: string[]): Promise<string[]> => {
      const { out } = await quorate([...args, ...more, '--json'], files);
      const wanted = ['certificate.public-key', 'certificate.signature-algorithm', 'certificate.signature'];
      return wanted.map((id) => JSON.parse(out).findings.find((each: { id: string }) => each.id === id).outcome);
    };
    expect(await judged('--csr', 'leaf.csr')).toEqual(['pass', 'pass', 'pass']);
    expect(await judged('--key', 'leaf.spki')).toEqual(['pass', 'pass', 'pass']);
    expect(await judged('--key', 'root.pem')).toEqual(['fail', 'pass', 'pass']);
    const other = args.with(-1, 'leaf.pem');
    expect((await quorate(other, files)).out.replace(/\s+/g, ' ')).toContain('does not verify');
  });

  it('cert show names key and algorithm', async () => {
    const { code, out } = await quorate(['cert', 'show', 'leaf.pem'], files);
    expect(code).toBe(0);
    expect(out).toMatch(/key +ML-DSA-44, SHA-256/);
    expect(out).toMatch(/signed with +id-ml-dsa-65\n/);
  });
});
