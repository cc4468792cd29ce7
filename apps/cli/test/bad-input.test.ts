import { describe, expect, it } from 'vitest';
import { quorate } from './cli.ts';
import { real } from './files.ts';
import { issuanceFiles } from './issue-files.ts';

/** Every command that reads one main file, with its other files good. */
const commands: Readonly<Record<string, readonly string[]>> = {
  'policy check': ['policy', 'check', 'X'],
  'policy show': ['policy', 'show', 'X'],
  'policy evaluate': ['policy', 'evaluate', 'X', '--rule', 'use'],
  'policy convert': ['policy', 'convert', 'X', '--to', 'json'],
  'token show': ['token', 'show', 'X'],
  'approval verify': ['approval', 'verify', 'X'],
  'approval verify, the timestamp key': ['approval', 'verify', 'sign-approval.json', '--timestamp-key', 'X'],
  'approval sign': ['approval', 'sign', 'X', '--key', 'key.pem', '--id', 'task'],
  'approval sign, the key': ['approval', 'sign', 'sign.bin', '--key', 'X', '--id', 'task'],
  'attestation show': ['attestation', 'show', 'X'],
  'attestation verify': ['attestation', 'verify', 'X', '--signature', 'sign.sig', '--key', 'attestation.der'],
  'attestation verify, the chain': [
    'attestation',
    'verify',
    'sign.xml',
    '--signature',
    'sign.sig',
    '--chain',
    'X',
    '--anchor',
    'issued.der',
  ],
  'attestation verify, the anchor': [
    'attestation',
    'verify',
    'sign.xml',
    '--signature',
    'sign.sig',
    '--chain',
    'issued.der',
    '--anchor',
    'X',
  ],
  'cert show': ['cert', 'show', 'X'],
  'cert check': ['cert', 'check', 'X', '--request', 'sign-csr.json'],
  'cert check, the request': ['cert', 'check', 'issued.der', '--request', 'X'],
  'cert check, the issuer': ['cert', 'check', 'issued.der', '--request', 'sign-csr.json', '--issuer', 'X'],
  'cert check, the CSR': ['cert', 'check', 'issued.der', '--request', 'sign-csr.json', '--csr', 'X'],
  'csr show': ['csr', 'show', 'X'],
  'csr check': ['csr', 'check', 'X'],
  'csr check, the request': ['csr', 'check', 'subject.csr', '--request', 'X'],
  'issue tbs': ['issue', 'tbs', 'X', '--key', 'attestation.der'],
  'issue assemble': ['issue', 'assemble', 'X', '--signature', 'sign.sig', '--key', 'attestation.der'],
  'issue tbs, the key': ['issue', 'tbs', 'root.profile.yaml', '--key', 'X'],
  'issue tbs, the CSR': ['issue', 'tbs', 'root.profile.yaml', '--csr', 'X', '--issuer', 'self'],
  'issue tbs, the issuer': ['issue', 'tbs', 'root.profile.yaml', '--key', 'ca-key.spki.der', '--issuer', 'X'],
  'issue tbs, the policy': ['issue', 'tbs', 'root.profile.yaml', '--key', 'ca-key.spki.der', '--policy', 'X'],
  'issue show': ['issue', 'show', 'X'],
  'issue show, the manifest': ['issue', 'show', 'root.tbs.der', '--manifest', 'X'],
  'issue fingerprint': ['issue', 'fingerprint', 'X'],
  'issue start': ['issue', 'start', 'X', '--no-policy'],
  'issue start, the policy': ['issue', 'start', 'root.manifest.json', '--policy', 'X'],
  'issue approve': ['issue', 'approve', 'X', 'approval.json'],
  'issue approve, the approval': ['issue', 'approve', 'root.quorate.json', 'X'],
  'issue status': ['issue', 'status', 'X'],
  'issue merge': ['issue', 'merge', 'X', 'root.quorate.json'],
  'issue merge, the other': ['issue', 'merge', 'root.quorate.json', 'X'],
  'issue assemble, the key': ['issue', 'assemble', 'root.tbs.der', '--signature', 'root.sig', '--key', 'X'],
  'issue rest': ['issue', 'rest', 'X', '--key-name', 'k'],
  'issue rest, the profile': ['issue', 'rest', 'X', '--as', 'selfsign', '--dialect', 'commonName', '--key-name', 'k'],
  'csr make': ['csr', 'make', 'X', '--key', 'ca-key.spki.der'],
  'crl make': ['crl', 'make', 'X', '--issuer', 'root.pem', '--number', '1'],
  'crl make, the issuer': ['crl', 'make', 'crl.profile.yaml', '--issuer', 'X', '--number', '1'],
  'crl make, the list': ['crl', 'make', 'crl.profile.yaml', '--issuer', 'root.pem', '--number', '1', '--revoked', 'X'],
  'crl make, the CRL before': [
    'crl',
    'make',
    'crl.profile.yaml',
    '--issuer',
    'root.pem',
    '--number',
    '1',
    '--previous',
    'X',
  ],
  'crl show': ['crl', 'show', 'X'],
  'request status': ['request', 'status', 'X'],
  'attestation verify, the key': ['attestation', 'verify', 'sign.xml', '--signature', 'sign.sig', '--key', 'X'],
};

