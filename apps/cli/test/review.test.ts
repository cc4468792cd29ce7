import { execFileSync, spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { lstatSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { encodeToken } from '@quorate/approval';
import { readPolicyJson, resolvePolicy } from '@quorate/policy';
import { parseCertificate } from '@quorate/x509';
import { afterAll, describe, expect, it } from 'vitest';
import { VERSION } from '../src/version.ts';
import { quorate } from './cli.ts';
import { real } from './files.ts';

const policyJson = JSON.parse(String(real['modify.json'])).modifyRequest.policy;
const pem = (key: { export(options: object): unknown }): string => String(key.export({ type: 'pkcs8', format: 'pem' }));
const ecKey = pem(generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey);

describe('approval sign', () => {
  const open = resolvePolicy(readPolicyJson({ ...policyJson, ruleUse: null }) as never);
  const token = encodeToken({ operation: 'modify', keyLabel: 'k', timestamp: null, payload: null, policy: open });
  const files = { 'open.bin': token, 'key.pem': ecKey };
  const args = ['approval', 'sign', 'open.bin', '--key', 'key.pem', '--id', 'task'];

  it('signs a policy that lets everybody act only when told to', async () => {
    const refused = await quorate(args, files);
    expect([refused.code, refused.out, refused.err]).toEqual([1, '', expect.stringContaining('--allow-unguarded')]);
    expect((await quorate([...args, '--allow-unguarded'], files)).code).toBe(0);
  });

  it('says that an RSA-PSS key cannot approve, before anything is signed', async () => {
    const key = pem(generateKeyPairSync('rsa-pss', { modulusLength: 2048 }).privateKey);
    const { code, out, err } = await quorate(args, { ...files, 'key.pem': key });
    expect([code, out, err.includes('PKCS#1 v1.5'), err.includes('You sign')]).toEqual([2, '', true, false]);
  });

  it('does not sign what looks like a certificate and cannot be read, unless told to', async () => {
    const { tbs } = parseCertificate(real['issued.der'] as Uint8Array);
    const whole = encodeToken({ operation: 'use', keyLabel: 'k', timestamp: null, payload: tbs, policy: null });
    expect((await quorate(args, { ...files, 'open.bin': whole })).code).toBe(0);
    const trailing = encodeToken({
      operation: 'use',
      keyLabel: 'k',
      timestamp: null,
      payload: Uint8Array.of(...tbs, 0),
      policy: null,
    });
    const refused = await quorate(args, { ...files, 'open.bin': trailing });
    expect([refused.code, refused.out, refused.err]).toEqual([1, '', expect.stringContaining('do not sign')]);
    expect((await quorate([...args, '--allow-unreadable'], { ...files, 'open.bin': trailing })).code).toBe(0);
  });

  it('wants an id, and a certificate where one is promised', async () => {
    const spki = real['timestamp.der'] as Uint8Array;
    expect((await quorate([...args.slice(0, -1), ''], files)).code).toBe(2);
    const bare = await quorate([...args, '--certificate', 'k.der'], { ...files, 'k.der': spki });
    expect([bare.code, bare.err]).toEqual([2, expect.stringContaining('expected a certificate')]);
  });
});

describe('what comes from files is safe to print', () => {
  it('labels, names, and words of the command line', async () => {
    const body = { label: '\u001b[2Jkey\u202e', policy: { ...policyJson, keyStatus: { blocked: false } } };
    const files = { 'p.json': JSON.stringify(body) };
    for (const args of [
      ['policy', 'show', 'p.json'],
      ['policy', 'check', 'p.json'],
      ['\u001b[2J'],
      ['policy', 'check', '\u001b[2J'],
      ['policy', 'evaluate', 'p.json', '--rule', 'use', '--approver', '\u001b]0;x\u0007'],
    ]) {
      const { out, err } = await quorate(args, files);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
      expect(out + err).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
    }
  });
});

describe('text in another encoding is called that', () => {
  for (const [name, bytes, words] of [
    ['JSON in Latin-1', Buffer.from('{"ruleUse": "\u00e9"}', 'latin1'), 'not UTF-8'],
    ['XML in Latin-1', Buffer.from('<private_key>\u00e9</private_key>', 'latin1'), 'not UTF-8'],
    ['UTF-16', Buffer.from('\ufeff{"ruleUse": null}', 'utf16le'), 'UTF-16'],
  ] as const) {
    it(name, async () => {
      const { code, err } = await quorate(['policy', 'check', 'p'], { p: new Uint8Array(bytes) });
      expect([code, err]).toEqual([2, expect.stringContaining(words)]);
    });
  }
});

describe('an option that would check nothing is refused, not passed over', () => {
  for (const args of [
    ['approval', 'verify', 'sign-tasks.json', '--timestamp-key', 'timestamp.der'],
    [
      'attestation',
      'verify',
      'sign.xml',
      '--signature',
      'sign.sig',
      '--key',
      'attestation.der',
      '--time',
      '2024-01-01T00:00:00Z',
    ],
    ['cert', 'check', 'issued.der', '--request', 'self-sign.json', '--issuer', 'issued.der'],
    ['cert', 'check', 'issued.der', '--request', 'self-sign.json', '--csr', 'subject.csr'],
  ]) {
    it(args.join(' '), async () => {
      const { code, out } = await quorate(args, real);
      expect([code, out]).toEqual([2, '']);
    });
  }
});

it('a word that is a file and an approver is refused', async () => {
  const args = ['policy', 'evaluate', 'modify.json', '--rule', 'use', '--approver', 'ApproverKey1'];
  const { code, err } = await quorate(args, { ...real, ApproverKey1: real['timestamp.der'] as Uint8Array });
  expect([code, err]).toEqual([2, expect.stringContaining('./ApproverKey1')]);
});

it('the version is that of the package', () => {
  const manifest = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  expect(VERSION).toBe(manifest.version);
});

describe('as a process', () => {
  const bin = fileURLToPath(new URL('../bin/quorate.js', import.meta.url));
  const folder = mkdtempSync(join(tmpdir(), 'quorate-test-'));
  const at = (name: string): string => join(folder, name);
  writeFileSync(at('p.json'), JSON.stringify(policyJson));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('an answer that cannot be written is no answer', () => {
    const { status, stderr } = spawnSync('sh', ['-c', `node "${bin}" policy show "${at('p.json')}" > /dev/full`], {
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('standard output cannot be written')]);
    expect(stderr).not.toContain('    at ');
  });

  it('writes through a link, and leaves the old file when it cannot', () => {
    writeFileSync(at('old'), 'old');
    symlinkSync(at('old'), at('link'));
    execFileSync('node', [bin, 'policy', 'convert', at('p.json'), '--to', 'json', '--output', at('link')]);
    expect([lstatSync(at('link')).isSymbolicLink(), JSON.parse(readFileSync(at('old'), 'utf8'))]).toEqual([
      true,
      policyJson,
    ]);
    const args = [bin, 'policy', 'convert', at('p.json'), '--to', 'json', '--output', at('none/file')];
    expect(spawnSync('node', args).status).toBe(2);
  });

  it('reads standard input once', () => {
    const { status, stderr } = spawnSync('node', [bin, 'policy', 'compare', '-', '-'], {
      input: JSON.stringify(policyJson),
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringContaining('once')]);
  });
});
