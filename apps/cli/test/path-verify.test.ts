import { createHash } from 'node:crypto';
import { certificateOf, ecPair, extension, nameOf, utc } from '@quorate/certificates';
import { decodePem } from '@quorate/der';
import { verifyPath } from '@quorate/verify';
import { describe, expect, it } from 'vitest';
import { type Files, quorate } from './cli.ts';
import { pathFiles } from './path-files.ts';

const files = pathFiles();
const der = (name: string): Uint8Array => decodePem(files[name] as string)[0]?.bytes as Uint8Array;
const sha256 = (name: string): string => createHash('sha256').update(der(name)).digest('hex');
const at = (time = '2024-08-14T18:03:02Z'): string[] => ['--time', time];
const good = ['leaf.pem', '--anchor', 'root.pem', '--intermediate', 'ca.pem'];
const verify = (args: readonly string[], more: Files = {}) =>
  quorate(['path', 'verify', ...args], { ...files, ...more });
const flat = (text: string): string => text.replace(/\s+/g, ' ');

describe('path verify', () => {
  it('draws the path from the anchor down to the target, and says what was found', async () => {
    const { code, out, err } = await verify([...good, ...at()]);
    expect([code, err]).toEqual([0, '']);
    const tree = out
      .split('\n')
      .slice(0, 3)
      .map((line) => line.replace(/ {2}[0-9a-f]{16}$/, ''));
    expect(tree).toEqual(['  CN=A root  (trust anchor)', '  └─ CN=An issuing CA', '     └─ CN=A server  (target)']);
    expect(out).toContain(sha256('ca.pem').slice(0, 16));
    expect(out).toMatch(/verdict: pass\n$/);
    expect(out).not.toContain('✗');
  });

  it('prints as JSON exactly the report of the library', async () => {
    const { code, out } = await verify([...good, ...at(), '--json']);
    const report = JSON.parse(out);
    expect(code).toBe(0);
    expect(report.path.map((step: { sha256: string }) => step.sha256)).toEqual(
      ['leaf.pem', 'ca.pem', 'root.pem'].map(sha256),
    );
    const own = verifyPath({
      target: der('leaf.pem'),
      anchors: [der('root.pem')],
      intermediates: [der('ca.pem')],
      time: Date.parse('2024-08-14T18:03:02Z') / 1000,
    });
    expect(report).toEqual(JSON.parse(JSON.stringify(own)));
    expect([report.verdict, report.policies]).toEqual(['pass', own.policies]);
  });

  it('prints SARIF with the file that was judged', async () => {
    const { out } = await verify([...good, ...at(), '--format', 'sarif']);
    const [run] = JSON.parse(out).runs;
    expect(run.properties.verdict).toBe('pass');
    expect(run.results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('leaf.pem');
  });

  it('takes the chain behind the target in its file, DER, base64, and standard input', async () => {
    const chain = `${files['leaf.pem']}${files['ca.pem']}`;
    const base64 = Buffer.from(der('leaf.pem')).toString('base64');
    for (const [name, content, more] of [
      ['chain.pem', chain, []],
      ['leaf.der', der('leaf.pem'), ['--intermediate', 'ca.pem']],
      ['leaf.b64', base64, ['--intermediate', 'ca.pem']],
      ['-', chain, []],
    ] as const) {
      const { code } = await verify([name, '--anchor', 'root.pem', ...more, ...at()], { [name]: content });
      expect([name, code]).toEqual([name, 0]);
    }
  });

  it.each([
    ['nobody issued it', ['leaf.pem', '--anchor', 'root.pem'], 'A server', 'give the certificate of the issuer'],
    [
      'the root is not trusted',
      ['leaf.pem', '--anchor', 'other.pem', '--intermediate', 'ca.pem', 'root.pem'],
      'A root',
      'give it as an anchor',
    ],
    [
      'a CA is expired',
      ['leaf.pem', '--anchor', 'root.pem', '--intermediate', 'expired.pem'],
      'An issuing CA',
      'get a renewed certificate',
    ],
    [
      'the target is revoked',
      [...good, '--crl', 'root.crl', 'revoked.crl'],
      'A server',
      'do not rely on the certificate',
    ],
    [
      'nothing says that the CA is not revoked',
      [...good, '--crl', 'ca.crl'],
      'An issuing CA',
      'give the CRL of CN=A root',
    ],
    ['it is for something else', [...good, '--purpose', 'codeSigning'], 'A server', 'issued for this purpose'],
    ['it names somebody else', [...good, '--name', 'other.example'], 'A server', 'check whom you meant to reach'],
    ['the CA is distrusted', [...good, '--distrust', 'ca.pem'], 'An issuing CA', 'next:'],
    ['no policy', [...good, '--explicit-policy'], 'An issuing CA', 'next:'],
    ['too deep', [...good, '--max-depth', '0'], 'CA', 'next:'],
  ])('marks where trust breaks and says what to do: %s', async (_, args, broken, next) => {
    const { code, out } = await verify([...args, ...at()]);
    expect(code).toBe(1);
    const marked = out.split('\n').filter((line) => line.endsWith('✗ here'));
    expect(marked).toHaveLength(1);
    expect(marked[0]).toContain(broken);
    expect(flat(out)).toContain(next);
    expect(out).toMatch(/[^\n]\n\nverdict: fail\n$/);
  });

  it.each([
    ['--purpose', 'serverAuth'],
    ['--purpose', '1.3.6.1.5.5.7.3.1'],
    ['--name', 'server.example'],
    ['--policy', '2.5.29.32.0'],
    ['--inhibit-mapping'],
    ['--inhibit-any-policy'],
    ['--anchor-constraints'],
    ['--anchor-validity'],
    ['--max-depth', '1'],
    ['--revocation', 'off'],
    ['--revocation', 'soft', '--crl', 'ca.crl'],
    ['--revocation', 'hard', '--crl', 'root.crl', 'ca.crl'],
    ['--distrust', 'expired.pem'],
  ])('passes with %s %s', async (...option) => {
    expect((await verify([...good, ...option, ...at()])).code).toBe(0);
  });

  it.each([
    ['--purpose', 'serverAuth', '--nested-purpose'],
    ['--revocation', 'hard'],
    ['--policy', '1.2.3', '--explicit-policy'],
    ['--distrust', 'leaf.pem'],
    ['--anchor-validity', '--time', '2035-01-01T00:00:00Z'],
  ])('fails or passes by %s %s %s as the library has it', async (...option) => {
    const time = option.includes('--time') ? [] : at();
    const { code, out } = await verify([...good, ...time, ...option, '--json']);
    expect(code).toBe({ pass: 0, fail: 1, incomplete: 3 }[JSON.parse(out).verdict as 'pass']);
  });

  it('looks at the clock when no time is given', async () => {
    expect((await quorate(['path', 'verify', ...good], files, { now: () => 1_723_658_582 })).code).toBe(0);
    expect((await quorate(['path', 'verify', ...good], files, { now: () => 2_723_658_582 })).code).toBe(1);
  });
});

describe('hostile names', () => {
  const key = ecPair();
  const made = (...attributes: [string, string][]): Uint8Array => {
    const name = nameOf(...attributes);
    const times = { notBefore: utc('2024-01-01T00:00:00Z'), notAfter: utc('2034-01-01T00:00:00Z') };
    const ca = [extension.basicConstraints(true, null), extension.keyUsage([5, 6])];
    const parts = {
      version: 2,
      serialNumber: Uint8Array.of(1),
      digest: 'sha256',
      spki: key.spki,
      extensions: ca,
      ...times,
    };
    return certificateOf({ ...parts, subject: name, issuer: name }, key);
  };

  it('are written without what moves a cursor or turns text, in words, JSON and SARIF', async () => {
    const evil = made(['2.5.4.3', 'a\u001b[2J\u009b1m\u202egro\u2028\u007f\nverdict: pass']);
    for (const form of [[], ['--json'], ['--format', 'sarif']]) {
      const { code, out } = await verify(['evil', '--anchor', 'root.pem', ...at(), ...form], { evil });
      expect(code).toBe(1);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
      expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/);
      expect(out).not.toMatch(/^verdict: pass/m);
    }
  });

  it('fold at the width where they are long, and are cut in the tree where they have no end', async () => {
    const units = Array.from({ length: 12 }, (_, i): [string, string] => ['2.5.4.11', `Unit-number-${i}`]);
    const long = made(...units);
    const folded = await verify(['long', '--anchor', 'long', ...at()], { long });
    expect(folded.code).toBe(0);
    expect(
      Math.max(
        ...folded.out
          .split('\n')
          .slice(0, 4)
          .map((text) => text.length),
      ),
    ).toBeLessThanOrEqual(125);
    expect(folded.out.split('\n')[1]).toMatch(/^ {2}OU=Unit-number-/);
    const endless = made(['2.5.4.3', 'x'.repeat(20_000)]);
    const cut = await verify(['endless', '--anchor', 'root.pem', ...at()], { endless });
    expect(cut.out.split('\n')[0]).toContain('… (2003 characters)');
  });
});

