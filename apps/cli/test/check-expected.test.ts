import { sign } from 'node:crypto';
import { decodePem } from '@quorate/der';
import { describe, expect, it, test } from 'vitest';
import { type Ending, type Files, quorate } from './cli.ts';
import { issuanceFiles, rootYaml, step } from './issue-files.ts';
import { caPair } from './root.ts';

const files = await issuanceFiles();
const run = (line: string, more: Files = {}): Promise<Ending> => quorate(line.split(' '), { ...files, ...more });
const check = (rest: string, more: Files = {}): Promise<Ending> => run(`cert check root.pem ${rest}`, more);

/** A root of a profile, signed and assembled by the command line. */
async function rootOf(yaml: string): Promise<Files> {
  const key = ['--key', 'ca-key.spki.der'];
  const [made] = await step({ ...files, p: yaml }, ['issue', 'tbs', 'p', ...key, '--output', 'tbs']);
  const signature = new Uint8Array(sign('sha256', made['tbs'] as Uint8Array, caPair.privateKey));
  const assemble = ['issue', 'assemble', 'tbs', '--signature', 's', ...key, '--output', 'root.pem'];
  const [done, { code }] = await step({ ...made, s: signature }, assemble);
  expect(code).toBe(0);
  return done;
}

describe('cert check against what was approved', () => {
  test.each([
    ['the manifest', '--manifest root.manifest.json'],
    ['the pending issuance', '--manifest root.alice.quorate.json'],
    ['the TBS', '--manifest root.tbs.der'],
    ['the profile and the key', '--profile root.profile.yaml --key ca-key.spki.der'],
  ])('passes byte for byte: %s', async (_what, option) => {
    const { code, out } = await check(option);
    expect([code, out]).toEqual([0, expect.stringContaining('verdict: pass')]);
    expect(out.replace(/\s+/g, ' ')).toContain('byte for byte');
    expect(out).toContain('the self-signature verifies');
  });

  it('names what another profile made otherwise', async () => {
    const other = await rootOf(rootYaml.replace('pathLen: 1', 'pathLen: 2'));
    for (const option of ['--manifest root.manifest.json', '--profile root.profile.yaml --key ca-key.spki.der']) {
      const { code, out } = await check(option, { 'root.pem': other['root.pem'] as Uint8Array });
      expect(code).toBe(1);
      expect(out).toContain('FAIL  not the TBS that was to be signed');
      expect(out).toMatch(/FAIL\s+basicConstraints\.pathLenConstraint: weaker/);
      expect(out.match(/FAIL/g)).toHaveLength(2);
    }
  });

  it('gives the same report as JSON', async () => {
    const { out } = await check('--manifest root.manifest.json --json');
    const report = JSON.parse(out);
    expect(report.verdict).toBe('pass');
    expect(report.findings[0]).toMatchObject({ id: 'certificate.tbs', outcome: 'pass' });
  });

  it('judges bytes that are no certificate, too', async () => {
    const [{ bytes } = { bytes: new Uint8Array() }] = decodePem(
      new TextDecoder().decode(files['root.pem'] as Uint8Array),
    );
    const cut = { 'root.pem': bytes.slice(0, 90) };
    for (const option of ['--manifest root.manifest.json', '--profile root.profile.yaml --key ca-key.spki.der']) {
      const { code, out } = await check(option, cut);
      expect([code, out]).toEqual([1, expect.stringContaining('not a certificate')]);
    }
  });

  test.each([
    ['nothing to check against', '', 'give one of --request, --manifest and --profile'],
    ['two', '--manifest root.manifest.json --profile root.profile.yaml', 'give one of'],
    ['a profile without a key', '--profile root.profile.yaml', 'give --key or --csr'],
    ['a manifest and a key', '--manifest root.manifest.json --key ca-key.spki.der', 'do not go with --manifest'],
    ['a manifest that is none', '--manifest root.profile.yaml', 'expected a TBSCertificate (DER), a manifest'],
    ['a profile that is none', '--profile root.manifest.json --key ca-key.spki.der', 'root.manifest.json'],
  ])('cannot be asked: %s', async (_what, option, words) => {
    const { code, out, err } = await run(`cert check root.pem ${option}`.trim());
    expect([code, out]).toEqual([2, '']);
    expect(err.replace(/\s+/g, ' ')).toContain(words);
  });
});
