import { createPublicKey } from 'node:crypto';
import { traceModifyRequest, traceModifyToken, traceTimestampKey } from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import { quorate } from './cli.ts';
import { real } from './files.ts';

const pem = createPublicKey({ key: Buffer.from(traceTimestampKey), format: 'der', type: 'spki' })
  .export({ format: 'pem', type: 'spki' })
  .toString();
const secp256k1 = JSON.parse(traceModifyRequest).modifyRequest.policy.ruleUse.tokens[0].groups[0].approvals[0].value;

describe('token show', () => {
  it('prints the shape other tools rely on, for a use token', async () => {
    const { code, out, err } = await quorate(['token', 'show', 'sign.bin', '--json'], real);
    expect([code, err]).toEqual([0, '']);
    expect(JSON.parse(out)).toEqual({
      operation: 'use',
      keyLabel: "TESTKEY2024-08-14_20-02-48.72168016257020/44'/0'/0'/0'",
      timestamp: {
        time: '2024-08-14T18:03:02Z',
        keyLabel: 'test-timestamp-key',
        signatureAlgorithm: 'SHA256_WITH_ECDSA',
      },
      payload: 'SGFsbG9hc2Q=',
      policy: null,
    });
  });

  it('gives the policy of a modify token as the REST API wrote it', async () => {
    const { out } = await quorate(['token', 'show', 'modify.bin', '--json'], real);
    const { operation, payload, policy } = JSON.parse(out);
    expect([operation, payload]).toEqual(['modify', null]);
    expect(policy).toEqual(JSON.parse(traceModifyRequest).modifyRequest.policy);
  });

  it('takes base64 as it takes binary, on one line or on many', async () => {
    const text = Buffer.from(traceModifyToken).toString('base64');
    const [binary, line, lines] = await Promise.all([
      quorate(['token', 'show', 'modify.bin'], real),
      quorate(['token', 'show', 'token.txt'], { 'token.txt': text }),
      quorate(['token', 'show', '-'], { '-': `${text.replace(/.{76}/g, '$&\r\n')}\n` }),
    ]);
    expect(line).toEqual(binary);
    expect(lines).toEqual(binary);
    expect(binary.out).toContain('2024-08-14 18:02:58 UTC');
  });
});

describe('approval verify', () => {
  for (const name of ['sign-approval.json', 'modify-approval.json', 'sign-tasks.json', 'modify-tasks.json']) {
    it(`passes ${name}`, async () => {
      const { code, out } = await quorate(['approval', 'verify', name, '--json'], real);
      expect([code, JSON.parse(out).verdict]).toEqual([0, 'pass']);
    });
  }

  it('says that the timestamp was not checked, or checks it', async () => {
    const without = await quorate(['approval', 'verify', 'sign-approval.json'], real);
    expect(without.out).toContain('was not checked');
    for (const [file, content] of Object.entries({ 'key.der': traceTimestampKey, 'key.pem': pem })) {
      const args = ['approval', 'verify', 'sign-approval.json', '--timestamp-key', file];
      const { code, out } = await quorate(args, { ...real, [file]: content });
      expect([code, out.includes('was not checked'), out.includes('over the timestamp verifies')]).toEqual([
        0,
        false,
        true,
      ]);
    }
  });

  it('fails when the signature is of the other approval', async () => {
    const body = { ...JSON.parse(String(real['sign-approval.json'])) };
    body.signature = JSON.parse(String(real['modify-approval.json'])).signature;
    const { code, out } = await quorate(['approval', 'verify', 'b.json', '--json'], { 'b.json': JSON.stringify(body) });
    expect([code, JSON.parse(out).verdict]).toEqual([1, 'fail']);
  });
});

describe('attestation verify', () => {
  const args = (xml: string, sig: string, ...more: string[]): string[] => [
    'attestation',
    'verify',
    xml,
    '--signature',
    sig,
    '--key',
    'attestation.der',
    '--json',
    ...more,
  ];

  it('passes both real ones, with the policy they should attest', async () => {
    for (const [xml, sig, policy] of [
      ['sign.xml', 'sign.sig', 'modify.bin'],
      ['sign.xml', 'sign.sig', 'modify.json'],
      ['modify.xml', 'modify.sig', 'create.json'],
    ] as const) {
      const { code, out } = await quorate(args(xml, sig, '--policy', policy), real);
      const { verdict, findings } = JSON.parse(out);
      expect([code, verdict]).toEqual([0, 'pass']);
      expect(findings.map(({ id }: { id: string }) => id)).toContain('attestation.policy');
    }
  });

  it('fails with the signature of the other, with another policy, and without its last line feed', async () => {
    const short = { ...real, 'short.xml': String(real['sign.xml']).slice(0, -1) };
    expect((await quorate(args('sign.xml', 'modify.sig'), real)).code).toBe(1);
    expect((await quorate(args('sign.xml', 'sign.sig', '--policy', 'create.json'), real)).code).toBe(1);
    expect((await quorate(args('short.xml', 'sign.sig'), short)).code).toBe(1);
  });

  it('takes the signature as base64 too', async () => {
    const sig = Buffer.from(real['sign.sig'] as Uint8Array).toString('base64');
    expect((await quorate(args('sign.xml', 's.txt'), { ...real, 's.txt': sig })).code).toBe(0);
  });
});