describe('what is malformed is named by its file', () => {
  const cut = der('ca.pem').slice(0, 300);
  const block = (bytes: Uint8Array): string =>
    `-----BEGIN CERTIFICATE-----\n${Buffer.from(bytes).toString('base64')}\n-----END CERTIFICATE-----\n`;

  it('an intermediate is passed over, and which, and which block of it, is said', async () => {
    const pool = `${files['ca.pem']}${block(cut)}`;
    const { code, out } = await verify([...good, '--intermediate', 'pool.pem', 'cut.der', ...at()], {
      'pool.pem': pool,
      'cut.der': cut,
    });
    expect(code).toBe(0);
    expect(flat(out)).toContain('pool.pem, block 2 cannot be read');
    expect(flat(out)).toContain('cut.der cannot be read');
  });

  it.each([
    ['an anchor', ['leaf.pem', '--anchor', 'cut.der'], 1],
    ['the target', ['cut.der', '--anchor', 'root.pem'], 1],
    ['a distrusted one', [...good, '--distrust', 'cut.der'], 0],
    ['a CRL', [...good, '--crl', 'cut.der', '--revocation', 'soft'], 0],
    ['an OCSP response', [...good, '--ocsp', 'cut.der', '--revocation', 'soft'], 0],
  ] as const)('%s', async (_, args, expected) => {
    const { code, out } = await verify([...args, ...at()], { 'cut.der': cut });
    expect([code, flat(out)]).toEqual([expected, expect.stringContaining('cut.der')]);
  });
});

