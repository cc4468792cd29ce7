import { describe, expect, it } from 'vitest';
import { type PolicyTextErrorCode, parsePolicyText } from '../../src/text/index.ts';
import { certificate, keys } from '../keys.ts';
import { CERTIFICATE, HEAD, KEY, REST, refusal, withUse } from './refusal.ts';

type Row = readonly [text: string, code: PolicyTextErrorCode, line: number, column: number, says: string];

/** Both officers are named, so that nothing else is wrong. */
const both = (rest: string): string => withUse(`any 1 of officer-1, officer-2 ${rest}`);

const rows: readonly Row[] = [
  [withUse('any 2 of officer-1, oficer-2'), 'approver-unknown', 3, 26, 'did you mean `officer-2`?'],
  [
    withUse('any 2 of officer-1, auditor'),
    'approver-unknown',
    3,
    26,
    'introduce it with `key`, `certificate` or `onboarded`',
  ],
  [withUse('any 1 of officer-1'), 'approver-unused', 2, 5, 'put `#` before it'],
  [both('within 10'), 'duration-invalid', 3, 43, 'did you mean `10m` (minutes) or `10s` (seconds)?'],
  [both('within 10min'), 'duration-invalid', 3, 43, 'did you mean `10m`?'],
  [both('within 10 minutes'), 'duration-invalid', 3, 43, 'did you mean `10m`?'],
  [both('within 2w'), 'duration-invalid', 3, 43, 'did you mean `14d`?'],
  [both('within 30m1h'), 'duration-invalid', 3, 43, 'found `30m1h`'],
  [both('within 007m'), 'duration-invalid', 3, 43, 'without leading zeros'],
  [both('within 0m'), 'duration-invalid', 3, 43, 'without `within` it never ends'],
  [both('within 9007199254740992s'), 'duration-invalid', 3, 43, 'at most 9007199254740991 s'],
  [both('within soon'), 'word-unexpected', 3, 43, 'a span of time such as `10m`, found `soon`'],
  [both('within 10m within 20m'), 'repeated', 3, 47, 'a second `within`'],
  [both('within 10m after 1h'), 'window-inverted', 3, 36, 'did you mean `after 1h within 1h10m`?'],
  [both('after 10m within 1h (never)'), 'window-inverted', 3, 36, 'this window opens'],
  [both('after 1h within 10m (ever)'), 'word-unexpected', 3, 57, 'expected `(never)`, found `(ever`'],
  [both('witin 10m'), 'word-unexpected', 3, 36, 'did you mean `within`?'],
  [withUse('any two of officer-1, officer-2'), 'word-unexpected', 3, 10, 'did you mean `2`?'],
  [withUse('all of officer-1, officer-2'), 'word-unexpected', 3, 6, 'write `any K of …`'],
  [withUse('2 of officer-1, officer-2'), 'word-unexpected', 3, 6, 'write `any K of …`'],
  [withUse('nobdy'), 'word-unexpected', 3, 6, 'did you mean `nobody`?'],
  [withUse('everybody or nobody'), 'word-unexpected', 3, 19, 'expected `any`, `everybody`, `token` or `group`'],
  [withUse('nobody within 10m'), 'word-unexpected', 3, 13, 'the end of the statement, found `within`'],
  [withUse('everybody (no rule)'), 'word-unexpected', 3, 17, '`(rule null)` or `(groups null)`'],
  [withUse('nobody (rule null)'), 'word-unexpected', 3, 14, '`(tokens null)`'],
  [withUse('any 01 of officer-1'), 'number-invalid', 3, 10, 'without leading zeros'],
  [withUse('any 9007199254740992 of officer-1'), 'number-invalid', 3, 10, '9007199254740991'],
  [withUse('any 1m of officer-1'), 'number-invalid', 3, 10, 'found `1m`'],
  [withUse('any 1 of officer-1,'), 'word-unexpected', 3, 25, 'the name of an approver, found the end of the statement'],
  [withUse('any 1 of officer-1 officer-2'), 'word-unexpected', 3, 25, 'approvers are separated by `,`'],
  [withUse('any 1 of any'), 'word-unexpected', 3, 15, 'as a name write `"any"`'],
  [withUse('any 1 of 3'), 'word-unexpected', 3, 15, 'as a name write `"3"`'],
  [withUse(''), 'word-unexpected', 3, 5, 'found the end of the statement'],
  [`${HEAD}uze: nobody${REST}`, 'word-unexpected', 3, 1, 'did you mean `use`?'],
  [`${HEAD}  use: nobody${REST}`, 'character-invalid', 3, 6, 'begins at the margin'],
  ['  use: nobody', 'indentation-invalid', 1, 3, 'a statement at the margin'],
  [`${HEAD}use nobody${REST}`, 'word-unexpected', 3, 5, 'expected `:`'],
  [
    'use: nobody\nblock: nobody\nunblock: nobody\n',
    'rule-missing',
    4,
    1,
    'write `modify: nobody` or `modify: everybody`',
  ],
  ['use: nobody\nblock: nobody\nuse: nobody', 'repeated', 3, 1, 'it stands in line 1 already'],
  ['blocked: no\nblocked: no', 'repeated', 2, 1, 'a second `blocked`'],
  ['blocked: true', 'word-unexpected', 1, 10, 'expected `yes` or `no`'],
  [`key a = ${KEY}\nonboarded a`, 'repeated', 2, 11, 'it stands in line 1 already'],
  ['onboarded ""', 'name-missing', 1, 11, 'the onboarded name'],
  ['onboarded a named ""', 'name-missing', 1, 19, 'the onboarded name'],
  ['onboarded a unnamed', 'word-unexpected', 1, 13, 'the end of the statement'],
  ['onboarded a = AAAA', 'word-unexpected', 1, 13, 'the end of the statement'],
  ['key a', 'word-unexpected', 1, 6, 'expected `=`, `from`, `named` or `unnamed`'],
  ['key a is AAAA', 'word-unexpected', 1, 7, 'expected `=`'],
  ['key a = "a.pem"', 'word-unexpected', 1, 9, 'for a file write `from` in place of `=`'],
  ['key a = A', 'base64-invalid', 1, 9, 'not base64'],
  ['key a = AA==', 'key-invalid', 1, 9, ''],
  [`key a = ${CERTIFICATE}`, 'key-invalid', 1, 9, 'this is a certificate: write `certificate`'],
  [`certificate a = ${KEY}`, 'certificate-invalid', 1, 17, 'this is a public key: write `key`'],
  ['key a from a.pem', 'word-unexpected', 1, 12, 'the path of a file in quotation marks'],
  ['key a from ""', 'file-missing', 1, 12, 'the path of a file'],
  ['key a from "a.pem"', 'file-missing', 1, 12, 'none are given here'],
  ['key "a', 'quote-not-closed', 1, 5, 'on the same line'],
  ['key "a\\n"', 'escape-invalid', 1, 7, '`\\u{…}`'],
  ['key "a\\u{110000}"', 'escape-invalid', 1, 7, ''],
  ['key "Žofie\u202e"', 'character-invalid', 1, 11, 'in a name write `\\u{202e}`'],
  ['# hidden \u2066 mark', 'character-invalid', 1, 10, 'cannot be seen'],
  ['\ufeffuse: nobody', 'character-invalid', 1, 1, '`\\u{feff}`'],
  ['key Žofie', 'character-invalid', 1, 5, 'put the name in quotation marks'],
  ["key 'a'", 'character-invalid', 1, 5, 'quotation marks are `"`'],
  ['key a; key b', 'character-invalid', 1, 6, 'found `;`'],
  ['use: nobody\rblock: nobody', 'character-invalid', 1, 12, '`\\u{d}`'],
  ['key "\u{1f600}\u{1f600}" ; ', 'character-invalid', 1, 10, 'found `;`'],
];