describe('policy', () => {
  it('check passes the seed, with what an officer should notice', async () => {
    const { code, out } = await quorate(['policy', 'check', 'seed.json', '--json'], real);
    const { verdict, findings } = JSON.parse(out);
    expect([code, verdict]).toEqual([0, 'pass']);
    expect(findings.some(({ outcome }: { outcome: string }) => outcome === 'warn')).toBe(true);
  });

  it('check fails a policy that leaves an operation open, unless it is allowed', async () => {
    const open = JSON.parse(traceModifyRequest).modifyRequest.policy;
    open.ruleBlock = null;
    const files = { 'open.json': JSON.stringify(open) };
    expect((await quorate(['policy', 'check', 'open.json'], files)).code).toBe(1);
    expect((await quorate(['policy', 'check', 'open.json', '--allow-unguarded'], files)).code).toBe(0);
    const refused = await quorate(['policy', 'convert', 'open.json', '--to', 'base64'], files);
    expect([refused.code, refused.out]).toEqual([1, '']);
    expect((await quorate(['policy', 'convert', 'open.json', '--to', 'base64', '--allow-unguarded'], files)).code).toBe(
      0,
    );
  });

  it('check fails JSON null: there is no policy', async () => {
    expect((await quorate(['policy', 'check', 'n.json'], { 'n.json': 'null' })).code).toBe(1);
  });

  it('show says the same of one policy in every form', async () => {
    const words = async (file: string, files = real): Promise<string[]> =>
      JSON.parse((await quorate(['policy', 'show', file, '--json'], files)).out).words;
    const expected = await words('modify.json');
    expect(await words('modify.bin')).toEqual(expected);
    expect(await words('sign.xml')).toEqual([...expected, 'The key is not blocked.']);
  });

  it('convert goes round through every form', async () => {
    let files = real;
    let from = 'modify.bin';
    for (const to of ['json', 'binary', 'base64', 'xml', 'binary']) {
      const { code, bytes } = await quorate(['policy', 'convert', from, '--to', to], files);
      expect(code).toBe(0);
      from = `policy.${to}`;
      files = { ...files, [from]: bytes };
    }
    const start = traceModifyToken.length - (files['policy.binary'] as Uint8Array).length;
    expect(files['policy.binary']).toEqual(traceModifyToken.slice(start));
  });
});

describe('policy evaluate', () => {
  const evaluate = (rule: string, elapsed: string, ...approvers: string[]): ReturnType<typeof quorate> =>
    quorate(
      ['policy', 'evaluate', 'modify.json', '--rule', rule, '--elapsed', elapsed, '--json'].concat(
        approvers.length > 0 ? ['--approver', ...approvers] : [],
      ),
      { ...real, 'approver.pem': pem },
    );

  it('prints the shape other tools rely on', async () => {
    const { code, out } = await evaluate('use', '60', secp256k1);
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      satisfied: true,
      tokens: [
        {
          name: 'Token1',
          satisfied: true,
          window: { opens: 0, closes: 600, state: 'open' },
          groups: [{ name: 'Group1', quorum: 1, approved: 1, missing: 0 }],
        },
      ],
    });
  });

  it('says no before the window, after it, without approvals, and with a stranger', async () => {
    expect((await evaluate('use', '601', 'ApproverKey1')).code).toBe(1);
    expect((await evaluate('block', '179', 'ApproverKey1')).code).toBe(1);
    expect((await evaluate('block', '180', 'ApproverKey1')).code).toBe(0);
    expect((await evaluate('block', '181', 'ApproverKey1')).code).toBe(1);
    expect((await evaluate('use', '0')).code).toBe(1);
    const stranger = await evaluate('use', '0', 'approver.pem');
    expect([stranger.code, stranger.err]).toEqual([1, expect.stringContaining('no group of the rule names this key')]);
  });

  it('knows an approver by the beginning of the fingerprint', async () => {
    expect((await evaluate('use', '0', 'ea9220e39f0fc6a2')).code).toBe(0);
    expect((await evaluate('use', '0', 'ea9220e39f0fc6a3')).code).toBe(2);
  });
});
