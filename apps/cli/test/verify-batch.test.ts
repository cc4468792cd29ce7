import { decodePem } from '@quorate/der';
import { describe, expect, it } from 'vitest';
import type { BatchAnswer, BatchItem, Judge } from '../src/batch/batch-item.ts';
import { inOrder } from '../src/batch/in-order.ts';
import { linesOf } from '../src/batch/lines.ts';
import type { Context } from '../src/context.ts';
import { Unusable } from '../src/unusable.ts';
import { type Files, quorate, type World } from './cli.ts';
import { pathFiles } from './path-files.ts';

const files = pathFiles();
const der = (name: string): Uint8Array => decodePem(files[name] as string)[0]?.bytes as Uint8Array;
const base64 = (name: string): string => Buffer.from(der(name)).toString('base64');
const common = ['--anchor', 'root.pem', '--time', '2024-08-14T18:03:02Z'];
const withCa = [...common, '--intermediate', 'ca.pem'];

interface Answered {
  readonly id: string | number;
  readonly verdict: string;
  readonly subject?: string;
  readonly path: readonly { subject: string; sha256: string }[];
  readonly policies: readonly string[];
  readonly findings: readonly { id: string; outcome: string; message: string; action?: string }[];
}

async function batch(args: readonly string[], more: Files = {}, world: World = {}) {
  const { code, out, err } = await quorate(['verify', 'batch', ...args], { ...files, ...more }, world);
  const lines = out.split('\n').slice(0, -1);
  return { code, err, out, answers: lines.map((line) => JSON.parse(line) as Answered) };
}

describe('verify batch', () => {
  it('answers in a line each, as path verify does', async () => {
    const { code, answers, err } = await batch(['leaf.pem', 'ca.pem', ...withCa]);
    expect([code, err]).toEqual([0, 'quorate: 2 judged: 2 pass, 0 fail, 0 incomplete, in 0 s\n']);
    const one = await quorate(['path', 'verify', 'leaf.pem', ...withCa, '--json'], files);
    const { verdict, path, policies, findings } = JSON.parse(one.out);
    const shown = findings.filter(({ outcome }: { outcome: string }) => outcome !== 'pass');
    expect(answers[0]).toEqual({ id: 'leaf.pem', verdict, subject: 'CN=A server', path, policies, findings: shown });
    const whole = await batch(['leaf.pem', ...withCa, '--passed']);
    expect(whole.answers[0]?.findings).toEqual(findings);
  });

  it('takes each certificate of a PEM file by itself, or the first with the others to help it', async () => {
    const more = { 'chain.pem': `leaf and CA\n${files['leaf.pem']}${files['ca.pem']}`.replaceAll('\n', '\r\n') };
    const each = await batch(['chain.pem', ...common], more);
    expect(each.answers.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['chain.pem#1', 'fail'],
      ['chain.pem#2', 'pass'],
    ]);
    const chain = await batch(['chain.pem', ...common, '--chains'], more);
    expect(chain.answers.map(({ id, verdict }) => [id, verdict])).toEqual([['chain.pem', 'pass']]);
  });

  it('reads folders to their last corner, sorted, and only what is called as certificates are', async () => {
    const more = {
      'certs/z.pem': files['ca.pem'] as string,
      'certs/b/deep/leaf.der': der('leaf.pem'),
      'certs/a.CRT': der('ca.pem'),
      'certs/readme.txt': 'not a certificate',
      'certs/c.cer': base64('leaf.pem'),
    };
    const { code, answers } = await batch(['certs', ...withCa], more);
    expect([code, answers.map(({ id }) => id)]).toEqual([
      0,
      ['certs/a.CRT', 'certs/b/deep/leaf.der', 'certs/c.cer', 'certs/z.pem'],
    ]);
  });

  it('follows links that go in circles once', async () => {
    const look = async (path: string) =>
      path.endsWith('.pem')
        ? ({ kind: 'file' } as const)
        : ({ kind: 'folder', identity: 'the one', names: ['again', 'leaf.pem'] } as const);
    const more = { 'certs/leaf.pem': files['leaf.pem'] as string };
    const { answers } = await batch(['certs', ...withCa], more, { look });
    expect(answers.map(({ id }) => id)).toEqual(['certs/leaf.pem']);
  });

  it('says which file of a folder cannot be read, and goes on', async () => {
    const look: World['look'] = async (path) => {
      if (path === 'certs') return { kind: 'folder', identity: path, names: ['a.pem', 'b.pem', 'c', 'leaf.pem'] };
      if (path === 'certs/c') throw new Unusable('certs/c: cannot be read (EACCES)');
      return { kind: path === 'certs/a.pem' ? 'missing' : path === 'certs/b.pem' ? 'other' : 'file' };
    };
    const more = { 'certs/leaf.pem': files['leaf.pem'] as string };
    const { code, answers } = await batch(['certs', ...withCa], more, { look });
    expect(code).toBe(1);
    expect(answers.map(({ id, findings }) => [id, findings[0]?.message])).toEqual([
      ['certs/a.pem', 'a link to nothing, or gone since'],
      ['certs/b.pem', 'no file but a pipe or a device'],
      ['certs/c', 'certs/c: cannot be read (EACCES)'],
      ['certs/leaf.pem', expect.any(String)],
    ]);
  });
});