describe('an error', () => {
  it.each(rows)('says what, where and how to mend it: %j', (text, code, line, column, says) => {
    const error = refusal(text);
    expect({ code: error.code, line: error.line, column: error.column }).toEqual({ code, line, column });
    expect(error.message).toContain(says);
    expect(error.message).toMatch(/^policy text: /);
    expect(error.message).not.toMatch(/\.$/);
  });

  it('has shown every code that reading can give but the ones of files and limits', () => {
    expect(new Set(rows.map(([, code]) => code)).size).toBe(17);
  });

  it('is mended by what it suggests', () => {
    const suggested = /did you mean `(.*?)`/;
    for (const body of ['within 10 minutes', 'within 2w', 'within 10min']) {
      const mended = suggested.exec(refusal(both(body)).suggestion ?? '')?.[1];
      expect(parsePolicyText(both(`within ${mended}`)).rules.use?.tokens).toHaveLength(1);
    }
    const window = suggested.exec(refusal(both('within 10m after 1h')).suggestion ?? '')?.[1];
    expect(parsePolicyText(both(window ?? '')).rules.use?.tokens?.[0]).toMatchObject({ timelock: 3600, timeout: 4200 });
    expect(parsePolicyText(both('within 10m after 1h (never)')).rules.use?.tokens?.[0]).toMatchObject({
      timelock: 3600,
      timeout: 600,
    });
  });
});

