import { type ExtensionParts, generalName, nameOf, pathExtension } from '@quorate/certificates';
import { encodeSequence } from '@quorate/der';
import type { PathReport } from '@quorate/verify';
import { describe, expect, test } from 'vitest';
import { anchor, ask, ca, caExtensions, leaf } from '../path/support/pki.ts';

/**
 * Name constraints of the kinds that PKITS, x509-limbo and BetterTLS try and of which the parts of them that are here have
 * few or none. The rules are those of RFC 5280, 4.2.1.10 and 6.1.
 */

const { dns, ip, mail, uri, directory, other, registeredId } = generalName;
const { nameConstraints, subjectAltNames } = pathExtension;

const EMPTY = encodeSequence();
const org = (...values: readonly string[]): Uint8Array =>
  nameOf(...values.map((value) => ['2.5.4.10', value] as const));

/** Whether a path was found and nothing is wrong with it; revocation, which is off, is a warning. */
const isFound = ({ path, findings }: PathReport): boolean =>
  path.length > 0 && findings.every(({ outcome }) => outcome !== 'fail');

/** Anchor, CA with these constraints, target with these names and no subject: whether a path is found. */
function accepts(
  constraints: readonly ExtensionParts[],
  names: readonly Uint8Array[],
  subject: Uint8Array = EMPTY,
): boolean {
  const report = ask({
    anchors: [anchor('root', 0)],
    intermediates: [ca('constrained', 1, 'root', 0, { plus: constraints })],
    target: leaf('constrained', 1, { subject, extensions: names.length === 0 ? [] : [subjectAltNames(names)] }),
  });
  return isFound(report);
}

const permits = (...bases: readonly Uint8Array[]): ExtensionParts[] => [nameConstraints(bases)];
const excludes = (...bases: readonly Uint8Array[]): ExtensionParts[] => [nameConstraints([], bases)];

/** A base, names that are in its subtree, names of its type that are not. */
const SUBTREES: readonly (readonly [string, Uint8Array, readonly Uint8Array[], readonly Uint8Array[]])[] = [
  [
    'a DNS name',
    dns('host.example.com'),
    [dns('host.example.com'), dns('my.host.example.com'), dns('HOST.Example.COM'), dns('*.host.example.com')],
    [dns('host1.example.com'), dns('ahost.example.com'), dns('example.com'), dns('com'), dns('host.example.com.evil')],
  ],
  ['a DNS name of one label', dns('com'), [dns('com'), dns('a.com'), dns('a.b.com')], [dns('net'), dns('acom')]],
  ['every DNS name', dns(''), [dns('example.com'), dns('a')], []],
  [
    'a directory name',
    directory(org('a', 'b')),
    [directory(org('a', 'b')), directory(org('a', 'b', 'c')), directory(org('A', ' b '))],
    [
      directory(org('a')),
      directory(org('b', 'a')),
      directory(org('a', 'c')),
      directory(nameOf(['2.5.4.11', 'a'], ['2.5.4.10', 'b'])),
    ],
  ],
  [
    'an IPv4 subnet',
    ip(192, 0, 2, 0, 255, 255, 255, 0),
    [ip(192, 0, 2, 0), ip(192, 0, 2, 255)],
    [ip(192, 0, 3, 0), ip(10, 0, 0, 1), ip(...new Array<number>(10).fill(0), 255, 255, 192, 0, 2, 1)],
  ],
  ['every IPv4 address', ip(0, 0, 0, 0, 0, 0, 0, 0), [ip(1, 2, 3, 4)], [ip(...new Array<number>(16).fill(0))]],
  [
    'an IPv6 subnet',
    ip(0x20, 1, 0xd, 0xb8, ...new Array<number>(12).fill(0), 255, 255, 255, 255, ...new Array<number>(12).fill(0)),
    [ip(0x20, 1, 0xd, 0xb8, ...new Array<number>(12).fill(7))],
    [ip(0x20, 1, 0xd, 0xb9, ...new Array<number>(12).fill(7)), ip(32, 1, 13, 184)],
  ],
  [
    'all mailboxes at a host',
    mail('example.com'),
    [mail('foo@example.com'), mail('bar@EXAMPLE.com')],
    [mail('foo@mail.example.com'), mail('foo@example.org'), mail('foo@aexample.com')],
  ],
  [
    'all mailboxes at hosts below a name',
    mail('.example.com'),
    [mail('foo@mail.example.com'), mail('foo@a.b.example.com')],
    [mail('foo@example.com'), mail('foo@mailexample.com')],
  ],
  [
    'one mailbox',
    mail('foo@example.com'),
    [mail('foo@example.com'), mail('foo@Example.Com')],
    [mail('Foo@example.com'), mail('bar@example.com'), mail('foo@mail.example.com')],
  ],
  [
    'a host of URIs',
    uri('host.example.com'),
    [uri('https://host.example.com/'), uri('https://user@HOST.example.com:8443/a?b'), uri('ldap://host.example.com')],
    [uri('https://a.host.example.com/'), uri('https://example.com'), uri('https://host.example.com@evil.example/')],
  ],
  [
    'hosts of URIs below a name',
    uri('.example.com'),
    [uri('https://host.example.com'), uri('ftp://a.b.example.com/x')],
    [uri('https://example.com'), uri('https://evil.example/.example.com'), uri('https://evil.example?a=.example.com')],
  ],
];

