import { encodeSignatureAlgorithm } from '@quorate/crypto';
import { encodeBitString, encodeElement, encodeInteger, encodeNull, encodeSequence } from '@quorate/der';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  assembleCsr,
  buildTbs,
  type CsrRules,
  decideFromRequest,
  IssueError,
  readCsr,
  readCsrInfo,
  readCsrProfile,
  readProfile,
  writeProfile,
} from '../../src/index.ts';
import { attribute, csrOf, extension, extensionRequest, rawCsr } from '../support/csr.ts';
import { keys, signed } from '../support/keys.ts';
import { leafProfile, nameOf, root } from '../support/profiles.ts';
import { refused } from '../support/refusal.ts';

const key = keys.otherP256;
const issuer = root(keys.p256);
const ruled = (csr: CsrRules) => leafProfile(keys.p256, { csr });
const build = (csr: Uint8Array, rules: CsrRules = {}) => buildTbs({ profile: ruled(rules), csr, issuer });

/** A subjectAltName with so many DNS names. */
function manyNames(count: number): Uint8Array {
  const names = Array.from({ length: count }, (_, i) => encodeElement(0x82, Buffer.from(`n${i}.example.ch`)));
  return extension('2.5.29.17', encodeElement(0x30, Buffer.concat(names)));
}

describe('a request with 10,000 names', () => {
  const csr = rawCsr(key, [extensionRequest(manyNames(10_000))]);
  const within = { permitted: [{ type: 'dNSName', value: 'example.ch' }] } as const;

  test.each<readonly [string, CsrRules]>([
    ['allow', { subjectAltName: 'allow' }],
    ['require', { subjectAltName: 'require' }],
    ['within bounds', { subjectAltName: { rule: 'allow', within } }],
  ])('is refused where names are taken: %s', (_case, rules) => {
    expect(refused(() => build(csr, rules))).toEqual(['request-outside', 'csr.subjectAltName']);
  });

  test('is no matter where they are not, and what is told of it is short', () => {
    const { tbs, decisions } = build(csr);
    expect(tbs.length).toBeLessThan(1000);
    const told = decisions.find(({ where }) => where === 'csr.subjectAltName');
    expect(told?.message).toContain('and 9990 more');
    expect(told?.message.length).toBeLessThan(1000);
  });

  test('and one thousand are compared with a thousand bounds', () => {
    const permitted = Array.from({ length: 1000 }, (_, i) => ({ type: 'dNSName', value: `n${i}.example.ch` }) as const);
    const thousand = rawCsr(key, [extensionRequest(manyNames(1000))]);
    expect(build(thousand, { subjectAltName: { rule: 'allow', within: { permitted } } }).tbs.length).toBeGreaterThan(
      10_000,
    );
  });
});

describe('what is too much is refused at once', () => {
  test('100 MB', () => {
    const csr = new Uint8Array(100 * 1024 * 1024);
    csr.set([0x30, 0x84, 0x06, 0x3f, 0xff, 0xfa]);
    expect(refused(() => readCsr(csr))).toEqual(['request-malformed', 'csr']);
    expect(refused(() => readCsrInfo(csr))[0]).toBe('request-malformed');
  });

  test('nesting', () => {
    let nested = encodeNull();
    for (let i = 0; i < 2000; i++) nested = encodeSequence(nested);
    expect(refused(() => readCsr(rawCsr(key, [attribute('1.2.3', nested)])))).toEqual(['request-malformed', 'csr']);
    const inExtension = rawCsr(key, [extensionRequest(extension('1.2.3.4', nested))]);
    const profile = ruled({ extensions: [{ oid: '1.2.3.4', rule: 'allow' }] });
    expect(() => buildTbs({ profile, csr: inExtension, issuer })).toThrow(IssueError);
  });

  test('attributes', () => {
    const attributes = Array.from({ length: 300 }, (_, i) => attribute(`1.2.3.${i}`, encodeNull()));
    expect(refused(() => readCsr(rawCsr(key, attributes)))).toEqual(['request-malformed', 'csr']);
  });

  test('extensions, and one twice', () => {
    const many = Array.from({ length: 300 }, (_, i) => extension(`1.2.3.${i}`, encodeNull()));
    expect(refused(() => readCsr(rawCsr(key, [extensionRequest(...many)])))).toEqual(['request-malformed', 'csr']);
    const twice = [extension('1.2.3', encodeNull()), extension('1.2.3', encodeNull())];
    expect(refused(() => readCsr(rawCsr(key, [extensionRequest(...twice)])))).toEqual(['request-malformed', 'csr']);
  });

  test('an extension that cannot be read, though nobody would take it', () => {
    const csr = rawCsr(key, [extensionRequest(extension('2.5.29.19', encodeNull()))]);
    expect(refused(() => build(csr))).toEqual(['request-malformed', 'csr.extensions']);
    const tls = rawCsr(key, [extensionRequest(extension('1.3.6.1.5.5.7.1.24', encodeNull()))]);
    expect(refused(() => build(tls))).toEqual(['request-malformed', 'csr.tlsFeature']);
  });

  test('a subject of a megabyte that nobody takes is told in a line', () => {
    const csr = rawCsr(key, [], nameOf('2.5.4.3', 0x0c, 'x'.repeat(900_000)));
    expect(decideFromRequest(ruled({}), readCsr(csr).request).decisions[0]?.asked?.length).toBeLessThan(300);
    expect(refused(() => build(csr, { subject: 'allow' }))[0]).toBe('name-value-too-long');
  });
});