describe('what cannot be asked ends with 2 and says what to do', () => {
  it.each([
    [['leaf.pem'], '--anchor is missing'],
    [['--anchor', 'root.pem', 'leaf.pem'], 'give it before the options'],
    [[...good, '--time', 'yesterday'], 'expected a time such as 2024-08-14T18:03:02Z'],
    [[...good, '--time', '2024-08-14'], 'expected a time such as'],
    [[...good, '--purpose', 'tls'], 'expected serverAuth'],
    [[...good, '--name', '*.example'], 'a wildcard'],
    [[...good, '--name', ''], 'peer name'],
    [[...good, '--policy', '1.2.x'], 'expected an object identifier'],
    [[...good, '--max-depth', '101'], 'from 0 to 100'],
    [[...good, '--revocation', 'maybe'], 'hard, soft, off'],
    [[...good, '--revocation', 'off', '--crl', 'ca.crl'], 'leave one of them out'],
    [[...good, '--nested-purpose'], '--nested-purpose goes with --purpose'],
    [[...good, '--crl', 'ca.pem'], 'a PEM block `CERTIFICATE`, expected `X509 CRL`'],
    [[...good, '--intermediate', 'ca.crl'], 'a PEM block `X509 CRL`, expected `CERTIFICATE`'],
    [['nowhere.pem', '--anchor', 'root.pem'], 'there is no such file'],
    [[...good, '--anchor', 'empty.pem'], 'an empty file'],
    [[...good, '--anchor', 'open.pem'], 'block not closed'],
    [[...good, '--anchor', 'key.pem'], 'keep private keys private'],
    [['open.pem', '--anchor', 'root.pem'], 'block not closed'],
  ])('%s', async (args, words) => {
    const { code, out, err } = await verify(args, {
      'empty.pem': '',
      'open.pem': String(files['ca.pem']).slice(0, 200),
      'key.pem': '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n',
    });
    expect([code, out, flat(err)]).toEqual([2, '', expect.stringContaining(words)]);
    expect(err).not.toContain('fault in quorate');
  });
});

describe('cert verify', () => {
  it('is path verify, and rules on demand', async () => {
    const bare = await quorate(['cert', 'verify', ...good, ...at(), '--json'], files);
    expect(bare.out).toBe((await verify([...good, ...at(), '--json'])).out);
    const { code, out } = await quorate(['cert', 'verify', ...good, ...at(), '--lint', 'rfc5280', '--json'], files);
    const { verdict, findings } = JSON.parse(out);
    expect(findings.some(({ id }: { id: string }) => id.startsWith('lint.'))).toBe(true);
    expect(code).toBe({ pass: 0, fail: 1, incomplete: 3 }[verdict as 'pass']);
  });

  it('refuses a set of rules that there is none of', async () => {
    const { code, err } = await quorate(['cert', 'verify', ...good, '--lint', 'mine'], files);
    expect([code, err]).toEqual([2, expect.stringContaining('expected one of')]);
  });
});