describe('a subtree of', () => {
  test.each(SUBTREES)('%s permits exactly the names in it', (_, base, within, outside) => {
    expect(within.map((name) => accepts(permits(base), [name]))).toEqual(within.map(() => true));
    expect(outside.map((name) => accepts(permits(base), [name]))).toEqual(outside.map(() => false));
    expect(outside.map((name) => accepts(permits(base), [within[0] as Uint8Array, name]))).toEqual(
      outside.map(() => false),
    );
  });
  test.each(SUBTREES)('%s excludes exactly the names in it', (_, base, within, outside) => {
    expect(within.map((name) => accepts(excludes(base), [name]))).toEqual(within.map(() => false));
    expect(outside.map((name) => accepts(excludes(base), [name]))).toEqual(outside.map(() => true));
  });
  test.each(SUBTREES)('%s does not permit what it excludes as well', (_, base, within) => {
    expect(within.map((name) => accepts([nameConstraints([base], [base])], [name]))).toEqual(within.map(() => false));
  });
  test.each(SUBTREES)('%s says nothing of names of other types', (_, base) => {
    const others = SUBTREES.map(([, , [name]]) => name as Uint8Array).filter((name) => name[0] !== base[0]);
    expect(others.length).toBeGreaterThan(5);
    for (const name of others)
      expect([accepts(permits(base), [name]), accepts(excludes(base), [name])]).toEqual([true, true]);
  });
});

describe('names that are malformed', () => {
  test.each([
    ['a DNS name with a dot in front', dns('example.com'), dns('.example.com')],
    ['a DNS name with an empty label', dns('example.com'), dns('a..example.com')],
    ['a wildcard within a label', dns('example.com'), dns('a*.example.com')],
    ['a wildcard in the middle', dns('example.com'), dns('a.*.example.com')],
    ['a mail address with two @', mail('example.com'), mail('invalid@address@example.com')],
    ['a mail address without a local part', mail('example.com'), mail('@example.com')],
    ['a mail address that is a host', mail('example.com'), mail('example.com')],
    ['a URI without an authority', uri('example.com'), uri('urn:example.com')],
    ['a URI at an address', uri('.example.com'), uri('https://192.0.2.1/')],
    ['a URI with a backslash', uri('example.com'), uri('https://evil.example\\@example.com/')],
  ])('are refused where their type is constrained, on either side: %s', (_, base, name) => {
    expect([accepts(permits(base), [name]), accepts(excludes(base), [name])]).toEqual([false, false]);
  });
  test.each([
    ['DNS name with a wildcard', dns('*.example.com'), dns('foo.example.com')],
    ['DNS name with a dot in front', dns('.example.com'), dns('foo.example.com')],
    ['mail address with two @', mail('invalid@invalid@example.com'), mail('example@example.com')],
    ['URI that is no host', uri('https://example.com/'), uri('https://example.com/')],
  ])('permit nothing and exclude their like when they are a base: %s', (_, base, name) => {
    expect([accepts(permits(base), [name]), accepts(excludes(base), [name])]).toEqual([false, false]);
  });
  test.each([
    ['7 octets', ip(192, 0, 2, 0, 255, 255, 255)],
    ['no mask', ip(192, 0, 2, 1)],
    ['16 octets', ip(...new Array<number>(16).fill(0))],
  ])('make the extension malformed, and every path through it: an iPAddress of %s', (_, base) => {
    expect([accepts(permits(base), [dns('a.example')]), accepts(excludes(base), [])]).toEqual([false, false]);
  });
});