describe('NDJSON', () => {
  const line = (value: object): string => `${JSON.stringify(value)}\n`;
  const certificate = base64('leaf.pem');
  const intermediates = [base64('ca.pem')];

  it('takes id, intermediates, time, name and purpose, before those of the options', async () => {
    const text =
      line({ id: 'a', certificate, intermediates }) +
      line({ id: 7, certificate: `${files['leaf.pem']}${files['ca.pem']}` }) +
      '\n' +
      line({ certificate, intermediates: [files['ca.pem']], time: '2035-01-01T00:00:00Z' }) +
      line({ certificate, intermediates, name: 'server.example', purpose: 'serverAuth' }) +
      line({ certificate, intermediates, name: 'other.example' }) +
      line({ certificate, intermediates, purpose: '1.3.6.1.5.5.7.3.3' }).trimEnd();
    for (const input of ['many.ndjson', '-']) {
      const { answers, err } = await batch([input, ...common], { [input]: `\uFEFF${text}` });
      expect(answers.map(({ id, verdict }) => [id, verdict])).toEqual([
        ['a', 'pass'],
        [7, 'pass'],
        [`${input}:4`, 'fail'],
        [`${input}:5`, 'pass'],
        [`${input}:6`, 'fail'],
        [`${input}:7`, 'fail'],
      ]);
      expect(err).toContain('6 judged: 3 pass, 3 fail, 0 incomplete');
    }
  });

  it.each([
    ['{', 'not JSON'],
    ['{} {}', 'not JSON'],
    ['{"certificate": "A", "certificate": "B"}', 'certificate'],
    ['{}', '`certificate`'],
    [line({ certificate, intermediate: [] }), '`intermediate`: expected no such member'],
    [line({ certificate: 5 }), '`certificate`: expected a string'],
    [line({ certificate: '*' }), '`certificate`: not base64'],
    [line({ certificate: '-----BEGIN CERTIFICATE-----' }), '`certificate`: block not closed'],
    [line({ certificate: files['ca.crl'] }), 'a PEM block `X509 CRL`, expected `CERTIFICATE`'],
    [line({ certificate, intermediates: ['*'] }), '`intermediates[0]`: not base64'],
    [line({ certificate, time: 'now' }), '`time`: expected a time such as 2024-08-14T18:03:02Z, found `now`'],
    [line({ certificate, purpose: 'tls' }), '`purpose`: expected serverAuth'],
    [line({ certificate, name: '*.x' }), '`name`: peer name'],
    [line({ certificate: '' }), '`certificate` cannot be read'],
    [line({ certificate: 'AAAA' }), '`certificate` cannot be read'],
    ['[1]', 'a line that is no object'],
    ['\u0000', 'not JSON'],
  ])('a bad line fails, says why and what to do, and ends nothing: %s', async (bad, words) => {
    const good = line({ id: 'good', certificate, intermediates });
    const { code, answers, err } = await batch(['x.ndjson', ...common], {
      'x.ndjson': `${good}${bad.trimEnd()}\n${good}`,
    });
    expect([code, answers.map(({ verdict }) => verdict)]).toEqual([1, ['pass', 'fail', 'pass']]);
    expect(answers[1]?.id).toBe('x.ndjson:2');
    expect(answers[1]?.findings[0]?.message).toContain(words);
    expect(answers[1]?.findings[0]?.action?.length).toBeGreaterThan(10);
    expect(err).not.toContain('fault');
  });

  it('calls a bad line by its id where it has one', async () => {
    const { answers } = await batch(['x.ndjson', ...common], {
      'x.ndjson': line({ id: 'mine', certificate, time: 'now' }),
    });
    expect(answers[0]?.id).toBe('mine');
  });

  it('passes over a line that is too long, and bytes that are no UTF-8', async () => {
    const long = `{"id": "${'x'.repeat(5 * 1024 * 1024)}"}\n`;
    const bytes = Buffer.concat([Buffer.from(`{}\n${long}`), Buffer.of(0x7b, 0xff, 0x0a)]);
    const { answers } = await batch(['x.ndjson', ...common], { 'x.ndjson': new Uint8Array(bytes) });
    expect(answers.map(({ findings }) => findings[0]?.message)).toEqual([
      expect.stringContaining('certificate'),
      expect.stringContaining('more than 4194304 bytes'),
      expect.stringMatching(/UTF-8/i),
    ]);
  });
});

