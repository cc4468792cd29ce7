import { describe, expect, test } from 'vitest';
import { checkPurity } from '../src/rules/purity.ts';
import { roomOf, workspaceOf } from './fixture.ts';

function messages(text: string, path = 'packages/der/src/a.ts'): string[] {
  const folder = path.split('/').slice(0, 2).join('/');
  const room = roomOf(folder, { [path.slice(folder.length + 1)]: text });
  return checkPurity(workspaceOf(room)).map(({ where, message }) => `${where} ${message}`);
}

describe('purity', () => {
  test.each([
    "import { readFileSync } from 'node:fs';",
    "import type { Stats } from 'fs';",
    "export { readFile } from 'fs/promises';",
    "import fs = require('fs');",
    "const fs = require('node:fs');",
    "const fs = await import('./fs.ts');",
    "Buffer.from('');",
    'function f(bytes: Buffer) { return bytes; }',
    'const { env } = process;',
    'console.log(1);',
    'const log = [console];',
    'Date.now();',
    "Date['now']();",
    'const { now } = Date;',
    'const clock = Date;',
    'Date();',
    'new Date();',
    'new Date(...parts);',
    'new Date(2024, 7, 14);',
    "Date.parse('2024-08-14');",
    'time.getHours();',
    'Math.random();',
    "Math['random']();",
    'const { random } = Math;',
    'const m = Math;',
    'const k = "random"; Math[k]();',
    'performance.now();',
    'crypto.getRandomValues(bytes);',
    'crypto.subtle.digest("SHA-256", bytes);',
    'globalThis.crypto;',
    "globalThis['process'];",
    'const root = globalThis;',
    'self.crypto; ',
    'setTimeout(() => {}, 1);',
    'setInterval(() => {}, 1);',
    'queueMicrotask(() => {});',
    "fetch('https://example.org');",
    'new XMLHttpRequest();',
    "new WebSocket('wss://example.org');",
    'localStorage.clear();',
    'document.title;',
    'window.name;',
    "eval('1');",
    "new Function('return this')();",
    "(() => {}).constructor('return this')();",
    'import.meta.url;',
    'declare const process: { exit(): void }; process.exit();',
    "import { randomBytes } from '@noble/hashes/utils.js';",
    'curve.utils.randomSecretKey();',
    'curve.keygen();',
    "'a'.localeCompare('b');",
    'new Intl.Collator();',
    'new WeakRef(a);',
    'atob(text);',
    'const key = { process };',
    'export { process };',
    'function f(a = process) {}',
    '{ const process = 1; } process;',
    'function f() { { function console() {} } } console.log;',
    'class A extends Buffer {}',
    'class A { now = Date.now; }',
    'const text = `' + '$' + '{process.pid}`;',
    'const a = process as unknown;',
    'process!.exit();',
    'typeof process;',
  ])('refuses: %s', (text) => {
    expect(messages(text)).not.toEqual([]);
  });

  test.each([
    '// console.log(process.env), new Date()',
    "const text = 'process.env ' + `console.log(Date.now())`;",
    'function f(process: number, document: string) { return process + document; }',
    'const f = ({ window, crypto: [performance] }) => window + performance;',
    'const f = ({ crypto, ...console }, fetch = crypto) => [console, fetch];',
    'try { f(); } catch (process) { process; } function f() {}',
    "import { process } from './process.ts'; process();",
    "import * as document from './document.ts'; document.root;",
    "export { process } from './process.ts';",
    'interface A { process: string; fetch(): void; readonly document: Window; }',
    'type A = typeof globalThis.crypto;',
    'const a = { process: 1, console() {}, get window() { return 1; } }; a.process; a.console();',
    'class A { process = 1; static fetch() {} #console = 2; }',
    'new Date(0); Date.UTC(2024, 7, 14); new Date(0).toISOString(); new Date(0) instanceof Date;',
    'Math.max(1, 2) + Math.floor(1.5);',
    'new Uint8Array(2); new TextDecoder(); new TextEncoder(); BigInt(1); JSON.parse("1"); undefined;',
    'for (const process of [1]) process; for (let console = 0; console < 1; console += 1) {}',
    'f(); { var process = 1; } function f() { return process; }',
    'switch (1) { case 1: { break; } default: let fetch = 1; fetch; }',
    'const f = function process() { return process; }; const A = class window { static b = window; };',
    'process: for (;;) break process;',
    'function f() { return arguments.length; }',
    'class MyError extends Error { declare readonly code: string; override name = new.target.name; }',
    'enum process { a } process.a;',
    'const known = a.constructor === Object; const a = {};',
  ])('allows: %s', (text) => {
    expect(messages(text)).toEqual([]);
  });

  test('names the line, and says what is wrong', () => {
    expect(messages('\nconst a = 1;\nconsole.log(a);')).toEqual([
      'packages/der/src/a.ts:3 `console` is no global that a package may use',
    ]);
  });

  test('is asked of what packages deliver, not of tests, apps and tools', () => {
    expect(messages('process.exit();', 'packages/der/test/a.test.ts')).toEqual([]);
    expect(messages('process.exit();', 'apps/cli/src/a.ts')).toEqual([]);
    expect(messages('process.exit();', 'tools/ci/src/a.ts')).toEqual([]);
  });
});