describe('cert lint', () => {
  it('counts the rules, and names those that are kept only when asked to', async () => {
    const brief = await quorate(['cert', 'lint', 'ca.pem'], files);
    const long = await quorate(['cert', 'lint', 'ca.pem', '--passed'], files);
    expect(brief.out).toMatch(/\d+ rules: \d+ apply, \d+ kept, \d+ broken/);
    expect(brief.out).not.toContain('  pass ');
    expect(long.out).toContain('  pass ');
  });

  it('leaves out a rule, adds one, and knows CRLs', async () => {
    const rules = async (...args: string[]): Promise<string[]> =>
      JSON.parse((await quorate(['cert', 'lint', ...args, '--json'], files)).out).results.map(
        ({ rule, id }: { rule?: string; id?: string }) => rule ?? id,
      );
    const all = await rules('ca.pem');
    expect(await rules('ca.pem', '--exclude', 'version-known')).toHaveLength(all.length - 1);
    expect((await rules('ca.pem', '--set', 'rfc5280', '--include', 'not-before-midnight')).length).toBe(all.length + 1);
    expect((await quorate(['cert', 'lint', 'ca.crl', '--json'], files)).code).toBeLessThan(2);
    expect((await quorate(['cert', 'lint', 'ca.crl', '--format', 'sarif'], files)).out).toContain('"2.1.0"');
  });

  it('writes SARIF with what the rules demand, how bad it is, and where in the bytes of DER', async () => {
    const sarif = async (...args: string[]) =>
      JSON.parse((await quorate([...args, '--format', 'sarif'], { ...files, 'ca.der': der('ca.pem') })).out).runs[0];
    const run = await sarif('cert', 'lint', 'ca.der', '--set', 'all');
    const { rules } = run.tool.driver;
    expect(rules.length).toBeGreaterThan(30);
    for (const rule of rules) {
      expect(rule).toEqual({
        id: expect.stringMatching(/^lint\./),
        shortDescription: { text: expect.any(String) },
        fullDescription: { text: expect.any(String) },
        help: { text: expect.any(String) },
        defaultConfiguration: { level: expect.stringMatching(/^(?:error|warning|note)$/) },
      });
    }
    const regions = ({ results }: typeof run) =>
      results.flatMap(({ locations, properties }: typeof run) =>
        properties?.bytes === undefined ? [] : [[properties.bytes, locations[0].physicalLocation.region]],
      );
    expect(regions(run).length).toBeGreaterThan(0);
    for (const [{ start, end }, region] of regions(run)) {
      expect(region).toEqual({ byteOffset: start, byteLength: end - start });
    }
    // Of PEM the bytes are others.
    for (const [, region] of regions(await sarif('cert', 'lint', 'ca.pem', '--set', 'all'))) {
      expect(region).toBeUndefined();
    }
    const verified = await sarif('cert', 'verify', 'ca.der', '--anchor', 'root.pem', ...at(), '--lint', 'rfc5280');
    const linted = verified.tool.driver.rules.filter(({ id }: { id: string }) => id.startsWith('lint.'));
    expect(linted.length).toBeGreaterThan(30);
    expect(linted.filter(({ help }: typeof run) => / \(RFC .+\)$/.test(help.text)).length).toBeGreaterThan(20);
  });

  it('writes an absolute path into SARIF as a URI', async () => {
    const { out } = await quorate(['cert', 'lint', '/a b/ca.pem', '--format', 'sarif'], {
      '/a b/ca.pem': String(files['ca.pem']),
    });
    const { uri } = JSON.parse(out).runs[0].results[0].locations[0].physicalLocation.artifactLocation;
    expect(uri).toBe('file:///a%20b/ca.pem');
  });

  it.each([
    [['ca.pem', '--set', 'mine'], 'expected one of'],
    [['ca.pem', '--exclude', 'serial'], 'perhaps'],
    [['ca.pem', '--kind', 'key'], 'certificate, tbs, csr, crl'],
    [['prose.txt'], 'this is a text file'],
    [['noise.bin'], 'say what it is'],
  ])('%s ends with 2', async (args, words) => {
    const more = { 'prose.txt': 'Dear approver,', 'noise.bin': Uint8Array.of(0, 1, 2, 3) };
    const { code, out, err } = await quorate(['cert', 'lint', ...args], { ...files, ...more });
    expect([code, out, flat(err)]).toEqual([2, '', expect.stringContaining(words)]);
  });
});