describe('a name of a type that cannot be compared', () => {
  test.each([
    ['otherName', other('1.3.6.1.4.1.99999.1', 'x')],
    ['registeredID', registeredId('1.2.3')],
  ])('is refused where one is constrained, and its constraint does no harm elsewhere: %s', (_, name) => {
    expect([accepts(permits(name), [name]), accepts(excludes(name), [name])]).toEqual([false, false]);
    expect([accepts(permits(name), [dns('a')]), accepts(excludes(name), [dns('a')])]).toEqual([true, true]);
  });
});

describe('the subject', () => {
  const person = (address: string, ...more: readonly (readonly [string, string])[]): Uint8Array =>
    nameOf(['2.5.4.10', 'a'], ['1.2.840.113549.1.9.1', address], ...more);

  test('is a directory name, whatever subjectAltName has', () => {
    const within = directory(org('a'));
    expect(accepts(permits(within), [within], org('a', 'x'))).toBe(true);
    expect(accepts(permits(within), [within], org('b'))).toBe(false);
    expect(accepts(permits(within), [directory(org('b'))], org('a'))).toBe(false);
    expect(accepts(excludes(within), [directory(org('b'))], org('a', 'x'))).toBe(false);
  });
  test('without subjectAltName has its mail addresses checked, every one', () => {
    expect(accepts(permits(mail('example.com')), [], person('foo@example.com'))).toBe(true);
    expect(accepts(permits(mail('example.com')), [], person('foo@evil.example'))).toBe(false);
    const two = person('foo@example.com', ['1.2.840.113549.1.9.1', 'foo@evil.example']);
    expect(accepts(permits(mail('example.com')), [], two)).toBe(false);
    expect(accepts(excludes(mail('evil.example')), [], two)).toBe(false);
  });
});

describe('constraints of several CAs', () => {
  const chain = (first: readonly ExtensionParts[], second: readonly ExtensionParts[], name: Uint8Array): boolean =>
    isFound(
      ask({
        anchors: [anchor('root', 0)],
        intermediates: [ca('first', 1, 'root', 0, { plus: first }), ca('second', 2, 'first', 1, { plus: second })],
        target: leaf('second', 2, { subject: EMPTY, extensions: [subjectAltNames([name])] }),
      }),
    );

  test('permit what all of them permit: none widens what is above it', () => {
    const [foo, bar] = [dns('foo.example.com'), dns('bar.example.com')];
    expect(chain(permits(foo, bar), permits(bar), bar)).toBe(true);
    expect(chain(permits(foo, bar), permits(bar), foo)).toBe(false);
    expect(chain(permits(bar), permits(foo, bar), foo)).toBe(false);
    expect(chain(permits(foo), permits(bar), bar)).toBe(false);
  });
  test('of different types bind together', () => {
    expect(chain(permits(dns('example.com')), permits(ip(10, 0, 0, 0, 255, 0, 0, 0)), dns('a.example.com'))).toBe(true);
    expect(chain(permits(dns('example.com')), permits(ip(10, 0, 0, 0, 255, 0, 0, 0)), ip(11, 0, 0, 1))).toBe(false);
  });
  test('exclude what any of them excludes', () => {
    expect(chain(excludes(dns('a.example')), permits(dns('example')), dns('x.a.example'))).toBe(false);
    expect(chain(permits(dns('example')), excludes(dns('a.example')), dns('x.a.example'))).toBe(false);
    expect(chain(permits(dns('example')), excludes(dns('a.example')), dns('b.example'))).toBe(true);
  });
  test('bind the CAs below, but for self-issued ones', () => {
    const named = (subject: string, key: number, by: number, issuer: string): Uint8Array =>
      ca(subject, key, issuer, by, { plus: [subjectAltNames([dns('forbidden.example.com')])] });
    const through = (intermediate: Uint8Array, issuer: string): boolean =>
      isFound(
        ask({
          anchors: [anchor('root', 0)],
          intermediates: [ca('first', 1, 'root', 0, { plus: permits(dns('permitted.example.com')) }), intermediate],
          target: leaf(issuer, 2, { subject: EMPTY, extensions: [subjectAltNames([dns('permitted.example.com')])] }),
        }),
      );
    expect(through(named('second', 2, 1, 'first'), 'second')).toBe(false);
    expect(through(named('first', 2, 1, 'first'), 'first')).toBe(true);
  });
  test('of one path do not bind another', () => {
    const [subject, key] = ['twice', 2];
    const report = ask({
      anchors: [anchor('root', 0), anchor('other', 3)],
      intermediates: [
        ca('first', 1, 'root', 0, { plus: excludes(dns('forbidden.example')) }),
        ca(subject, key, 'first', 1, { plus: [subjectAltNames([dns('forbidden.example')])] }),
        ca(subject, key, 'other', 3, { plus: [subjectAltNames([dns('free.example')])] }),
      ],
      target: leaf(subject, key),
    });
    expect([report.broken.length, report.path.map((step) => step.subject)]).toEqual([
      0,
      ['CN=leaf', 'CN=twice', 'CN=other'],
    ]);
  });
  test("of the anchor's own certificate bind, unless that is not wanted", () => {
    const root = anchor('root', 0, { extensions: [...caExtensions(), ...permits(dns('example.com'))] });
    const target = leaf('root', 0, { subject: EMPTY, extensions: [subjectAltNames([dns('evil.example')])] });
    expect(isFound(ask({ anchors: [root], target }))).toBe(false);
    expect(isFound(ask({ anchors: [root], target, anchorChecks: { nameConstraints: false } }))).toBe(true);
  });
});