const issuance = await issuanceFiles();

const nested = (open: string, close: string): string => open.repeat(10_000) + close.repeat(10_000);
const garbage: Readonly<Record<string, string | Uint8Array>> = {
  empty: '',
  blank: ' \n\n',
  'one NUL': Uint8Array.of(0),
  'not UTF-8': Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d),
  'not UTF-8 in XML': Uint8Array.of(0x3c, 0xe9, 0x3e),
  prose: 'Dear approver, please sign.',
  'an open brace': '{',
  'an empty object': '{}',
  'an empty array': '[]',
  'a number': '17',
  'nested arrays': nested('[', ']'),
  'nested objects': nested('{"policy":', '}'),
  'nested XML': nested('<private_key>', '</private_key>'),
  'nested DER': new Uint8Array(20_000).map((_, i) => (i % 2 === 0 ? 0x30 : 0x80)),
  'PEM that never ends': '-----BEGIN PUBLIC KEY-----\nAAAA\n',
  'a million brackets': '['.repeat(1_000_000),
  'random bytes': new Uint8Array(5000).map((_, i) => (i * 7919 + (i >> 3)) & 0xff),
  'a DTD': '<!DOCTYPE a [<!ENTITY b "c">]><private_key>&b;</private_key>',
  'another XML': '<html><body>404</body></html>',
};

/** Commands whose answer about bytes that are no certificate or CSR is no: they have a report for that too. */
const judges = ['cert check', 'csr check'];
const binary = ['one NUL', 'not UTF-8', 'not UTF-8 in XML', 'nested DER', 'random bytes'];

describe('garbage that is judged fails: exit 1, and the report says where reading ended', () => {
  for (const name of judges) {
    it(name, async () => {
      const judged = [];
      for (const kind of binary) {
        const files = { ...real, 'bad.file': garbage[kind] as Uint8Array };
        const args = (commands[name] ?? []).map((arg) => (arg === 'X' ? 'bad.file' : arg));
        const { code, out, err } = await quorate([...args, '--json'], files);
        if (code === 2) continue;
        const { verdict, findings } = JSON.parse(out);
        expect({ kind, code, err, verdict, count: findings.length }).toEqual({
          kind,
          code: 1,
          err: '',
          verdict: 'fail',
          count: 1,
        });
        expect(findings[0].id).toMatch(/\.malformed$/);
        judged.push(kind);
      }
      expect(judged).toContain('nested DER');
      expect(judged).toContain('random bytes');
    });
  }
});

describe('garbage is refused: exit 2, a message that names the file, nothing on standard output', () => {
  for (const [name, args] of Object.entries(commands)) {
    it(name, async () => {
      for (const [kind, content] of Object.entries(garbage)) {
        if (judges.includes(name) && binary.includes(kind)) continue;
        const { code, out, err, written } = await quorate(
          args.map((arg) => (arg === 'X' ? 'bad.file' : arg)),
          {
            ...real,
            ...issuance,
            'bad.file': content,
            'key.pem': '',
          },
        );
        expect({
          kind,
          code,
          out,
          fault: err.includes('fault in quorate'),
          named: err.includes('bad.file'),
          size: written.size,
        }).toEqual({ kind, code: 2, out: '', fault: false, named: true, size: 0 });
      }
    });
  }
});

describe('a file cut short anywhere is refused', () => {
  for (const [file, args] of Object.entries({
    'sign.bin': ['token', 'show', 'sign.bin'],
    'modify.json': ['policy', 'show', 'modify.json'],
    'sign.xml': ['attestation', 'show', 'sign.xml'],
    'sign-approval.json': ['approval', 'verify', 'sign-approval.json'],
    'issued.der': ['cert', 'show', 'issued.der'],
    'subject.csr': ['csr', 'show', 'subject.csr'],
    'sign-csr.json': ['cert', 'check', 'issued.der', '--request', 'sign-csr.json'],
    'status.json': ['request', 'status', 'status.json'],
    'timestamp.der': ['approval', 'verify', 'sign-approval.json', '--timestamp-key', 'timestamp.der'],
    'root.tbs.der': ['issue', 'show', 'root.tbs.der'],
    'root.manifest.json': ['issue', 'show', 'root.manifest.json'],
    'root.alice.quorate.json': ['issue', 'status', 'root.alice.quorate.json'],
    'crl.tbs.der': ['crl', 'show', 'crl.tbs.der'],
  })) {
    it(file, async () => {
      const whole = { ...real, ...issuance }[file] as string | Uint8Array;
      const end = whole.length - (file === 'sign.xml' ? 2 : 0);
      for (let length = 0; length < end; length += Math.max(1, Math.floor(end / 60))) {
        const { code, out, err } = await quorate(args, { ...real, [file]: whole.slice(0, length) });
        expect({ length, code, out, fault: err.includes('fault in quorate') }).toEqual({
          length,
          code: 2,
          out: '',
          fault: false,
        });
      }
    });
  }
});

