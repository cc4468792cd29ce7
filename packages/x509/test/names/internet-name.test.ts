import fc from 'fast-check';
import { expect, test } from 'vitest';
import { endsInNumber, hostName, mailboxOf } from '../../src/index.ts';
import { uriHost } from '../../src/names/internet-name.ts';

/** The preferred syntax, label by label. */
function oracle(text: string): string | null {
  const labels = text.split('.');
  if (labels.length > 1 && labels.at(-1) === '') labels.pop();
  const wellFormed = labels.every((label) => {
    const letters = [...label];
    const inside = letters.every((c) => 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-'.includes(c));
    return inside && letters.length >= 1 && letters.length <= 63 && letters[0] !== '-' && letters.at(-1) !== '-';
  });
  return wellFormed && labels.join('.').length <= 253 ? labels.join('.').toLowerCase() : null;
}

test('a host name is what the preferred syntax says, label by label', () => {
  const parts = fc.constantFrom('a', 'B', '-', '.', '0', '_', ' ', '\u212a', '*', 'a'.repeat(62), `${'b'.repeat(63)}.`);
  fc.assert(
    fc.property(fc.array(parts, { maxLength: 8 }), (list) => {
      const text = list.join('');
      expect([text, hostName(text)]).toEqual([text, oracle(text)]);
    }),
    { numRuns: 3000 },
  );
  expect(hostName('Example.COM.')).toBe('example.com');
  expect(hostName('xn--bcher-kva.example')).toBe('xn--bcher-kva.example');
  const longest = `${'a'.repeat(63)}.${'b'.repeat(63)}.${'c'.repeat(63)}.${'d'.repeat(61)}`;
  expect([hostName(longest), hostName(`${longest}.`), hostName(`${longest}d`)]).toEqual([longest, longest, null]);
  for (const text of ['', '.', '..', 'a..b', '.a', '-a', 'a-', 'a b', 'a\n', 'a.\n', '\u212a', 'b\u00fccher.example']) {
    expect([text, hostName(text)]).toEqual([text, null]);
  }
});

test('a last label that is a number makes a name none of a domain', () => {
  for (const host of ['1.2.3.4', '127.1', '4294967295', 'a.0x7f', 'a.0x'])
    expect([host, endsInNumber(host)]).toEqual([host, true]);
  for (const host of ['1.a', 'a1', '1.2.3.4.example', 'a.0xg', 'a.00g'])
    expect([host, endsInNumber(host)]).toEqual([host, false]);
});

test('a mailbox is a local part, in atoms or quoted, at a named host', () => {
  const found: readonly (readonly [string, string, string])[] = [
    ['root@Example.COM', 'root', 'example.com'],
    ['Root.of+all@a', 'Root.of+all', 'a'],
    ['"root"@a.example', 'root', 'a.example'],
    ['"a@b\\"c\\\\ d"@a.example', 'a@b"c\\ d', 'a.example'],
    ['""@a.example', '', 'a.example'],
  ];
  for (const [text, local, host] of found) expect([text, mailboxOf(text)]).toEqual([text, { local, host }]);
  const none = [
    '',
    '@',
    'a',
    'a@',
    '@a',
    'a@b@c',
    'a.@b',
    '.a@b',
    'a..b@c',
    'a b@c',
    'a@b.',
    'a@.b',
    'a@[1.2.3.4]',
    'a@1.2.3.4',
  ];
  const quoted = ['"a@b', '"a"b@c', '"a\\"@b', '"a\n"@b', 'a\u00e9@b', 'a@\u212a', 'a@b\n', '"a"@b"@c'];
  for (const text of [...none, ...quoted]) expect([text, mailboxOf(text)]).toEqual([text, null]);
});

test('the host of a URI is the domain name in its authority, and nothing else', () => {
  const found: readonly (readonly [string, string])[] = [
    ['http://Example.COM', 'example.com'],
    ['ldap://user:pass@a.example:389/dc=x?y', 'a.example'],
    ['https://a.example.?http://b.example/', 'a.example'],
    ['x-y+1.z://a#@b', 'a'],
    ['http://a.example:/', 'a.example'],
    ['http://b.example%40@a.example/', 'a.example'],
  ];
  for (const [text, host] of found) expect([text, uriHost(text)]).toEqual([text, host]);
  const none = [
    '',
    'a.example',
    '//a.example',
    'mailto:a@b.example',
    'urn:x:y',
    'http:a.example',
    'http:///path',
    'http://',
  ];
  const addresses = ['http://1.2.3.4/', 'http://[::1]/', 'http://127.1/', 'http://a.0x7f/', 'http://[v1.a]/'];
  const strange = [
    'http://a.example\\@b.example/',
    'http://a@b@c.example/',
    'http://a.exa%6dple/',
    'http://a .example/',
    'http://a_b.example',
    ' http://a.example',
    '1http://a.example',
    'http://a.example:x/',
    'http://*.a.example/',
    'http://a.example\n/',
    'http://a.example\n',
  ];
  for (const text of [...none, ...addresses, ...strange]) expect([text, uriHost(text)]).toEqual([text, null]);
});

test('a URI or mail address longer than any in use is none', () => {
  const uri = (length: number): string => 'http://a.example/'.padEnd(length, 'x');
  expect([uriHost(uri(8192)), uriHost(uri(8193))]).toEqual(['a.example', null]);
  const mail = (length: number): string => '@a.example'.padStart(length, 'x');
  expect([mailboxOf(mail(1024))?.host, mailboxOf(mail(1025))]).toEqual(['a.example', null]);
});
