import { encodeElement, encodeExplicit, encodeOid, encodeUtf8String, Tag } from '@quorate/der';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addNameConstraints,
  checkNames,
  type GeneralName,
  hostName,
  type Name,
  type NameConstraints,
  noSubtrees,
} from '../../src/index.ts';
import { CN, cn, constraints, directory, dns, EMAIL, ip, mail, name, O, uri } from './support.ts';

/** The reason of the violation, or `permitted`. */
function verdict(
  list: readonly NameConstraints[],
  altNames: readonly GeneralName[] | null,
  subject: Name = cn(),
): string {
  const state = list.reduce(addNameConstraints, noSubtrees);
  return checkNames(state, { subject, subjectAltName: altNames }, () => true)?.reason ?? 'permitted';
}

const permitted = (...bases: readonly GeneralName[]): NameConstraints => constraints(bases);
const excluded = (...bases: readonly GeneralName[]): NameConstraints => constraints([], bases);

/** What one name is under one base, permitted and excluded. */
const both = (base: GeneralName, of: GeneralName): string =>
  `${verdict([permitted(base)], [of])} ${verdict([excluded(base)], [of])}`;

const IN = 'permitted excluded';
const OUT = 'not-permitted permitted';
const MALFORMED = 'malformed-name malformed-name';

/** Label by label; what a wildcard matches is tried, over labels of the bases and one that is in none. */
function dnsOracle(base: string, of: string, side: 'permitted' | 'excluded'): boolean {
  const labels = (text: string): string[] => text.toLowerCase().split('.').filter(Boolean);
  const within = (text: string[]): boolean => {
    const suffix = labels(base);
    return suffix.length <= text.length && suffix.every((label, i) => text[text.length - suffix.length + i] === label);
  };
  const [first, ...rest] = labels(of);
  if (first !== '*') return within(labels(of));
  const matched = ['a', 'b', 'aa', 'other'].map((label) => within([label, ...rest]));
  return side === 'permitted' ? matched.every(Boolean) : matched.some(Boolean);
}

test('a dNSName is in a subtree as its labels are, and a wildcard as what it matches is', () => {
  const label = fc.constantFrom('a', 'b', 'A', 'aa');
  const host = fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.'));
  const presented = fc
    .tuple(fc.constantFrom('', '*.'), host, fc.constantFrom('', '.'))
    .map(([wild, text, dot]) => `${wild}${text}${dot}`);
  const count = { in: 0, out: 0 };
  fc.assert(
    fc.property(host, presented, (base, of) => {
      const [all, any] = [dnsOracle(base, of, 'permitted'), dnsOracle(base, of, 'excluded')];
      count[all ? 'in' : 'out'] += 1;
      const expected = `${all ? 'permitted' : 'not-permitted'} ${any ? 'excluded' : 'permitted'}`;
      expect([base, of, both(dns(base), dns(of))]).toEqual([base, of, expected]);
    }),
    { numRuns: 3000 },
  );
  expect(Math.min(count.in, count.out)).toBeGreaterThan(100);
});

test('dNSName: what the RFC says in words', () => {
  const rows: readonly (readonly [base: string, of: string, answer: string])[] = [
    ['host.example.com', 'www.host.example.com', IN],
    ['host.example.com', 'host.example.com', IN],
    ['host.example.com', 'host1.example.com', OUT],
    ['host.example.com', 'ahost.example.com', OUT],
    ['HOST.example.com', 'host.EXAMPLE.com', IN],
    ['host.example.com', '*.example.com', 'not-permitted excluded'],
    ['host.example.com', '*.com', OUT],
    ['', 'anything.example', IN],
    ['', '', IN],
    ['example.com', '', OUT],
    ['example.com', 'a_b.example.com', MALFORMED],
    ['example.com', '*', MALFORMED],
    ['example.com', '*.', MALFORMED],
    ['example.com', '*.*.example.com', MALFORMED],
    ['example.com', 'a.*.example.com', MALFORMED],
    ['example.com', 'a..example.com', MALFORMED],
    ['example.com', ' example.com', MALFORMED],
    ['example.com', 'b\u00fccher.example.com', MALFORMED],
    [' ', 'example.com', 'not-permitted excluded'],
    ['*.example.com', 'a.example.com', 'not-permitted excluded'],
    ['*.example.com', 'other.example', 'not-permitted excluded'],
    ['.example.com', 'a.example.com', 'not-permitted excluded'],
    ['.example.com', 'example.com', 'not-permitted excluded'],
    ['.example.com', 'other.example', OUT],
    ['..', 'a.example', 'not-permitted excluded'],
  ];
  for (const [base, of, answer] of rows) expect([base, of, both(dns(base), dns(of))]).toEqual([base, of, answer]);
});