describe('garbage has a line and ends nothing', () => {
  const leaf = files['leaf.pem'] as string;
  const cut = der('leaf.pem').slice(0, 200);
  const block = (label: string, bytes: Uint8Array): string =>
    `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64')}\n-----END ${label}-----\n`;

  it.each<[string, string | Uint8Array, readonly (readonly [string, string, RegExp])[]]>([
    ['empty', '', [['x', 'fail', /an empty file/]]],
    ['prose', 'Dear approver,', [['x', 'fail', /a text file/]]],
    ['cut DER', cut, [['x', 'fail', /x cannot be read.*truncated/]]],
    [
      'doubled DER',
      new Uint8Array(Buffer.concat([der('leaf.pem'), der('leaf.pem')])),
      [['x', 'fail', /x cannot be read/]],
    ],
    ['a CRL as DER', decodePem(files['ca.crl'] as string)[0]?.bytes as Uint8Array, [['x', 'fail', /x cannot be read/]]],
    ['a CRL', files['ca.crl'] as string, [['x', 'fail', /PEM block `X509 CRL`/]]],
    ['a JSON list', '[{}]', [['x', 'fail', /a JSON file/]]],
    ['UTF-16', new Uint8Array(Buffer.from(`\uFEFF${leaf}`, 'utf16le')), [['x', 'fail', /UTF-16/]]],
    ['huge', new Uint8Array(5 * 1024 * 1024), [['x', 'fail', /more than 4194304 bytes/]]],
    ['nested', new Uint8Array(20_000).map((_, i) => (i % 2 === 0 ? 0x30 : 0x80)), [['x', 'fail', /cannot be read/]]],
    [
      'broken blocks among good ones',
      `${leaf}-----BEGIN CERTIFICATE-----\nAAAA\n${leaf}${block('CERTIFICATE', cut)}-----END CERTIFICATE-----\n` +
        `-----BEGIN CERTIFICATE-----\n*\n-----END CERTIFICATE-----\n${block('PRIVATE KEY', cut)}${leaf}-----BEGIN X`,
      [
        ['x#1', 'pass', /^$/],
        ['x#2', 'fail', /the block from line \d+ on does not end/],
        ['x#3', 'pass', /^$/],
        ['x#4', 'fail', /x#4 cannot be read/],
        ['x#5', 'fail', /ends a block that has not begun/],
        ['x#6', 'fail', /base64 invalid/],
        ['x#7', 'fail', /PEM block `PRIVATE KEY`/],
        ['x#8', 'pass', /^$/],
        ['x#9', 'fail', /does not end/],
      ],
    ],
  ])('%s', async (_, content, expected) => {
    const { code, answers, err } = await batch(['x', 'leaf.pem', ...withCa], { x: content });
    expect(code).toBe(1);
    expect(answers.at(-1)).toMatchObject({ id: 'leaf.pem', verdict: 'pass' });
    const seen = answers.slice(0, -1).map(({ id, verdict, findings }) => {
      const said = findings.filter(({ outcome }) => outcome === 'fail').map(({ message }) => message);
      return [id, verdict, said.join()];
    });
    expect(seen).toEqual(expected.map(([id, verdict, words]) => [id, verdict, expect.stringMatching(words)]));
    expect(err).not.toContain('fault');
  });

  it('never writes a control character, whatever files and ids are called', async () => {
    const evil = 'a\u001b[2J\u009b\u202e\u2028\u007f.pem';
    const { out, answers } = await batch([evil, 'x.ndjson', ...withCa], {
      [evil]: leaf,
      'x.ndjson': JSON.stringify({ id: evil }),
    });
    expect(answers.map(({ id }) => id)).toEqual([evil, evil]);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
    expect(out).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202e\u2028]/);
  });
});

