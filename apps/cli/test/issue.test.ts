import { generateKeyPairSync, sign, X509Certificate } from 'node:crypto';
import { signatureAlgorithmByName } from '@quorate/crypto';
import { postQuantum, postQuantumKeyPair, postQuantumSigner } from '@quorate/crypto/post-quantum';
import { encodePem } from '@quorate/der';
import { readTbs } from '@quorate/issue';
import { writePolicyJson } from '@quorate/policy';
import { describe, expect, it } from 'vitest';
import { type Ending, type Files, quorate } from './cli.ts';
import { approvalBy, approvers, issuanceFiles, keyPolicy, rootYaml, step } from './issue-files.ts';
import { caPair } from './root.ts';

const files = await issuanceFiles();
const tbs = files['root.tbs.der'] as Uint8Array;
const text = (name: string, of: Files = files): string => new TextDecoder().decode(of[name] as Uint8Array);
/** Other random bytes than those of the world of these tests. */
const OTHER = '6a09e667f3bcc908b2fb1366ea957d3e';
const run = (line: string, more: Files = {}): Promise<Ending> => quorate(line.split(' '), { ...files, ...more });

describe('issue tbs', () => {
  it('reads YAML and JSON alike, and gives the same bytes for the same random ones', async () => {
    const json = {
      note: 'made by tests',
      extends: 'root-ca',
      subject: [
        { type: 'countryName', value: 'CH' },
        { type: 'commonName', value: 'Example Root CA' },
      ],
      notBefore: '2026-01-01T00:00:00Z',
      notAfter: 'P10Y',
      serialNumber: 'random',
      signatureAlgorithm: 'SHA256_WITH_ECDSA',
      basicConstraints: { ca: true, pathLen: 1 },
    };
    const random = '--random 0102030405060708090a0b0c0d0e0f10';
    const line = (file: string): string => `issue tbs ${file} --key ca-key.spki.der ${random}`;
    const [a, b] = [await run(line('root.profile.yaml')), await run(line('j'), { j: JSON.stringify(json) })];
    expect([a.code, b.code]).toEqual([0, 0]);
    expect(a.bytes).toEqual(b.bytes);
    // The random bytes of these tests are the same ones.
    expect(a.bytes).toEqual(tbs);
  });

  it('says which random bytes were drawn, unless the manifest does', async () => {
    const { err } = await run('issue tbs root.profile.yaml --key ca-key.spki.der');
    expect(err).toContain('--random 0102030405060708090a0b0c0d0e0f10');
    const withManifest = await run('issue tbs root.profile.yaml --key ca-key.spki.der --manifest m.json');
    expect(withManifest.err).not.toContain('--random');
    expect(new TextDecoder().decode(withManifest.written.get('m.json'))).toBe(text('root.manifest.json'));
  });

  it('prints the rules that forbid it, and makes nothing', async () => {
    const p = `extends: tls-server
subject: [{ type: commonName, value: www.example.ch }]
subjectAltName: [{ type: dNSName, value: www.example.ch }]
notBefore: "2026-12-01T08:15:00Z"
notAfter: P3Y
serialNumber: random
signatureAlgorithm: SHA256_WITH_ECDSA
lint: { sets: [rfc5280, cabf] }
`;
    const k = encodePem({ label: 'PUBLIC KEY', bytes: approvers[2]?.spki as Uint8Array });
    const line = `issue tbs p --issuer root.pem --key k --manifest m --output t --random ${OTHER}`;
    const { code, out, err, written } = await run(line, { p, k });
    expect([code, out, written.size]).toEqual([1, '', 0]);
    expect(err.match(/FAIL/g)).toHaveLength(2);
    expect(err).toContain('no TBS was made');
    expect((await run(line, { p: p.replace(', cabf', ''), k })).code).toBe(0);
  });

  it('names the nearest member for one that there is not', async () => {
    const unknown = await run('issue tbs p --key ca-key.spki.der', { p: `${rootYaml}keyUsag: []\n` });
    expect([unknown.code, unknown.err]).toEqual([2, expect.stringContaining('keyUsage')]);
  });

  it('refuses a CA key whose policy lets anybody sign', async () => {
    const open = JSON.parse(
      text('key.policy.json', { 'key.policy.json': new TextEncoder().encode(String(files['key.policy.json'])) }),
    );
    const p = JSON.stringify({ ...open, ruleUse: null });
    const { code, err } = await run('issue tbs root.profile.yaml --key ca-key.spki.der --policy p', { p });
    expect([code, err]).toEqual([1, expect.stringContaining('unguarded')]);
  });

  it('asks for what is missing', async () => {
    expect((await run('issue tbs root.profile.yaml')).err).toContain('--key or --csr');
    expect((await run('issue tbs root.profile.yaml --csr subject.csr')).err).toContain('--issuer');
  });

  it('gives the library’s value as JSON', async () => {
    const { out } = await run('issue tbs root.profile.yaml --key ca-key.spki.der --json');
    const value = JSON.parse(out);
    expect(Object.keys(value)).toEqual(['tbs', 'decisions', 'lint']);
    expect(new Uint8Array(Buffer.from(value.tbs, 'base64'))).toEqual(tbs);
  });
});