test('iPAddress: the bits of the mask are equal, and the families are two', () => {
  const octet: fc.Arbitrary<number> = fc.constantFrom(0, 1, 128, 192, 255);
  const width = fc.constantFrom(4, 16);
  const bits = (octets: readonly number[]): string => octets.map((each) => each.toString(2).padStart(8, '0')).join('');
  const address = width.chain((n) => fc.array(octet, { minLength: n, maxLength: n }));
  const subnet = address.chain((base) => fc.tuple(fc.constant(base), fc.nat(base.length * 8)));
  fc.assert(
    fc.property(subnet, address, fc.boolean(), ([base, length], other, near) => {
      const of = near ? base.with(-1, (base.at(-1) ?? 0) ^ 1) : other;
      const ones = '1'.repeat(length).padEnd(base.length * 8, '0');
      const mask = base.map((_, i) => Number.parseInt(ones.slice(i * 8, i * 8 + 8), 2));
      const within = base.length === of.length && bits(base).slice(0, length) === bits(of).slice(0, length);
      expect(both(ip(...base, ...mask), ip(...of))).toBe(within ? IN : OUT);
    }),
    { numRuns: 2000 },
  );
  const mapped = ip(0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255, 10, 0, 0, 1);
  expect(both(ip(0, 0, 0, 0, 0, 0, 0, 0), mapped)).toBe(OUT);
});

test('rfc822Name: a mailbox, a host, or what is below a domain', () => {
  const rows: readonly (readonly [base: string, of: string, answer: string])[] = [
    ['root@example.com', 'root@example.com', IN],
    ['root@example.com', 'root@EXAMPLE.com', IN],
    ['root@example.com', '"root"@example.com', IN],
    ['root@example.com', 'Root@example.com', OUT],
    ['root@example.com', 'root@a.example.com', OUT],
    ['example.com', 'a@example.com', IN],
    ['EXAMPLE.com', 'a@example.COM', IN],
    ['example.com', 'a@b.example.com', OUT],
    ['example.com', '"b@example.com"@other.example', OUT],
    ['.example.com', 'a@b.example.com', IN],
    ['.example.com', 'a@c.b.example.com', IN],
    ['.example.com', 'a@example.com', OUT],
    ['.example.com', 'a@bexample.com', OUT],
    ['', 'a@example.com', IN],
    ['example.com', 'example.com', MALFORMED],
    ['example.com', 'a@b@example.com', MALFORMED],
    ['example.com', 'a@[10.0.0.1]', MALFORMED],
    ['', 'a', MALFORMED],
    ['@example.com', 'a@example.com', 'not-permitted excluded'],
    ['a@b@c', 'a@example.com', 'not-permitted excluded'],
    ['*.example.com', 'a@b.example.com', 'not-permitted excluded'],
  ];
  for (const [base, of, answer] of rows) expect([base, of, both(mail(base), mail(of))]).toEqual([base, of, answer]);
});

test('uniformResourceIdentifier: the host, which must be a domain name whatever the constraint', () => {
  const rows: readonly (readonly [base: string, of: string, answer: string])[] = [
    ['host.example.com', 'http://HOST.example.com:8080/x', IN],
    ['host.example.com', 'http://a.host.example.com/', OUT],
    ['host.example.com', 'http://other.example/?host.example.com', OUT],
    ['.example.com', 'ldap://host.example.com/', IN],
    ['.example.com', 'ldap://my.host.example.com/', IN],
    ['.example.com', 'ldap://example.com/', OUT],
    ['', 'http://a.example/', IN],
    ['example.com', 'http://10.0.0.1/', MALFORMED],
    ['example.com', 'http://[::1]/', MALFORMED],
    ['example.com', 'urn:example.com', MALFORMED],
    ['', 'mailto:a@example.com', MALFORMED],
    ['10.0.0.1', 'http://a.example/', 'not-permitted excluded'],
    ['http://a.example/', 'http://a.example/', 'not-permitted excluded'],
  ];
  for (const [base, of, answer] of rows) expect([base, of, both(uri(base), uri(of))]).toEqual([base, of, answer]);
});

