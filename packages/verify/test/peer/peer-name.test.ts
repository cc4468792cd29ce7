import { isIP } from 'node:net';
import type { GeneralName } from '@quorate/x509';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { matchesPeerName, PeerNameError, parsePeerName } from '../../src/index.ts';

const dns = (value: string): GeneralName => ({ type: 'dNSName', value });
const mail = (value: string): GeneralName => ({ type: 'rfc822Name', value });
const ip = (...octets: readonly number[]): GeneralName => ({ type: 'iPAddress', bytes: Uint8Array.from(octets) });

function refusal(text: string): string {
  try {
    return parsePeerName(text).type;
  } catch (error) {
    if (!(error instanceof PeerNameError)) throw error;
    expect(error.message).toContain('peer name');
    return error.code;
  }
}

const answer = (peer: string, ...names: readonly GeneralName[]): string => {
  const match = matchesPeerName(names, parsePeerName(peer));
  return match.matched ? 'matched' : match.reason;
};

test('the name of a peer is a DNS name, an address or a mailbox, and its text says which', () => {
  expect(parsePeerName('WWW.Example.com.')).toEqual({ type: 'dns', name: 'www.example.com' });
  expect(parsePeerName('localhost')).toEqual({ type: 'dns', name: 'localhost' });
  expect(parsePeerName('10.0.0.255')).toEqual({ type: 'ip', bytes: Uint8Array.of(10, 0, 0, 255) });
  expect(parsePeerName('::1')).toEqual({ type: 'ip', bytes: Uint8Array.of(...new Array<number>(15).fill(0), 1) });
  expect(parsePeerName('Root@Example.com')).toEqual({ type: 'mail', mailbox: { local: 'Root', host: 'example.com' } });
});

test('a text that is none of them is refused with the reason', () => {
  const rows: Readonly<Record<string, readonly string[]>> = {
    empty: [''],
    'too-long': ['a'.repeat(321)],
    'not-ascii': ['b\u00fccher.example', '\u212a.example', 'a@b\u00fccher.example', '\uff11.2.3.4'],
    wildcard: ['*.example.com', '*', 'a*.example'],
    'address-invalid': [
      '[::1]',
      '::1%eth0',
      '1.2.3',
      '1.2.3.256',
      '1.2.3.04',
      '127.1',
      '0x7f.1',
      'example.com:443',
      '1.2.3.4:80',
      ':::',
      '1::2::3',
    ],
    'mailbox-invalid': ['@', 'a@', '@a', 'a@b@c', 'a@[1.2.3.4]', 'a@1.2.3.4', 'a b@c'],
    'dns-name-invalid': ['a b', 'a..b', '.a', '.', '-a', 'a_b', 'https//a', `${'a'.repeat(64)}.b`, 'a\n', 'a\0'],
  };
  for (const [code, texts] of Object.entries(rows)) {
    for (const text of texts) expect([text, refusal(text)]).toEqual([text, code]);
  }
});

test('exactly the addresses that the platform knows are read, and as it reads them', () => {
  const group = fc.constantFrom('0', '1', 'ffff', 'AbC', '00f', '12345', 'g', '1.2.3.4', '');
  const text = fc.oneof(
    fc.ipV4(),
    fc.ipV6(),
    fc.array(group, { minLength: 1, maxLength: 9 }).map((groups) => groups.join(':')),
    fc
      .array(fc.constantFrom('0', '00', '1', '255', '256', '-1', ''), { minLength: 3, maxLength: 5 })
      .map((l) => l.join('.')),
  );
  const count = [0, 0, 0, 0, 0, 0, 0];
  fc.assert(
    fc.property(text, (each) => {
      const version = isIP(each);
      count[version] = (count[version] ?? 0) + 1;
      const [code, bytes] = ((): [string, Uint8Array | null] => {
        const found = refusal(each);
        const peer = found === 'ip' ? parsePeerName(each) : null;
        return [found, peer?.type === 'ip' ? peer.bytes : null];
      })();
      expect([each, code === 'ip', bytes?.length ?? 0]).toEqual([
        each,
        version !== 0,
        version === 0 ? 0 : version === 4 ? 4 : 16,
      ]);
      if (bytes === null || version !== 6) return;
      const words = Array.from({ length: 8 }, (_, i) =>
        (((bytes[2 * i] ?? 0) << 8) | (bytes[2 * i + 1] ?? 0)).toString(16),
      );
      expect(new URL(`http://[${words.join(':')}]/`).host).toBe(new URL(`http://[${each}]/`).host);
    }),
    { numRuns: 2000 },
  );
  expect(Math.min(...[0, 4, 6].map((version) => count[version] ?? 0))).toBeGreaterThan(100);
});