describe('issue show', () => {
  it('has all that an approver must see on one screen', async () => {
    const { code, out } = await quorate(['issue', 'show', 'root.quorate.json'], files, { width: 80 });
    expect(code).toBe(0);
    for (const words of [
      'CN=Example Root CA,C=CH',
      '2035-12-31 23:59:59 UTC, 3652 days (about 10.0 years)',
      'EC P-256',
      'critical, CA:TRUE, pathLen 1',
      'keyCertSign, cRLSign',
      'in words',
      'root-ca-key',
      'alice, bob',
      'made by tests',
      'block: EVERYBODY; unblock: 2 of 2; modify: 2 of 2.',
      'approved by  nobody yet',
      'next         get 1 approval more',
    ]) {
      expect(out).toContain(words);
    }
    // With room for the prompt, and for what a profile allows.
    expect(out.split('\n').length).toBeLessThanOrEqual(38);
    expect(Math.max(...out.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
  });

  it('tells of a pending issuance what its profile allows and what was decided about its request', async () => {
    const p = `${rootYaml}quorum: 1\nallow: [{ code: policy-unguarded, because: "a test of ours" }]\n`;
    const weak = JSON.stringify({ ...writePolicyJson(keyPolicy), ruleModify: null });
    const made = await run('issue tbs p --key ca-key.spki.der --manifest m --output t', { p });
    const m = made.written.get('m') as Uint8Array;
    const start = await run('issue start m --policy weak --output f', { m, weak });
    expect([start.code, start.err]).toEqual([0, expect.stringContaining('a test of ours')]);
    const { out } = await run('issue show f', { f: start.written.get('f') as Uint8Array });
    expect(out).toContain('quorum       any use of the certified key must need 1 approval');
    expect(out).toContain('modify: EVERYBODY');
    expect(out.replace(/\s+/g, ' ')).toContain('taken all the same, since the profile says so: `a test of ours`');
  });

  it('says no when the TBS is not what the manifest makes, and where', async () => {
    expect((await run('issue show root.tbs.der --manifest root.manifest.json')).code).toBe(0);
    const changed = text('root.manifest.json').replace('Example Root CA', 'Example Root CB');
    const { code, out } = await run('issue show root.tbs.der --manifest m', { m: changed });
    expect([code, out]).toEqual([1, expect.stringContaining('subject')]);
  });

  it('escapes what could deceive the eye, in names of anybody’s TBS', async () => {
    const bidi = Uint8Array.from(tbs);
    const at = Buffer.from(bidi).lastIndexOf('Root');
    bidi.set([0xe2, 0x80, 0xae, 0x41], at);
    const { code, out } = await run('issue show t', { t: bidi });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: what must not reach a terminal
    expect([code, /[\u202e\u001b]/.test(out)]).toEqual([0, false]);
    expect(out).toMatch(/202[eE]|E2\\80\\AE/);
  });

  it('refuses what is none of the three', async () => {
    for (const [name, content] of Object.entries({
      pem: encodePem({ label: 'CERTIFICATE', bytes: tbs }),
      json: '{"format": "other"}',
      cut: tbs.slice(0, -1),
      empty: '',
    })) {
      expect([name, (await run('issue show f', { f: content })).code]).toEqual([name, 2]);
    }
  });
});

describe('issue fingerprint', () => {
  it('is the same of the TBS, the manifest and the pending issuance', async () => {
    const outs = await Promise.all(
      ['root.tbs.der', 'root.manifest.json', 'root.quorate.json'].map(
        async (file) => (await run(`issue fingerprint ${file} --json`)).out,
      ),
    );
    expect(new Set(outs).size).toBe(1);
  });

  it('compares words and digits that were heard, all of them', async () => {
    const { words, hex, sha256 } = JSON.parse((await run('issue fingerprint root.tbs.der --json')).out);
    const compare = (...heard: string[]): Promise<Ending> =>
      quorate(['issue', 'fingerprint', 'root.tbs.der', '--compare', ...heard], files);
    expect((await compare(...words)).code).toBe(0);
    expect((await compare(words.join(' ').toUpperCase())).code).toBe(0);
    expect((await compare(...hex.split(' '))).code).toBe(0);
    expect((await compare(sha256.toUpperCase())).code).toBe(0);
    const swapped = [words[1], words[0], ...words.slice(2)];
    const wrong = await compare(...swapped);
    expect([wrong.code, wrong.out]).toEqual([1, expect.stringContaining('swapped')]);
    expect((await compare(...words.slice(0, 31))).code).toBe(1);
    expect((await compare(...words, words[0])).code).toBe(1);
    expect((await compare(sha256.slice(0, 63))).code).toBe(1);
    expect((await compare(`${sha256}0`)).code).toBe(1);
    expect((await compare(sha256.replace(/.$/, sha256.endsWith('0') ? '1' : '0'))).code).toBe(1);
  });
});

describe('a pending issuance', () => {
  it('goes round, is merged in any order to the same bytes, and becomes a certificate', async () => {
    const status = await run('issue status root.alice.quorate.json');
    expect([status.code, status.out]).toEqual([3, expect.stringContaining('1 of 2')]);
    expect(status.out).toContain('not yet:  bob');
    const copies = ['root.alice.quorate.json', 'root.bob.quorate.json'];
    const one = await quorate(['issue', 'merge', ...copies], files);
    const other = await quorate(['issue', 'merge', ...copies.reverse(), 'root.quorate.json'], files);
    expect([one.code, one.out]).toEqual([0, other.out]);
    const merged: Files = { ...files, 'm.quorate.json': one.out };
    expect((await quorate(['issue', 'status', 'm.quorate.json'], merged)).code).toBe(0);
    const [after, { code, out }] = await step(merged, [
      ...['issue', 'assemble', 'm.quorate.json', '--signature', 'root.sig', '--form', 'der'],
      ...['--pending', 'signed.quorate.json'],
    ]);
    expect(code).toBe(0);
    expect(new X509Certificate(out).verify(caPair.publicKey)).toBe(true);
    const again = await quorate(['issue', 'assemble', 'signed.quorate.json'], after);
    expect([again.code, again.out]).toEqual([0, out]);
    expect((await quorate(['issue', 'status', 'signed.quorate.json'], after)).out).toContain('the certificate is made');
  });

  it('takes no approval of somebody else, of other bytes or for another key, and names whose it is', async () => {
    const cases: readonly (readonly [words: string, body: string])[] = [
      ['approver unknown', await approvalBy(2, tbs)],
      ['alice approved other bytes', await approvalBy(0, tbs.slice(1))],
      ['alice approved the use of `other`', await approvalBy(0, tbs, 'other')],
    ];
    for (const [words, body] of cases) {
      const { code, out, err } = await run('issue approve root.quorate.json a.json', { 'a.json': body });
      expect([code, out, err.replace(/\s+/g, ' ')]).toEqual([1, '', expect.stringContaining(words)]);
    }
    const forged = JSON.parse(await approvalBy(0, tbs));
    const mine = JSON.parse(await approvalBy(2, tbs));
    const body = JSON.stringify({ ...forged, signature: mine.signature });
    expect((await run('issue approve root.quorate.json a.json', { 'a.json': body })).code).toBe(1);
  });

  it('writes the file back on request, and never when nothing was added', async () => {
    const good = await run('issue approve root.quorate.json approval.json bob.approval.json --write');
    expect([good.code, [...good.written.keys()]]).toEqual([0, ['root.quorate.json']]);
    const bad = await run('issue approve root.quorate.json approval.json a.json --write', {
      'a.json': await approvalBy(2, tbs),
    });
    expect([bad.code, bad.written.size]).toEqual([1, 0]);
    expect((await run('issue approve root.quorate.json approval.json --write --output x')).code).toBe(2);
  });

  it('is refused when somebody changed it, with what was changed', async () => {
    const value = JSON.parse(text('root.alice.quorate.json'));
    const cases: readonly (readonly [string, unknown])[] = [
      ['keyLabel', { ...value, keyLabel: 'another' }],
      ['policy', { ...value, policy: null }],
      ['tbs', { ...value, tbs: Buffer.from(tbs.slice().fill(0x41, 60, 61)).toString('base64') }],
      [
        'approvals[0]',
        { ...value, approvals: [{ ...value.approvals[0], signature: value.approvals[0].approvalToBeSigned }] },
      ],
      ['status', { ...value, status: 'approved' }],
    ];
    for (const [place, changed] of cases) {
      for (const verb of ['status', 'show', 'fingerprint', 'assemble']) {
        const { code, err } = await run(`issue ${verb} f`, { f: JSON.stringify(changed) });
        expect([verb, place, code, err.replace(/\s+/g, ' ')]).toEqual([verb, place, 2, expect.stringContaining(place)]);
      }
    }
  });

  it('is held against the policy that the HSM attests', async () => {
    const policy = 'key.policy.json';
    expect((await run(`issue status root.quorate.json --policy ${policy}`)).code).toBe(3);
    const other = JSON.parse(String(files[policy]));
    other.ruleUse.tokens = other.ruleUse.tokens.slice(0, 1);
    const { code, err } = await run('issue status root.quorate.json --policy p', { p: JSON.stringify(other) });
    expect([code, err]).toEqual([2, expect.stringContaining('pending altered')]);
    expect((await run(`issue status root.quorate.json --identity ${'0'.repeat(64)}`)).code).toBe(2);
    expect(keyPolicy.rules.use).not.toBeNull();
  });

  it('is not what a manifest is', async () => {
    const { code, err } = await run('issue merge root.quorate.json root.manifest.json');
    expect([code, err]).toEqual([2, expect.stringContaining('root.manifest.json: this is a manifest')]);
  });

  it('is not merged with another', async () => {
    const start = 'issue start root.manifest.json --policy key.policy.json --key-label other';
    const other = (await run(start)).out;
    const { code, err } = await run('issue merge root.quorate.json o', { o: other });
    expect([code, err]).toEqual([1, expect.stringContaining('keyLabel')]);
  });

  it('says without a timestamp that an alternative with a window waits for one', async () => {
    expect((await run('issue status root.quorate.json')).out).toContain('runs from a timestamp of the HSM');
  });

  it('is refused for a self-signed CA whose key needs fewer approvals than its profile says', async () => {
    const p = `${rootYaml}quorum: 2\n`;
    const made = await run('issue tbs p --key ca-key.spki.der --manifest m --output t', { p });
    const m = made.written.get('m') as Uint8Array;
    const { code, err, written } = await run('issue start m --policy key.policy.json --output f', { m });
    expect([code, err, written.size]).toEqual([1, expect.stringContaining('quorum too low'), 0]);
    expect(err).toContain('no pending issuance was made');
  });

  it('must be told who approves', async () => {
    expect((await run('issue start root.manifest.json')).code).toBe(2);
    const { code, out } = await run('issue start root.manifest.json --no-policy');
    expect([code, JSON.parse(out).policy]).toEqual([0, null]);
  });
});

describe('issue assemble', () => {
  const joined = new Uint8Array(sign('sha256', tbs, { key: caPair.privateKey, dsaEncoding: 'ieee-p1363' }));
  const line = (form: string): string =>
    `issue assemble root.tbs.der --signature s --key ca-key.spki.der${form === '' ? '' : ` --form ${form}`}`;

  it('takes each form where it is declared, and in no other place', async () => {
    const der = files['root.sig'] as Uint8Array;
    const of: Readonly<Record<string, Uint8Array | string>> = {
      der,
      raw: joined,
      hex: `${Buffer.from(der).toString('hex')}\n`,
      'raw-hex': Buffer.from(joined).toString('hex'),
      base64: Buffer.from(der).toString('base64'),
      'raw-base64': `${Buffer.from(joined).toString('base64')}\n`,
    };
    for (const [name, s] of Object.entries(of)) {
      for (const form of Object.keys(of)) {
        const { code } = await run(line(form), { s });
        expect([name, form, code]).toEqual([name, form, name === form ? 0 : 1]);
      }
    }
    expect((await run(line('pkcs7'), { s: der })).code).toBe(2);
  });

  it('joins a request and a CRL too, each with what it needs', async () => {
    const signed = (name: string): Files => ({
      s: new Uint8Array(sign('sha256', files[name] as Uint8Array, caPair.privateKey)),
    });
    const csr = await run(
      'issue assemble csr.info.der --signature s --algorithm SHA256_WITH_ECDSA',
      signed('csr.info.der'),
    );
    expect([csr.code, csr.out]).toEqual([0, expect.stringContaining('BEGIN CERTIFICATE REQUEST')]);
    expect((await run('csr check c', { c: csr.out })).code).toBe(0);
    expect((await run('issue assemble csr.info.der --signature s', signed('csr.info.der'))).code).toBe(2);
    const crl = await run('issue assemble crl.tbs.der --signature s --key root.pem', signed('crl.tbs.der'));
    expect([crl.code, crl.out]).toEqual([0, expect.stringContaining('BEGIN X509 CRL')]);
    const shown = await run('crl show c', { c: crl.out });
    expect([shown.code, shown.out]).toEqual([0, expect.stringContaining('keyCompromise')]);
    const wrong = await run('issue assemble crl.tbs.der --signature s --key root.pem', signed('root.tbs.der'));
    expect([wrong.code, wrong.out]).toEqual([1, '']);
  });
});

describe('with a post-quantum key', () => {
  it('a TBS, its manifest and the certificate are made alike', async () => {
    const { pkcs8, spki } = postQuantumKeyPair('ML-DSA-44', new Uint8Array(32).fill(7));
    const p = rootYaml.replace('SHA256_WITH_ECDSA', 'ML-DSA-44');
    const built = await run('issue tbs p --key k --manifest m --output t', { p, k: spki });
    expect([built.code, built.err]).toEqual([0, expect.stringContaining('ML-DSA-44')]);
    const [m, t] = ['m', 't'].map((name) => built.written.get(name) as Uint8Array) as [Uint8Array, Uint8Array];
    expect((await run('issue show t --manifest m', { m, t })).code).toBe(0);
    const algorithm = signatureAlgorithmByName('ML-DSA-44', { algorithms: postQuantum });
    const s = await postQuantumSigner(pkcs8).sign(t, algorithm);
    const made = await run('issue assemble t --signature s --key k', { t, s, k: spki });
    expect([made.code, made.out]).toEqual([0, expect.stringContaining('BEGIN CERTIFICATE')]);
    const started = await run('issue start m --no-policy', { m });
    expect(started.code).toBe(0);
    expect((await run('issue assemble f --signature s', { f: started.out, s })).code).toBe(0);
  });
});

describe('csr check --profile', () => {
  const profile = (rule: string): string =>
    `extends: tls-server
subject: from-request
notBefore: "2026-12-01T08:15:00Z"
notAfter: P30D
serialNumber: random
signatureAlgorithm: SHA256_WITH_ECDSA
csr: { subject: allow, basicConstraints: ${rule} }
`;
  const asked = async (): Promise<Files> => {
    const { bytes: i } = await run('csr make csr.profile.yaml --key ca-key.spki.der');
    const s = new Uint8Array(sign('sha256', i, caPair.privateKey));
    const line = 'issue assemble i --signature s --algorithm SHA256_WITH_ECDSA --der';
    return { c: (await run(line, { i, s })).bytes };
  };

  it('says what the rules of a profile make of all that is asked for', async () => {
    const taken = await run('csr check c --profile p', { ...(await asked()), p: profile('override') });
    expect([taken.code, taken.out]).toEqual([0, expect.stringContaining('taken from the request')]);
    const p = profile('require');
    const refused = await run('csr check c --profile p --json', { ...(await asked()), p });
    const { verdict, findings } = JSON.parse(refused.out) as { verdict: string; findings: { id: string }[] };
    expect([refused.code, verdict]).toEqual([1, 'fail']);
    expect(findings.map(({ id }) => id)).toContain('issue.csr-refused');
  });

  it('cannot be asked with a profile that is none', async () => {
    const { code, err } = await run('csr check c --profile p', { ...(await asked()), p: profile('alow') });
    expect([code, err]).toEqual([2, expect.stringContaining('allow')]);
  });

  it('decides nothing about what cannot be read', async () => {
    const c = ((await asked())['c'] as Uint8Array).slice(0, -1);
    const { code, out } = await run('csr check c --profile p', { c, p: profile('override') });
    expect([code, out]).toEqual([1, expect.stringContaining('nothing is decided about it')]);
  });
});

describe('crl', () => {
  it('holds a CRL against the one before', async () => {
    const s = new Uint8Array(sign('sha256', files['crl.tbs.der'] as Uint8Array, caPair.privateKey));
    const { out: before } = await run('issue assemble crl.tbs.der --signature s --key root.pem', { s });
    const make = 'crl make crl.profile.yaml --issuer root.pem --previous before --this-update 2027-02-01T00:00:00Z';
    const line = (number: number): string => `${make} --revoked revoked.yaml --number ${number}`;
    expect((await run(line(3), { before })).code).toBe(0);
    const same = await run(line(2), { before });
    expect([same.code, same.err]).toEqual([1, expect.stringContaining('crl number not above')]);
    const vanished = await run(`${make} --number 3`, { before });
    expect([vanished.code, vanished.err]).toEqual([1, expect.stringContaining('vanished')]);
    // The file is named in which the fault is.
    const late = 'revoked: [{ serialNumber: "7", revocationDate: "2028-01-01T00:00:00Z" }]\n';
    const entry = await run(`${make} --number 3 --revoked late`, { before, late });
    expect([entry.code, entry.err]).toEqual([1, expect.stringContaining('late: issue: crl entry invalid')]);
  });

  it('takes one before that an older key signed, with the certificate of that key alone', async () => {
    const pair = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const k = new Uint8Array(pair.publicKey.export({ type: 'spki', format: 'der' }));
    const { bytes: t } = await run(`issue tbs root.profile.yaml --key k --random ${OTHER}`, { k });
    const sig = new Uint8Array(sign('sha256', t, pair.privateKey));
    const old = (await run('issue assemble t --signature sig --key k', { t, sig, k })).out;
    const first = await run('crl make crl.profile.yaml --issuer old --number 1', { old });
    const s = new Uint8Array(sign('sha256', first.bytes, pair.privateKey));
    const before = (await run('issue assemble c --signature s --key old', { c: first.bytes, s, old })).out;
    const line = 'crl make crl.profile.yaml --issuer root.pem --number 2 --previous before';
    const alone = await run(line, { before });
    expect([alone.code, alone.err]).toEqual([1, expect.stringContaining('previous foreign')]);
    const told = await run(`${line} --previous-issuer old`, { before, old });
    expect([told.code, told.err]).toEqual([0, expect.stringContaining('signed with another key')]);
    expect((await run(`${line.replace(' --previous before', '')} --previous-issuer old`, { old })).code).toBe(2);
  });

  it('is put to lint before it is signed', async () => {
    const r = 'revoked: [{ serialNumber: "0", revocationDate: "2026-05-01T00:00:00Z" }]\n';
    const { code, err } = await run('crl make crl.profile.yaml --issuer root.pem --number 1 --revoked r', { r });
    expect([code, err]).toEqual([0, expect.stringContaining('revokes every certificate with serial number 0')]);
  });

  it('shows twenty entries, all on request, and as JSON', async () => {
    const revoked = Array.from({ length: 30 }, (_, i) => ({
      serialNumber: `${i + 1}`,
      revocationDate: '2026-05-01T00:00:00Z',
    }));
    const made = await run('crl make crl.profile.yaml --issuer root.pem --number 1 --revoked r', {
      r: JSON.stringify({ revoked }),
    });
    const c = made.bytes;
    expect((await run('crl show c', { c })).out).toContain('and 10 more');
    expect((await run('crl show c --all', { c })).out.split('\n').length).toBeGreaterThan(35);
    expect(JSON.parse((await run('crl show c --json', { c })).out).revoked).toHaveLength(30);
    expect((await run('crl show root.tbs.der')).code).toBe(2);
  });
});

describe('issue init', () => {
  it('prints a profile of each kind that makes a TBS', async () => {
    const presets = ['root-ca', 'intermediate-ca', 'tls-server', 'tls-client', 'code-signing', 'document-signing'];
    for (const preset of [...presets, 's-mime', 'time-stamping', 'ocsp-responder', 'crl-signer']) {
      const { code, out } = await run(`issue init --preset ${preset}`);
      expect([preset, code, out.split('\n').filter((line) => line.startsWith('#')).length]).toEqual([
        preset,
        0,
        expect.any(Number),
      ]);
      const issuer = preset === 'root-ca' ? 'self' : 'top.pem';
      const key = encodePem({ label: 'PUBLIC KEY', bytes: approvers[2]?.spki as Uint8Array });
      const more = { p: out, k: key, 'top.pem': await longRoot() };
      const made = await run(`issue tbs p --issuer ${issuer} --key k`, more);
      expect([preset, made.code, made.err]).toEqual([preset, 0, expect.any(String)]);
    }
  });

  it('asks on a terminal, and only there', async () => {
    const answers = ['tls-server', 'shop.example.ch', '', 'DE', 'P30D', ''];
    const asked: string[] = [];
    const ask = async (question: string): Promise<string> => {
      asked.push(question);
      return answers[asked.length - 1] ?? '';
    };
    const { code, out } = await quorate(['issue', 'init'], {}, { ask });
    expect([code, asked.length]).toEqual([0, 6]);
    for (const words of ['extends: tls-server', '"shop.example.ch"', '"DE"', '"P30D"', '"Example AG"']) {
      expect(out).toContain(words);
    }
    expect((await quorate(['issue', 'init'])).out).toContain('extends: root-ca');
    const none = await quorate(
      ['issue', 'init', '--preset', 'root-ca'],
      {},
      { ask: () => Promise.reject(new Error()) },
    );
    expect(none.code).toBe(0);
  });

  it('takes nothing typed for more than a value', async () => {
    const answers = ['root-ca', 'x" }\nextends: tls-server\n# \u202e'];
    let n = 0;
    const { code, out } = await quorate(['issue', 'init'], {}, { ask: async () => answers[n++] ?? '' });
    expect([code, out.includes('\nextends: tls-server')]).toEqual([0, false]);
    let m = 0;
    const bad = ['root-ca', 'x', 'y', 'Z', 'a while', 'SHA1'];
    expect((await quorate(['issue', 'init'], {}, { ask: async () => bad[m++] ?? '' })).code).toBe(2);
  });

  it('overwrites no file', async () => {
    const { code, written } = await run('issue init --output root.pem');
    expect([code, written.size]).toEqual([2, 0]);
  });
});

describe('issue rest', () => {
  it('asks for a signature over the exact bytes, whichever file they are in', async () => {
    const named = '--key-name root-ca-key';
    for (const line of [`root.tbs.der ${named}`, `root.manifest.json ${named}`, 'root.quorate.json']) {
      const { code, out, err } = await run(`issue rest ${line}`);
      const { signRequest } = JSON.parse(out);
      expect([code, signRequest.signKeyName, signRequest.signatureAlgorithm]).toEqual([
        0,
        'root-ca-key',
        'SHA256_WITH_ECDSA',
      ]);
      expect(new Uint8Array(Buffer.from(signRequest.payload, 'base64'))).toEqual(tbs);
      expect(err).toContain('POST /v1/sign');
    }
    expect((await run('issue rest root.quorate.json --key-name other')).code).toBe(2);
    expect((await run('issue rest root.tbs.der')).code).toBe(2);
  });

  it('gives no body that asks for less than the profile, unless told to', async () => {
    const line = 'issue rest root.profile.yaml --as selfsign --dialect commonName --key-name k';
    const { code, out, err } = await run(line);
    expect([code, out, err]).toEqual([1, '', expect.stringContaining('basicConstraints.pathLen')]);
    const lossy = await run(`${line} --lossy`);
    expect([lossy.code, Object.keys(JSON.parse(lossy.out))]).toEqual([0, ['selfSignCertificateRequest']]);
    const all = JSON.parse((await run(`${line} --json`)).out);
    expect(all.notExpressible.map(({ path }: { path: string }) => path)).toContain('basicConstraints.pathLen');
  });

  it('refuses names that the broker would paste unescaped', async () => {
    const evil = rootYaml.replace('Example Root CA', '"Example, O=Bank"');
    const line = 'issue rest p --as selfsign --dialect commonName --key-name k --lossy';
    const { code, out, err } = await run(line, { p: evil });
    expect([code, out, err]).toEqual([2, '', expect.stringContaining('name value unsafe')]);
  });

  it('must be told the dialect', async () => {
    expect((await run('issue rest root.profile.yaml --as selfsign --key-name k')).err).toContain('--dialect');
  });
});

/** A root that lasts long enough, made now in the world of these tests. */
async function longRoot(): Promise<string> {
  const p = rootYaml.replace('P10Y', 'P40Y');
  const { bytes } = await run(`issue tbs p --key ca-key.spki.der --random ${OTHER}`, { p });
  const s = new Uint8Array(sign('sha256', bytes, caPair.privateKey));
  expect(readTbs(bytes).notAfter.seconds).toBeGreaterThan(1_800_000_000);
  return (await run('issue assemble t --signature s --key ca-key.spki.der', { t: bytes, s })).out;
}
