import { describe, expect, it } from 'vitest';
import type { Context } from '../src/context.ts';
import { program } from '../src/program.ts';
import { quorate } from './cli.ts';
import { real } from './files.ts';
import { issuanceFiles } from './issue-files.ts';
import { pathFiles } from './path-files.ts';
import { rootFiles } from './root.ts';

/** As docs/policy-cases.md shows them, for the seed's policy. */
const cases = {
  cases: [
    { name: 'in time', rule: 'use', approvals: [{ by: 'ApproverKey1', at: 60 }], at: 600, expect: 'allow' },
    {
      name: 'too late',
      rule: 'use',
      approvals: [{ by: 'ApproverKey1', at: 60 }],
      at: 601,
      expect: 'refuse',
      because: 'window',
    },
  ],
};

/** The published names of the files in the examples, and what stands for them here. */
const published = {
  'create-key.request.json': real['seed.json'],
  'modify.request.json': real['modify.json'],
  'ca.policy': 'use: nobody\n',
  'policy.cases.json': JSON.stringify(cases),
  'modify.token.bin': real['modify.bin'],
  'sign-approval.request.json': real['sign-approval.json'],
  'timestamp-key.spki.der': real['timestamp.der'],
  'sign.attestation.xml': real['sign.xml'],
  'sign.attestation.sig': real['sign.sig'],
  'attestation-key.spki.der': real['attestation.der'],
  'issued.cert.der': real['issued.der'],
  'subject.csr.der': real['subject.csr'],
  'sign.request.json': real['sign-csr.json'],
  'request-status.response.json': real['status.json'],
} as Record<string, string | Uint8Array>;

const commands = (await program({ width: 90 } as Context, () => {})).commands.flatMap((noun) =>
  noun.commands.length === 0 ? [[noun.name()]] : noun.commands.map((verb) => [noun.name(), verb.name()]),
);

describe('every command explains itself with an example that runs', async () => {
  const { generateKeyPairSync } = await import('node:crypto');
  const key = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey;
  const files = {
    ...published,
    ...(await rootFiles()),
    ...(await issuanceFiles()),
    ...pathFiles(),
    'approver.pem': key.export({ type: 'pkcs8', format: 'pem' }).toString(),
  };

  it('all of them', () => expect(commands.length).toBe(40));

  for (const command of commands) {
    it(command.join(' '), async () => {
      const { code, out } = await quorate([...command, '--help']);
      const example = /Example:\n {2}quorate (.+)\n/.exec(out)?.[1];
      expect([code, example?.startsWith(command.join(' '))]).toEqual([0, true]);
      // The certificate that a real CA returned is not what was asked for: there the answer is no.
      // Nobody has approved the pending issuance: there it is not yet.
      const expected = { 'cert check': 1, 'issue status': 3 }[command.join(' ')] ?? 0;
      expect((await quorate((example ?? '').split(' '), files)).code).toBe(expected);
    });
  }
});