test('directoryName: the subject unless it is empty, and every directoryName', () => {
  const base = directory(name([[O, 'Bank']]));
  const inside = name([[O, 'BANK']], [[CN, 'a']]);
  const outside = name([[O, 'Other']], [[CN, 'a']]);
  expect(verdict([permitted(base)], null, inside)).toBe('permitted');
  expect(verdict([permitted(base)], null, outside)).toBe('not-permitted');
  expect(verdict([permitted(base)], [directory(outside)], inside)).toBe('not-permitted');
  expect(verdict([permitted(base)], [directory(inside)], outside)).toBe('not-permitted');
  expect(verdict([excluded(base)], [directory(outside)], inside)).toBe('excluded');
  expect(verdict([permitted(base)], null, cn())).toBe('permitted');
  expect(verdict([permitted(base)], [directory(cn())], inside)).toBe('not-permitted');
  expect(verdict([excluded(directory(cn()))], null, cn())).toBe('permitted');
  expect(verdict([excluded(directory(cn()))], null, inside)).toBe('excluded');
  const teletex = name([[O, 'BANK', Tag.TELETEX_STRING]]);
  expect([verdict([permitted(base)], null, teletex), verdict([excluded(base)], null, teletex)]).toEqual([
    'not-permitted',
    'excluded',
  ]);
  expect(verdict([excluded(directory(teletex))], null, inside)).toBe('excluded');
});

test('an emailAddress of the subject counts where there is no subjectAltName', () => {
  const at = (host: string, tag: number = Tag.IA5_STRING): Name => name([[EMAIL, `a@${host}`, tag]]);
  const only = permitted(mail('example.com'));
  expect(verdict([only], null, at('example.com'))).toBe('permitted');
  expect(verdict([only], null, at('other.example'))).toBe('not-permitted');
  expect(verdict([excluded(mail('example.com'))], null, at('Example.com', Tag.UTF8_STRING))).toBe('excluded');
  expect(verdict([only], [dns('a.example')], at('other.example'))).toBe('permitted');
  expect(verdict([only], null, name([[EMAIL, 'a@\u212a.example']]))).toBe('malformed-name');
  expect(verdict([only], null, name([[EMAIL, 'a', Tag.OCTET_STRING]]))).toBe('malformed-name');
});

test('a constraint of one type says nothing about another', () => {
  const bases = [dns('a'), mail('a'), uri('a'), ip(10, 0, 0, 0, 255, 0, 0, 0), directory(cn('a'))];
  const names = [dns('b'), mail('b@b'), uri('x://b'), ip(9, 0, 0, 1), directory(cn('b'))];
  for (const [i, base] of bases.entries()) {
    for (const [k, of] of names.entries())
      expect([i, k, both(base, of)]).toEqual([i, k, i === k ? OUT : 'permitted permitted']);
  }
});

test('a name of a type that cannot be compared is refused where its type is constrained', () => {
  const other = encodeElement(0xa0, encodeOid('1.2.3'), encodeExplicit(0, encodeUtf8String('x')));
  const smtp = encodeElement(0xa0, encodeOid('1.3.6.1.5.5.7.8.9'), encodeExplicit(0, encodeUtf8String('\u00e9@a')));
  const types: readonly GeneralName[] = [
    { type: 'otherName', bytes: other },
    { type: 'x400Address', bytes: encodeElement(0xa3) },
    { type: 'ediPartyName', bytes: encodeElement(0xa5) },
    { type: 'registeredID', oid: '1.2.3' },
  ];
  for (const each of types) {
    expect([each.type, both(each, each)]).toEqual([each.type, 'unsupported unsupported']);
    expect([each.type, both(each, dns('a'))]).toEqual([each.type, 'permitted permitted']);
    expect([each.type, both(dns('b'), each)]).toEqual([each.type, 'permitted permitted']);
  }
  const mailbox: GeneralName = { type: 'otherName', bytes: smtp };
  expect([both(mail('a'), mailbox), both(mail('a'), { type: 'otherName', bytes: other })]).toEqual([
    'unsupported unsupported',
    'permitted permitted',
  ]);
});

