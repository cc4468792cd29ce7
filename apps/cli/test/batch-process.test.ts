import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { pathFiles } from './path-files.ts';

const bin = fileURLToPath(new URL('../bin/quorate.js', import.meta.url));
const folder = mkdtempSync(join(tmpdir(), 'quorate-batch-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
const own = pathFiles();
for (const [name, content] of Object.entries(own)) writeFileSync(join(folder, name), content);
const options = ['--anchor', 'root.pem', '--intermediate', 'ca.pem', '--time', '2024-08-14T18:03:02Z'];
const args = (...inputs: string[]): string[] => [bin, 'verify', 'batch', ...inputs, ...options];
const run = (inputs: string[], input = '') =>
  spawnSync(process.execPath, args(...inputs), { cwd: folder, encoding: 'utf8', input, maxBuffer: 64 * 1024 * 1024 });

const line = (id: number, certificate: string): string => `${JSON.stringify({ id, certificate })}\n`;

describe('verify batch, as a process', () => {
  it('judges in threads: 2,000 lines, in their order, with the summary on standard error', () => {
    const text = Array.from({ length: 2000 }, (_, i) =>
      i % 100 === 99 ? '{"id": "broken\n' : line(i, (i % 3 === 0 ? own['expired.pem'] : own['leaf.pem']) as string),
    ).join('');
    const { status, stdout, stderr } = run(['-', '--jobs', '3'], text);
    const answers = stdout
      .split('\n')
      .slice(0, -1)
      .map((answer) => JSON.parse(answer));
    expect(status).toBe(1);
    expect(answers.map(({ id }) => id)).toEqual(
      Array.from({ length: 2000 }, (_, i) => (i % 100 === 99 ? `-:${i + 1}` : i)),
    );
    const fails = answers.filter(({ verdict }) => verdict === 'fail').length;
    expect(stderr).toMatch(
      new RegExp(`^quorate: 2000 judged: ${2000 - fails} pass, ${fails} fail, 0 incomplete, in \\d+ s\n$`),
    );
    const alone = run(['-', '--jobs', '1'], text);
    expect(alone.stdout).toBe(stdout);
  });

  it('reads folders, where links go in circles', () => {
    mkdirSync(join(folder, 'certs', 'below'), { recursive: true });
    for (const name of ['b.pem', 'below/a.pem']) writeFileSync(join(folder, 'certs', name), own['leaf.pem'] as string);
    symlinkSync('..', join(folder, 'certs', 'below', 'up'));
    symlinkSync('nowhere', join(folder, 'certs', 'lost.pem'));
    const { status, stdout } = run(['certs']);
    const answers = stdout
      .split('\n')
      .slice(0, -1)
      .map((answer) => JSON.parse(answer));
    expect([status, answers.map(({ id, verdict }) => `${id} ${verdict}`)]).toEqual([
      1,
      ['certs/b.pem pass', 'certs/below/a.pem pass', 'certs/lost.pem fail'],
    ]);
  });

  it('answers a line before the next one comes', async () => {
    const child = spawn(process.execPath, args('-'), { cwd: folder });
    child.stdin.write(line(1, own['leaf.pem'] as string));
    const [first] = await once(child.stdout, 'data');
    expect(JSON.parse(String(first))).toMatchObject({ id: 1, verdict: 'pass' });
    child.stdin.end();
    expect((await once(child, 'exit'))[0]).toBe(0);
  });

  it('ends at Ctrl-C, and says how far it came', async () => {
    const child = spawn(process.execPath, args('-'), { cwd: folder });
    let said = '';
    child.stderr.on('data', (text) => {
      said += String(text);
    });
    child.stdin.write(line(1, own['leaf.pem'] as string));
    await once(child.stdout, 'data');
    child.kill('SIGINT');
    expect((await once(child, 'close'))[0]).toBe(2);
    expect(said).toContain('not finished; 1 judged: 1 pass');
    expect(said).toContain('stopped by the user');
  });

  it('ends quietly when nobody reads any more', () => {
    const text = Array.from({ length: 500 }, (_, i) => line(i, own['leaf.pem'] as string)).join('');
    writeFileSync(join(folder, 'many.ndjson'), text);
    const script = `"${process.execPath}" ${args('many.ndjson')
      .map((arg) => `"${arg}"`)
      .join(' ')} | head -n 1`;
    const { stdout, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect([stdout.split('\n').length, stderr]).toEqual([2, '']);
  });

  it('ends with 2 when the answers cannot be written', () => {
    const script = `"${process.execPath}" ${args('leaf.pem')
      .map((arg) => `"${arg}"`)
      .join(' ')} > /dev/full`;
    const { status, stderr } = spawnSync('sh', ['-c', script], { cwd: folder, encoding: 'utf8' });
    expect([status, stderr]).toEqual([2, expect.stringContaining('standard output cannot be written')]);
  });
});