describe('the wrong file of the right conversation is named for what it is', () => {
  for (const [args, words] of [
    [['approval', 'verify', 'sign-tasks.response.json'], 'the answer to a request for approval tasks'],
    [['approval', 'verify', 'sign.json'], 'a request to sign'],
    [['approval', 'verify', 'modify.response.json'], 'the answer to a request'],
    [['approval', 'verify', 'sign.xml'], 'an XML file'],
    [['policy', 'check', 'sign-approval.json'], 'the body of an approval request'],
    [['policy', 'check', 'sign.bin'], 'carries no policy'],
    [['policy', 'check', 'rule.bin'], 'this is one rule'],
    [['token', 'show', 'sign-approval.json'], 'a JSON file'],
    [['request', 'status', 'self-sign.response.json'], 'the id of a request'],
    [['request', 'status', 'self-sign.json'], 'selfSignCertificateRequest'],
    [['cert', 'check', 'issued.der', '--request', 'seed.json'], 'a request to create a key'],
    [['cert', 'check', 'issued.der', '--request', 'status.json'], 'status of a request'],
    [['csr', 'check', 'subject.csr', '--request', 'sign-csr.json'], 'signCertificateRequest'],
    [['token', 'show', 'sign.sig'], 'length mismatch'],
    [['attestation', 'verify', 'sign.sig', '--signature', 'sign.xml', '--key', 'attestation.der'], 'an XML file'],
  ] as const) {
    it(args.join(' '), async () => {
      const { code, err } = await quorate(args, real);
      expect([code, err.replace(/\s+/g, ' ')]).toEqual([2, expect.stringContaining(words)]);
    });
  }
});

describe('JSON that two readers could read differently is refused with its place', () => {
  const policy = String(real['modify.json']);
  for (const [name, text, place] of [
    [
      'a duplicate member',
      policy.replace('"quorum": 1', '"quorum": 2, "quorum": 1'),
      'ruleUse.tokens[0].groups[0].quorum',
    ],
    ['a number as a string', policy.replace('"quorum": 1', '"quorum": "1"'), 'ruleUse.tokens[0].groups[0].quorum'],
    ['a boolean as a number', policy.replace('"timelock": 0', '"timelock": false'), 'ruleUse.tokens[0].timelock'],
    ['a fraction', policy.replace('"timeout": 600', '"timeout": 600.5'), 'ruleUse.tokens[0].timeout'],
    ['a negative time', policy.replace('"timelock": 0', '"timelock": -60'), 'ruleUse.tokens[0].timelock'],
    ['an unknown member', policy.replace('"quorum": 1', '"quorom": 1'), 'ruleUse.tokens[0].groups[0]'],
    ['an unknown approver type', policy.replace('"public_key"', '"publickey"'), 'approvals[0].type'],
    ['a key that is not base64', policy.replace('"MFYwEA', '"MFYw*A'), 'approvals[0].value'],
    ['a point off its curve', policy.replace('xj9TiTeb', 'xj9TiTec'), 'approvals[0].value'],
  ] as const) {
    it(name, async () => {
      expect(text).not.toBe(policy);
      const { code, out, err } = await quorate(['policy', 'check', 'p.json'], { 'p.json': text });
      expect([code, out, err.replace(/\s+/g, ' ')]).toEqual([2, '', expect.stringContaining(place)]);
      expect(err).toContain('p.json');
    });
  }
});

describe('usage', () => {
  for (const args of [
    [],
    ['policy'],
    ['polcy', 'check', 'seed.json'],
    ['policy', 'check'],
    ['policy', 'check', 'seed.json', 'seed.json'],
    ['policy', 'check', '--jsn', 'seed.json'],
    ['policy', 'evaluate', 'seed.json'],
    ['policy', 'evaluate', 'seed.json', '--rule', 'us'],
    ['policy', 'evaluate', 'seed.json', '--rule', 'use', '--elapsed', '1.5'],
    ['policy', 'evaluate', 'seed.json', '--rule', 'use', '--elapsed', '-1'],
    ['attestation', 'verify', 'sign.xml'],
  ]) {
    it(`\`${args.join(' ')}\` ends with 2`, async () => {
      const { code, out, err } = await quorate(args, real);
      expect([code, out]).toEqual([2, '']);
      expect(err).not.toBe('');
    });
  }
});