describe('how it ends', () => {
  it('0 when all pass, 1 when one fails, 3 when none fails and one is open', async () => {
    const open = ['leaf.pem', ...common, '--intermediate', 'ca.pem'];
    expect((await batch(open)).code).toBe(0);
    expect((await batch(['expired.pem', ...open])).code).toBe(1);
    const judge = (verdict: BatchAnswer['verdict']): World => ({
      cores: 2,
      startJudge: () => ({ judge: async () => ({ verdict, line: '{}' }), close: async () => {} }),
    });
    expect((await batch([...open, '--jobs', '2'], {}, judge('incomplete'))).code).toBe(3);
  });

  it.each([
    [['nowhere', ...common], 'nowhere: there is no such file or folder'],
    [['-', '-', ...common], 'standard input can be read once'],
    [['leaf.pem'], '--anchor is missing'],
    [['leaf.pem', ...common, '--jobs', '0'], 'from 1 to 256'],
    [['leaf.pem', ...common, '--jobs', '1.5'], 'from 1 to 256'],
    [[...common.slice(0, 2), 'leaf.pem'], 'give it before the options'],
    [['texts', ...common], 'nothing in it to judge'],
    [['blank.ndjson', ...common, '--anchor', 'blank.ndjson'], 'blank.ndjson'],
  ])('2 when it cannot run: %s', async (args, words) => {
    const more = { 'texts/readme.txt': 'x', 'blank.ndjson': '  \n' };
    const { code, out, err } = await batch(args, more);
    expect([code, out, err.replace(/\s+/g, ' ')]).toEqual([2, '', expect.stringContaining(words)]);
  });

  it('says how far it came when the user stops it', async () => {
    let stop = (): void => {};
    const onInterrupt: World['onInterrupt'] = (listener) => {
      stop = listener;
      return () => {};
    };
    const pieces: World['pieces'] = async function* () {
      yield new TextEncoder().encode('{}\n');
      await new Promise((resolve) => setTimeout(resolve, 50));
      stop();
      await new Promise(() => {});
    };
    const { code, answers, err } = await batch(['-', ...common], {}, { onInterrupt, pieces });
    expect([code, answers.length]).toEqual([2, 1]);
    expect(err).toContain('not finished; 1 judged: 0 pass, 1 fail, 0 incomplete');
    expect(err).toContain('stopped by the user');
  });

  it('says so when a thread dies', async () => {
    const startJudge = (): Judge => ({
      judge: async () => Promise.reject(new Unusable('a worker thread died (ERR_WORKER_OUT_OF_MEMORY)')),
      close: async () => {},
    });
    const { code, err } = await batch(['leaf.pem', ...common, '--jobs', '2'], {}, { startJudge, cores: 2 });
    expect([code, err]).toEqual([2, expect.stringContaining('a worker thread died')]);
  });

  it('shows progress where somebody looks, and takes it away', async () => {
    let clock = 0;
    const shown: string[] = [];
    const { err } = await batch(
      ['leaf.pem', 'ca.pem', ...withCa],
      {},
      {
        progress: (line) => void shown.push(line),
        now: () => clock++,
      },
    );
    expect(shown).toEqual(['1 judged: 1 pass, 0 fail, 0 incomplete', '2 judged: 2 pass, 0 fail, 0 incomplete', '']);
    expect(err).toMatch(/in \d+ s\n$/);
  });
});