describe('thousands of names and constraints', () => {
  const many = (count: number, make: (i: number) => Uint8Array): Uint8Array[] =>
    Array.from({ length: count }, (_, i) => make(i));
  const octets = (i: number): [number, number] => [i >> 8, i & 255];
  const KINDS: readonly (readonly [string, (i: number) => Uint8Array, (i: number) => Uint8Array])[] = [
    ['DNS names', (i) => dns(`t${i}.test`), (i) => dns(`x${i}.test`)],
    ['IP addresses', (i) => ip(10, 0, ...octets(i)), (i) => ip(11, 0, ...octets(i), 255, 255, 255, 255)],
    ['mail addresses', (i) => mail(`t${i}@example.test`), (i) => mail(`x${i}@example.test`)],
    ['URIs', (i) => uri(`https://t${i}.test/`), (i) => uri(`x${i}.test`)],
    ['directory names', (i) => directory(org(`t${i}`)), (i) => directory(org(`x${i}`))],
  ];
  const report = (constraints: readonly ExtensionParts[], names: readonly Uint8Array[]) =>
    ask({
      anchors: [anchor('root', 0)],
      intermediates: [ca('constrained', 1, 'root', 0, { plus: constraints })],
      target: leaf('constrained', 1, { subject: EMPTY, extensions: [subjectAltNames(names)] }),
    });

  test.each(KINDS)('1,024 %s under 1,023 constraints are compared, all of them', (_, name, base) => {
    const { broken, spent } = report(excludes(...many(1023, base)), many(1024, name));
    expect([broken.length, spent.nameComparisons]).toEqual([0, 1023 * 1024]);
  });
  test.each(KINDS)('2,048 %s under 2,048 constraints are too many, and that is no yes', (_, name, base) => {
    const { verdict, path, findings, spent } = report(excludes(...many(2048, base)), many(2048, name));
    expect([verdict, path]).toEqual(['incomplete', []]);
    expect(findings.map(({ id }) => id)).toContain('path.budget');
    expect(spent.nameComparisons).toBeLessThanOrEqual(2 ** 20);
  });
  test('a subject of 2,048 mail addresses under 1,024 constraints is too much', () => {
    const subject = nameOf(
      ...many(2048, (i) => dns(`${i}`)).map((_, i) => ['1.2.840.113549.1.9.1', `t${i}@a.test`] as const),
    );
    const constraints = excludes(...many(1024, (i) => mail(`x${i}@a.test`)));
    const answer = ask({
      anchors: [anchor('root', 0)],
      intermediates: [ca('constrained', 1, 'root', 0, { plus: constraints })],
      target: leaf('constrained', 1, { subject }),
    });
    expect(answer.verdict).not.toBe('pass');
    expect(answer.path).toEqual([]);
  });
});
