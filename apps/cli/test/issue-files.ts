import { generateKeyPairSync, sign } from 'node:crypto';
import { encodeToken, publicKeyCredential, signApproval } from '@quorate/approval';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { group, policy, publicKeyApprover, rule, token, unguarded, writePolicyJson } from '@quorate/policy';
import { type Ending, type Files, quorate, type World } from './cli.ts';
import { caPair } from './root.ts';

/** Two approvers, and one whom the policy does not name. */
export const approvers = ['alice', 'bob', 'mallory'].map((name) => {
  const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return { name, pair, spki: new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' })) };
});

const officers = approvers.slice(0, 2).map(({ name, spki }) => publicKeyApprover(spki, name));

const together = token({ name: 'both', groups: [group({ name: 'officers', quorum: 2, approvers: officers })] });
const both = rule([together]);

/** Both approvers at once; or alice alone, an hour to a day after the timestamp of the HSM. */
export const keyPolicy = policy(
  {
    use: rule([
      together,
      token({
        name: 'emergency',
        timelock: 3600,
        timeout: 86_400,
        groups: [group({ quorum: 1, approvers: officers.slice(0, 1) })],
      }),
    ]),
    block: unguarded(),
    unblock: both,
    modify: both,
  },
  { allowUnguarded: ['block'] },
);

export const rootYaml = `# The root of the examples.
note: made by tests
extends: root-ca
subject:
  - { type: countryName, value: CH }
  - { type: commonName, value: Example Root CA }
notBefore: "2026-01-01T00:00:00Z"
notAfter: P10Y
serialNumber: random
signatureAlgorithm: SHA256_WITH_ECDSA
basicConstraints: { ca: true, pathLen: 1 }
`;

/** The body of an approval of the use of a key for a payload. */
export async function approvalBy(index: number, payload: Uint8Array, keyLabel = 'root-ca-key'): Promise<string> {
  const { name, pair, spki } = approvers[index] as (typeof approvers)[number];
  const body = await signApproval({
    id: name,
    token: encodeToken({ operation: 'use', keyLabel, payload, policy: null, timestamp: null }),
    approver: publicKeyCredential(spki),
    signer: {
      publicKey: spki,
      sign: async (data) => new Uint8Array(sign('sha256', data, pair.privateKey)),
    },
  });
  return JSON.stringify(body);
}

/** Runs a command and adds what it wrote to the files. */
export async function step(files: Files, args: readonly string[], world: World = {}): Promise<[Files, Ending]> {
  const ending = await quorate(args, files, world);
  return [{ ...files, ...Object.fromEntries(ending.written) }, ending];
}

const START = ['--policy', 'key.policy.json', '--key-label', 'root-ca-key', '--output', 'root.quorate.json'];

/** The files of a root being made by two approvers, each with a copy. */
export async function issuanceFiles(): Promise<Files> {
  let files: Files = {
    'ca-key.spki.der': new Uint8Array(caPair.publicKey.export({ type: 'spki', format: 'der' })),
    'root.profile.yaml': rootYaml,
    'key.policy.json': JSON.stringify(writePolicyJson(keyPolicy)),
    'csr.profile.yaml': 'subject: [{ type: commonName, value: Example Issuing CA }]\nbasicConstraints: { ca: true }\n',
    'crl.profile.yaml': 'signatureAlgorithm: SHA256_WITH_ECDSA\nperiod: P7D\n',
    'revoked.yaml':
      'revoked:\n  - { serialNumber: "0x8a03", revocationDate: "2026-05-01T00:00:00Z", reason: keyCompromise }\n',
  };
  const run = async (...args: string[]): Promise<void> => {
    const [next, { code, err }] = await step(files, args);
    if (code !== 0) throw new Error(`${args.join(' ')}: ${code}\n${err}`);
    files = next;
  };
  const outputs = ['--manifest', 'root.manifest.json', '--output', 'root.tbs.der'];
  await run('issue', 'tbs', 'root.profile.yaml', '--key', 'ca-key.spki.der', ...outputs);
  await run('issue', 'start', 'root.manifest.json', ...START);
  const tbs = files['root.tbs.der'] as Uint8Array;
  files = {
    ...files,
    'approval.json': await approvalBy(0, tbs),
    'bob.approval.json': await approvalBy(1, tbs),
    'root.sig': new Uint8Array(sign('sha256', tbs, caPair.privateKey)),
  };
  await run('issue', 'approve', 'root.quorate.json', 'approval.json', '--output', 'root.alice.quorate.json');
  await run('issue', 'approve', 'root.quorate.json', 'bob.approval.json', '--output', 'root.bob.quorate.json');
  await run(
    'issue',
    'assemble',
    'root.tbs.der',
    '--signature',
    'root.sig',
    '--key',
    'ca-key.spki.der',
    '--output',
    'root.pem',
  );
  const crl = ['--issuer', 'root.pem', '--number', '2', '--revoked', 'revoked.yaml', '--output', 'crl.tbs.der'];
  await run('crl', 'make', 'crl.profile.yaml', ...crl);
  await run('csr', 'make', 'csr.profile.yaml', '--key', 'ca-key.spki.der', '--output', 'csr.info.der');
  return files;
}

/** The algorithm of the CA's key. */
export const caAlgorithm = signatureAlgorithmByName('SHA256_WITH_ECDSA');