describe('several at a time', () => {
  const items = (count: number, taken: (i: number) => void = () => {}): AsyncIterable<BatchItem> =>
    (async function* () {
      for (let i = 0; i < count; i++) {
        taken(i);
        yield { type: 'problem', id: String(i), message: '' };
      }
    })();
  const answered = async (source: AsyncIterable<BatchAnswer>): Promise<string[]> => {
    const lines: string[] = [];
    for await (const { line } of source) lines.push(line);
    return lines;
  };
  const onInterrupt = () => () => {};

  it('the answers are in the order of the things, whoever is first', async () => {
    let closed = 0;
    const start = (): Judge => ({
      judge: async ({ id }) => {
        for (let turns = (Number(id) * 7919) % 23; turns > 0; turns--) await Promise.resolve();
        if (Number(id) % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 1));
        return { verdict: 'pass', line: id };
      },
      close: async () => void closed++,
    });
    const lines = await answered(inOrder(items(500), { start, most: 3, onInterrupt }));
    expect([lines, closed]).toEqual([Array.from({ length: 500 }, (_, i) => String(i)), 3]);
  });

  it('no more than sixteen for each judge are read ahead of the answers', async () => {
    let ahead = 0;
    let most = 0;
    const start = (): Judge => ({ judge: async ({ id }) => ({ verdict: 'pass', line: id }), close: async () => {} });
    const source = items(10_000, () => {
      ahead += 1;
      most = Math.max(most, ahead);
    });
    for await (const _ of inOrder(source, { start, most: 2, onInterrupt })) ahead -= 1;
    expect([ahead, most <= 34]).toEqual([0, true]);
  });

  it('a judge is started only when all others are busy', async () => {
    let started = 0;
    const start = (): Judge => {
      started += 1;
      return { judge: async ({ id }) => ({ verdict: 'pass', line: id }), close: async () => {} };
    };
    await answered(inOrder(items(1), { start, most: 8, onInterrupt }));
    expect(started).toBe(1);
  });
});

describe('threads', () => {
  const counted = () => {
    const world = { cores: 2, threads: 0, asked: 0, startJudge: null as Context['startJudge'] };
    world.startJudge = () => {
      world.threads += 1;
      return {
        judge: async () => {
          world.asked += 1;
          return { verdict: 'pass', line: '{"by":"a thread"}' };
        },
        close: async () => {},
      };
    };
    return world;
  };
  const lines = (count: number): Files => ({ 'x.ndjson': '{}\n'.repeat(count) });

  it('are not started for few, unless a number is given', async () => {
    const [few, named] = [counted(), counted()];
    const { answers } = await batch(['x.ndjson', ...common], lines(200), few);
    expect([few.threads, answers.length]).toEqual([0, 200]);
    await batch(['x.ndjson', ...common, '--jobs', '2'], lines(3), named);
    expect([named.threads > 0, named.asked]).toEqual([true, 3]);
  });

  it('judge what comes after the first 200, in order', async () => {
    const world = counted();
    const { answers } = await batch(['x.ndjson', ...common], lines(260), world);
    expect(world.asked).toBe(60);
    expect(answers.map((answer) => 'by' in answer)).toEqual(Array.from({ length: 260 }, (_, i) => i >= 200));
  });
});

describe('lines of a stream', () => {
  it('are the same however it is cut', async () => {
    const text = 'a\r\n\nbc\n\r\nlonger than nine\nd';
    const bytes = new TextEncoder().encode(text);
    for (let size = 1; size <= bytes.length; size++) {
      const pieces = (async function* () {
        for (let at = 0; at < bytes.length; at += size) yield bytes.slice(at, at + size);
      })();
      const lines: (string | null)[] = [];
      for await (const line of linesOf(pieces, 9)) {
        lines.push(line.bytes === null ? null : new TextDecoder().decode(line.bytes));
      }
      expect(lines).toEqual(['a', '', 'bc', '', null, 'd']);
    }
  });
});
