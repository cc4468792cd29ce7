import { generateKeyPairSync, type KeyObject, verify } from 'node:crypto';
import { traceSignToken } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import { quorate } from './cli.ts';
import { real } from './files.ts';

const pairs: Readonly<Record<string, { publicKey: KeyObject; privateKey: KeyObject }>> = {
  'EC P-256': generateKeyPairSync('ec', { namedCurve: 'P-256' }),
  'EC P-384': generateKeyPairSync('ec', { namedCurve: 'P-384' }),
  'RSA 2048': generateKeyPairSync('rsa', { modulusLength: 2048 }),
  Ed25519: generateKeyPairSync('ed25519'),
};
const pemOf = (key: KeyObject): string => key.export({ type: 'pkcs8', format: 'pem' }).toString();

describe('approval sign', () => {
  for (const [kind, { publicKey, privateKey }] of Object.entries(pairs)) {
    it(`makes a body with an ${kind} key that node:crypto and approval verify accept`, async () => {
      const files = { ...real, 'key.pem': pemOf(privateKey) };
      const { code, out, err } = await quorate(
        ['approval', 'sign', 'sign.bin', '--key', 'key.pem', '--id', 'task'],
        files,
      );
      const body = JSON.parse(out);
      expect(code).toBe(0);
      expect(Object.keys(body)).toEqual([
        'id',
        'approvalToBeSigned',
        'signature',
        'approvalDigestAlgorithm',
        'approverPublicKey',
        'approverCertificate',
      ]);
      const digest = kind === 'Ed25519' ? null : 'sha256';
      expect(verify(digest, traceSignToken, publicKey, Buffer.from(body.signature, 'base64'))).toBe(true);
      expect((await quorate(['approval', 'verify', 'body.json'], { 'body.json': out })).code).toBe(0);
      expect(err).toContain('You sign:');
    });
  }

  it('writes the body to a file, and nothing to standard output', async () => {
    const files = { ...real, 'key.pem': pemOf(pairs['EC P-256']?.privateKey as KeyObject) };
    const args = ['approval', 'sign', 'sign.bin', '--key', 'key.pem', '--id', 'task', '--output', 'body.json'];
    const { code, out, written } = await quorate(args, files);
    expect([code, out, [...written.keys()]]).toEqual([0, '', ['body.json']]);
  });

  it('writes nothing when it cannot sign', async () => {
    const files = { ...real, 'key.pem': pemOf(pairs['Ed25519']?.privateKey as KeyObject) };
    const args = ['approval', 'sign', 'sign.bin', '--key', 'key.pem', '--id', 'task', '--output', 'b'];
    for (const more of [
      ['--digest', 'SHA-256'],
      ['--digest', 'MD5'],
      ['--certificate', 'modify.xml'],
    ]) {
      const { code, out, written, err } = await quorate([...args, ...more], files);
      expect([code, out, written.size, err.includes('fault in quorate')]).toEqual([2, '', 0, false]);
    }
  });

  it('opens an encrypted key with the passphrase in a file, and says so when there is none', async () => {
    const { privateKey } = pairs['EC P-256'] as { privateKey: KeyObject };
    const encrypted = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'open' });
    const files = { ...real, 'key.pem': encrypted.toString(), 'pass.txt': 'open\n', 'wrong.txt': 'shut\n' };
    const args = ['approval', 'sign', 'sign.bin', '--key', 'key.pem', '--id', 'task'];
    expect((await quorate(args, files)).err).toContain('--passphrase-file');
    expect((await quorate([...args, '--passphrase-file', 'wrong.txt'], files)).code).toBe(2);
    expect((await quorate([...args, '--passphrase-file', 'pass.txt'], files)).code).toBe(0);
  });
});