test('a DNS name equals a dNSName without regard to case, and a wildcard is one whole first label', () => {
  const rows: readonly (readonly [peer: string, presented: string, answer: string])[] = [
    ['example.com', 'EXAMPLE.com', 'matched'],
    ['example.com.', 'example.com', 'matched'],
    ['a.example.com', 'example.com', 'other-names'],
    ['example.com', 'a.example.com', 'other-names'],
    ['a.example.com', '*.example.com', 'matched'],
    ['a.example.com', '*.EXAMPLE.com', 'matched'],
    ['xn--bcher-kva.example.com', '*.example.com', 'matched'],
    ['example.com', '*.example.com', 'other-names'],
    ['a.b.example.com', '*.example.com', 'other-names'],
    ['a.b.example.com', '*.*.example.com', 'other-names'],
    ['a.b.example.com', 'a.*.example.com', 'other-names'],
    ['ab.example.com', 'a*.example.com', 'other-names'],
    ['ab.example.com', '*b.example.com', 'other-names'],
    ['localhost', '*', 'other-names'],
    ['localhost', '*.', 'other-names'],
    ['localhost', '*.localhost', 'other-names'],
    ['a.b', '*.b', 'matched'],
    ['example.com', 'example.com.', 'other-names'],
    ['a.example.com', '*.example.com.', 'other-names'],
    ['example.com', 'example.com\0', 'other-names'],
    ['example.com', 'example.com\0.other.example', 'other-names'],
    ['example.com', ' example.com', 'other-names'],
    ['example.com', '', 'other-names'],
    ['10.0.0.1', '10.0.0.1', 'no-name-of-type'],
  ];
  for (const [peer, of, expected] of rows) expect([peer, of, answer(peer, dns(of))]).toEqual([peer, of, expected]);
});

test('an address equals its octets, a mailbox its local part exactly', () => {
  expect(answer('10.0.0.1', ip(10, 0, 0, 1))).toBe('matched');
  expect(answer('10.0.0.1', ip(10, 0, 0, 2), dns('10.0.0.1'), dns('*.0.0.1'))).toBe('other-names');
  expect(answer('::ffff:10.0.0.1', ip(10, 0, 0, 1))).toBe('other-names');
  expect(answer('10.0.0.1', ip(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 0, 0, 1))).toBe('other-names');
  expect(answer('2001:db8::1', ip(0x20, 1, 0xd, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1))).toBe('matched');
  expect(answer('a@example.com', mail('a@EXAMPLE.com'))).toBe('matched');
  expect(answer('a@example.com', mail('"a"@example.com'))).toBe('matched');
  expect(answer('a@example.com', mail('A@example.com'))).toBe('other-names');
  expect(answer('a@example.com', mail('example.com'), mail('a@b@example.com'), mail(''))).toBe('other-names');
  expect(answer('a@example.com', dns('example.com'))).toBe('no-name-of-type');
});

test('the answer says which name it was, or what there was', () => {
  const names = [dns('a.example'), ip(1, 2, 3, 4), dns('*.example')];
  expect(matchesPeerName(names, parsePeerName('b.example'))).toEqual({ matched: true, name: dns('*.example') });
  const others = { matched: false, reason: 'other-names', names: [dns('a.example'), dns('*.example')] };
  expect(matchesPeerName(names, parsePeerName('c.other'))).toEqual(others);
  expect(matchesPeerName(null, parsePeerName('a.example'))).toEqual({
    matched: false,
    reason: 'no-alt-names',
    names: [],
  });
  expect(answer('a.example')).toBe('no-name-of-type');
});

test('whatever the text is, it is a name or refused by this room, and a certificate with that text is asked the same', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc
      .array(fc.constantFrom('a', '.', '*', '@', ':', '1', '-', '"', '\\', '[', '%'), { maxLength: 14 })
      .map((l) => l.join('')),
  );
  fc.assert(
    fc.property(text, text, (peer, presented) => {
      if (!['dns', 'ip', 'mail'].includes(refusal(peer))) return;
      for (const of of [dns, mail])
        expect(answer(peer, of(presented))).toMatch(/^(matched|other-names|no-name-of-type)$/);
      if (refusal(peer) === 'dns' && !peer.endsWith('.')) expect(answer(peer, dns(peer))).toBe('matched');
    }),
    { numRuns: 2000 },
  );
});
