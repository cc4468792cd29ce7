import { sign, X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { repositoryRoot } from '@quorate/ci';
import { expect, it } from 'vitest';
import type { Files } from './cli.ts';
import { approvalBy, issuanceFiles, step } from './issue-files.ts';
import { caPair } from './root.ts';

const readme = readFileSync(join(repositoryRoot, 'README.md'), 'utf8');
const section = readme.slice(readme.indexOf('## Making a certificate'), readme.indexOf('## Judging a certificate'));
const block = (language: string): string =>
  new RegExp(`\`\`\`${language}\n([\\s\\S]+?)\`\`\``).exec(section)?.[1] ?? '';

it('the README makes a certificate as it says', async () => {
  const made = await issuanceFiles();
  let files: Files = {
    'root.yaml': block('yaml'),
    'ca-key.spki.der': made['ca-key.spki.der'] as Uint8Array,
    // Whichever document carries a policy is read.
    'key.attestation.xml': made['key.policy.json'] as string,
  };
  const lines = block('sh').trim().split('\n');
  expect(lines).toHaveLength(8);
  for (const line of lines) {
    const words = line
      .replace(/ +#.*$/, '')
      .replace(/ > .*$/, '')
      .split(' ')
      .slice(1);
    const [next, { code, err }] = await step(files, words);
    // A status without enough approvals would be 3.
    expect([line, code, err]).toEqual([line, 0, err]);
    files = next;
    if (words[1] !== 'start') continue;
    const tbs = files['root.tbs.der'] as Uint8Array;
    const bob = { ...files, 'bob.json': await approvalBy(1, tbs) };
    const [theirs] = await step(bob, [
      'issue',
      'approve',
      'root.quorate.json',
      'bob.json',
      '--output',
      'bob.quorate.json',
    ]);
    files = {
      ...files,
      'my-approval.json': await approvalBy(0, tbs),
      'from-bob.quorate.json': theirs['bob.quorate.json'] as Uint8Array,
      'root.sig': new Uint8Array(sign('sha256', tbs, caPair.privateKey)),
    };
  }
  expect(new X509Certificate(files['root.pem'] as Uint8Array).verify(caPair.publicKey)).toBe(true);
});