test('names that deceive the eye are shown escaped, and not taken', () => {
  const csr = rawCsr(key, [], nameOf('2.5.4.3', 0x0c, 'bank\u202eexample'));
  const [decision] = decideFromRequest(ruled({}), readCsr(csr).request).decisions;
  expect(decision?.asked).not.toContain('\u202e');
  expect(refused(() => build(csr, { subject: 'allow' }))).toEqual(['name-value-invalid', 'csr.subject[0].value']);
  expect(build(csr).decisions.every(({ message }) => !message.includes('\u202e'))).toBe(true);
});

test('without possession of the key nothing is looked at', () => {
  const info = readCsr(csrOf(key, { subject: [{ type: 'commonName', value: 'x' }] })).request.info;
  const forged = encodeSequence(
    info,
    encodeSignatureAlgorithm(key.algorithm),
    encodeBitString(signed(info, keys.p256)),
  );
  expect(refused(() => build(forged, { subject: 'refuse' }))).toEqual(['request-not-verified', 'csr.signature']);
});

/** Whether an attempt ends in an IssueError or not at all. */
function typed(attempt: () => unknown): void {
  try {
    attempt();
  } catch (error) {
    if (!(error instanceof IssueError)) throw error;
  }
}

describe('nothing but an IssueError escapes (property)', () => {
  const good = csrOf(key, {
    subject: [{ type: 'commonName', value: 'x.example.ch' }],
    subjectAltName: [{ type: 'dNSName', value: 'x.example.ch' }],
    keyUsage: ['digitalSignature'],
    tlsFeature: [5],
    certificatePolicies: [{ policy: '1.2.3' }],
    attributes: [{ type: '1.2.3.4', values: [encodeNull()] }],
  });
  const info = readCsr(good).request.info;
  const rules: CsrRules = {
    subject: { rule: 'allow', within: [] },
    subjectAltName: 'allow',
    keyUsage: 'allow',
    tlsFeature: 'allow',
    certificatePolicies: 'allow',
    extensions: [{ oid: '1.2.3.4', rule: 'allow' }],
  };

  test('of bytes changed anywhere', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(good.length - 1), fc.nat(255)), { minLength: 1, maxLength: 3 }),
        (changes) => {
          const bytes = Uint8Array.from(good);
          for (const [at, octet] of changes) bytes[at] = octet;
          typed(() => build(bytes, rules));
          const changed = Uint8Array.from(info);
          for (const [at, octet] of changes) if (at < changed.length) changed[at] = octet;
          typed(() => assembleCsr({ info: changed, algorithm: key.algorithm, signature: signed(changed, key) }));
          // Signed again, so that what is behind the signature is reached.
          const resigned = encodeSequence(
            changed,
            encodeSignatureAlgorithm(key.algorithm),
            encodeBitString(signed(changed, key)),
          );
          typed(() => build(resigned, rules));
        },
      ),
      { numRuns: 150 },
    );
  });

  test('of any values of extensions', () => {
    const oids = [
      '2.5.29.14',
      '2.5.29.15',
      '2.5.29.17',
      '2.5.29.19',
      '2.5.29.32',
      '2.5.29.37',
      '1.3.6.1.5.5.7.1.24',
      '1.2.3.4',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...oids), fc.uint8Array({ maxLength: 40 }), (oid, value) => {
        typed(() => build(rawCsr(key, [extensionRequest(extension(oid, value))]), rules));
      }),
      { numRuns: 150 },
    );
  });

  test('of any JSON for rules and descriptions', () => {
    const word = fc.oneof(
      fc.constantFrom(
        'allow',
        'require',
        'override',
        'refuse',
        'ignore',
        'hex:0500',
        '10.0.0.0/8',
        '1.2.3',
        'digitalSignature',
        '__proto__',
      ),
      fc.string(),
    );
    const member = fc.constantFrom(
      'subject',
      'subjectAltName',
      'keyUsage',
      'extensions',
      'unnamed',
      'rule',
      'within',
      'permitted',
      'type',
      'value',
      'oid',
      'attributes',
      'values',
      '__proto__',
      'constructor',
    );
    const { tree: json } = fc.letrec<{ tree: unknown }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        word,
        fc.integer(),
        fc.constant(null),
        fc.array(tie('tree'), { maxLength: 3 }),
        fc.dictionary(member, tie('tree'), { maxKeys: 4 }),
      ),
    }));
    const profile = writeProfile(leafProfile(keys.p256)) as object;
    fc.assert(
      fc.property(json, (value) => {
        typed(() => readCsrProfile(value));
        typed(() => {
          const read = readProfile({ ...profile, csr: value });
          build(good, read.csr);
        });
      }),
      { numRuns: 300 },
    );
  });
});

test('a request whose info has an element behind its attributes is refused', () => {
  const { subject, publicKey } = readCsr(rawCsr(key, [])).request;
  const info = encodeSequence(encodeInteger(0), subject.bytes, publicKey, encodeElement(0xa0), encodeNull());
  expect(refused(() => readCsrInfo(info))).toEqual(['request-malformed', 'info']);
});