describe('a file', () => {
  const pem = (label: string, bytes: Uint8Array): Uint8Array =>
    new TextEncoder().encode(
      `-----BEGIN ${label}-----\n${Buffer.from(bytes).toString('base64')}\n-----END ${label}-----\n`,
    );
  const key = keys[2] as Uint8Array;
  const both = certificate(key, 'CN');
  const files: Readonly<Record<string, Uint8Array>> = {
    'key.pem': pem('PUBLIC KEY', key),
    'key.der': key,
    'certificate.pem': pem('CERTIFICATE', both),
    'two.pem': new Uint8Array([...pem('PUBLIC KEY', key), ...pem('PUBLIC KEY', key)]),
    'private.pem': pem('PRIVATE KEY', key),
    'open.pem': new TextEncoder().encode('-----BEGIN PUBLIC KEY-----\nAAAA\n'),
    'noise.bin': new Uint8Array([1, 2, 3, 0xff]),
    'great.der': new Uint8Array(1024 * 1024 + 1),
  };
  const resolve = (path: string): Uint8Array | null => files[path] ?? null;
  const text = (statement: string): string => `${statement}\nuse: any 1 of a${REST}`;

  it('is read as PEM or DER, once', () => {
    const asked: string[] = [];
    const inline = parsePolicyText(text(`key a = ${Buffer.from(key).toString('base64')}`));
    for (const path of ['key.pem', 'key.der'])
      expect(parsePolicyText(text(`key a from "${path}"`), { resolve })).toEqual(inline);
    const counted = (path: string): Uint8Array | null => {
      asked.push(path);
      return resolve(path);
    };
    const twice = 'key a from "key.pem"\nkey b from "key.pem"\nuse: any 1 of a, b';
    expect(
      parsePolicyText(`${twice}${REST}`, { resolve: counted }).rules.use?.tokens?.[0]?.groups?.[0]?.approvers,
    ).toHaveLength(2);
    expect(asked).toEqual(['key.pem']);
    const certified = parsePolicyText(text('certificate a unnamed from "certificate.pem"'), { resolve });
    expect(certified.rules.use?.tokens?.[0]?.groups?.[0]?.approvers[0]).toMatchObject({
      type: 'certificate',
      name: null,
      certificate: both,
    });
  });

  it.each([
    ['key a from "nothing.pem"', 'file-missing', 'found `nothing.pem`'],
    ['key a from "certificate.pem"', 'file-invalid', 'write `certificate` in place of `key`'],
    ['certificate a from "key.pem"', 'file-invalid', 'write `key` in place of `certificate`'],
    ['key a from "private.pem"', 'file-invalid', 'found `PRIVATE KEY`'],
    ['key a from "two.pem"', 'file-invalid', 'found 2 blocks'],
    ['key a from "open.pem"', 'file-invalid', 'block not closed'],
    ['key a from "noise.bin"', 'key-invalid', ''],
    ['key a from "great.der"', 'limit-exceeded', '1048576'],
    [`key a from "${'x'.repeat(4097)}"`, 'limit-exceeded', '4096'],
  ])('that will not do is refused where it is named: %s', (statement, code, says) => {
    const error = refusal(text(statement.slice(0, 5000)), { resolve });
    expect({ code: error.code, line: error.line }).toEqual({ code, line: 1 });
    expect(error.column).toBe(statement.indexOf('"') + 1);
    expect(error.message).toContain(says);
    expect(error.message.length).toBeLessThan(500);
  });

  it('that the caller cannot give is the caller’s own error', () => {
    const failing = (): never => {
      throw new Error('disk');
    };
    expect(() => parsePolicyText(text('key a from "x"'), { resolve: failing })).toThrow('disk');
    expect(() => parsePolicyText(text('key a from "x"'), { resolve: () => 'x' as never })).toThrow(TypeError);
  });
});