test('every name must be in some permitted subtree of every certificate, and in no excluded one', () => {
  const wide = permitted(dns('example.com'), dns('example.org'));
  const narrow = permitted(dns('a.example.com'), ip(10, 0, 0, 0, 255, 0, 0, 0));
  expect(verdict([wide], [dns('a.example.com'), dns('b.example.org')])).toBe('permitted');
  expect(verdict([wide], [dns('a.example.com'), dns('b.example.net')])).toBe('not-permitted');
  for (const list of [
    [wide, narrow],
    [narrow, wide],
  ]) {
    expect(verdict(list, [dns('x.a.example.com')])).toBe('permitted');
    expect(verdict(list, [dns('example.com')])).toBe('not-permitted');
    expect(verdict(list, [dns('a.example.org')])).toBe('not-permitted');
    expect(verdict(list, [ip(11, 0, 0, 1)])).toBe('not-permitted');
  }
  expect(verdict([wide, excluded(dns('a.example.com'))], [dns('a.example.com')])).toBe('excluded');
  expect(verdict([excluded(dns('a.example.com')), wide], [dns('b.example.com')])).toBe('permitted');
  const [first, second] = [excluded(dns('a.example')), excluded(dns('b.example'))];
  for (const text of ['a.example', 'b.example']) expect(verdict([first, second], [dns(text)])).toBe('excluded');
  expect(verdict([], [dns(' '), mail('')])).toBe('permitted');
});

test('a state that is added to stays as it was, and a violation says which name and which subtree', () => {
  const first = addNameConstraints(noSubtrees, permitted(dns('example.com')));
  const second = addNameConstraints(first, constraints([dns('a.example.com')], [dns('b.a.example.com')]));
  const check = (state: typeof first, text: string): unknown =>
    checkNames(state, { subject: cn(), subjectAltName: [dns('a.example.com'), dns(text)] }, () => true);
  expect(noSubtrees).toEqual({ permitted: [], excluded: [] });
  expect(check(first, 'c.example.com')).toBe(null);
  expect(check(second, 'c.example.com')).toEqual({
    reason: 'not-permitted',
    name: dns('c.example.com'),
    base: dns('a.example.com'),
  });
  expect(check(second, 'b.a.example.com')).toMatchObject({ reason: 'excluded', base: dns('b.a.example.com') });
  const subject = name([[EMAIL, 'a@b']]);
  const ofSubject = (base: GeneralName): unknown =>
    checkNames(addNameConstraints(noSubtrees, excluded(base)), { subject, subjectAltName: null }, () => true);
  expect(ofSubject(mail('b'))).toMatchObject({ name: { type: 'emailAddress', text: 'a@b' }, base: mail('b') });
  expect(ofSubject(directory(cn()))).toMatchObject({ name: { type: 'subject', name: subject } });
});

test('every comparison is announced before it is made, and a refusal ends the check', () => {
  const many = Array.from({ length: 100 }, (_, i) => dns(`a${i}.example`));
  const state = addNameConstraints(noSubtrees, constraints([dns('example'), ip(1, 1, 1, 1, 0, 0, 0, 0)], many));
  const altNames = Array.from({ length: 50 }, (_, i) => dns(`b${i}.example`));
  const spent = (limit: number): [string, number] => {
    let left = limit;
    const spend = (n: number): boolean => {
      left -= n;
      return left >= 0;
    };
    const violation = checkNames(state, { subject: cn('x'), subjectAltName: altNames }, spend);
    return [violation?.reason ?? 'permitted', limit - Math.max(left, -1)];
  };
  expect(spent(5050)).toEqual(['permitted', 5050]);
  expect(spent(5049)[0]).toBe('budget');
  expect(spent(0)[0]).toBe('budget');
});

test('whatever stands in names and constraints, the answer is a verdict, and what is refused is never permitted', () => {
  const text = fc.oneof(
    fc.string({ unit: 'binary-ascii' }),
    fc
      .array(fc.constantFrom('a', '.', '*', '@', '"', '\\', ':', '/', '[', ' ', '-', 'http://', '%'), { maxLength: 12 })
      .map((l) => l.join('')),
  );
  const one = fc.tuple(fc.constantFrom(dns, mail, uri), text).map(([of, value]) => of(value));
  fc.assert(
    fc.property(one, text, (base, value) => {
      if (base.type !== 'dNSName' && base.type !== 'rfc822Name' && base.type !== 'uniformResourceIdentifier') return;
      const of: GeneralName = { type: base.type, value };
      const [inPermitted, inExcluded] = both(base, of).split(' ');
      if (inPermitted === 'permitted') expect(inExcluded).toBe('excluded');
      if (inExcluded === 'permitted') expect(inPermitted).toBe('not-permitted');
      const host = value.startsWith('*.') ? value.slice(2) : value;
      if (base.type === 'dNSName' && hostName(host) === null && !['', '.'].includes(host)) {
        expect(inPermitted).toBe('malformed-name');
      }
    }),
    { numRuns: 5000 },
  );
});
