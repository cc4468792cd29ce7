import { keyUsageNames } from '@quorate/x509';
import { fromBER } from 'asn1js';
import fc from 'fast-check';
import * as pkijs from 'pkijs';
import { describe, expect, test } from 'vitest';
import { buildRootTbs, type CertificateProfile, readTbs } from '../src/index.ts';
import { deceptiveCharacter } from '../src/text.ts';
import { keys } from './support/keys.ts';
import { issued, leafProfile, request, root, rootProfile } from './support/profiles.ts';

/** Another library's reading of a certificate, in bytes that are its own. */
function second(der: Uint8Array): pkijs.Certificate {
  const { result, offset } = fromBER(Uint8Array.from(der).buffer);
  expect(offset).toBe(der.length);
  return new pkijs.Certificate({ schema: result });
}

describe('pkijs', () => {
  test('writes the same bytes again of what it reads', () => {
    const rootDer = root(keys.p256);
    for (const der of [rootDer, issued(leafProfile(keys.p256), request(keys.rsa), rootDer, keys.p256)]) {
      const certificate = second(der);
      expect(new Uint8Array(certificate.encodeTBS().toBER())).toEqual(readTbs(certificate.tbsView).tbs);
      expect(new Uint8Array(certificate.toSchema(true).toBER())).toEqual(der);
    }
  });

  test('reads the same of it', async () => {
    const rootDer = root(keys.p256, { basicConstraints: { ca: true, pathLen: 4 } });
    const certificate = second(rootDer);
    expect(certificate.version).toBe(2);
    expect(certificate.serialNumber.toBigInt()).toBe(0x4d2n);
    expect(certificate.subject.typesAndValues.map(({ type }) => type)).toEqual(['2.5.4.6', '2.5.4.10', '2.5.4.3']);
    const constraints = certificate.extensions?.[0]?.parsedValue as pkijs.BasicConstraints;
    expect([constraints.cA, constraints.pathLenConstraint]).toEqual([true, 4]);
    expect(await certificate.verify()).toBe(true);
    const leaf = second(issued(leafProfile(keys.p256), request(keys.rsa), rootDer, keys.p256));
    expect(await leaf.verify(certificate)).toBe(true);
  });
});

describe('for any profile', () => {
  const usages = fc
    .subarray(
      keyUsageNames.filter((name) => name === 'digitalSignature' || name === 'nonRepudiation' || name === 'cRLSign'),
    )
    .chain((chosen) => fc.shuffledSubarray(['keyCertSign' as const, ...chosen], { minLength: chosen.length + 1 }));
  const value = fc
    .string({ unit: 'grapheme', minLength: 1, maxLength: 20 })
    .filter((text) => !/[\p{C}\p{Zl}\p{Zp}]/u.test(text) && deceptiveCharacter(text) === null);
  const type = fc.constantFrom('commonName', 'organizationName', 'localityName', '2.5.4.4', '1.2.3.4.5');
  const profiles: fc.Arbitrary<CertificateProfile> = fc
    .record({
      subject: fc.array(fc.record({ type, value }), { minLength: 1, maxLength: 5 }),
      notBefore: fc.integer({ min: -631152000, max: 4_000_000_000 }),
      length: fc.integer({ min: 1, max: 249_000_000_000 }),
      serialNumber: fc.bigInt({ min: 1n, max: (1n << 159n) - 1n }),
      pathLen: fc.option(fc.nat(255), { nil: undefined }),
      keyUsage: usages,
    })
    .map(({ length, pathLen, ...rest }) => ({
      ...rest,
      notAfter: rest.notBefore + length,
      signatureAlgorithm: keys.p256.algorithm,
      basicConstraints: pathLen === undefined ? { ca: true } : { ca: true, pathLen },
    }));
  const build = (profile: CertificateProfile) => buildRootTbs({ profile, publicKey: keys.p256.spki });

  test('the TBS reads back as the profile and is the same when built again', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const tbs = build(profile);
        expect(build({ ...profile })).toEqual(tbs);
        const read = readTbs(tbs);
        expect(BigInt(`0x${Buffer.from(read.serialNumber).toString('hex')}`)).toBe(profile.serialNumber);
        expect([read.notBefore.seconds, read.notAfter.seconds]).toEqual([profile.notBefore, profile.notAfter]);
        expect(read.subject.rdns.map((rdn) => rdn.map(({ text }) => text))).toEqual(
          (profile.subject as readonly { value: string }[]).map((attribute) => [attribute.value]),
        );
      }),
      { numRuns: 150 },
    );
  });

  test('pkijs writes the same TBS again', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const tbs = build(profile);
        const certificate = second(wrapped(tbs));
        // It writes BasicConstraints, names and times by its own rules: none of them differs.
        expect(Buffer.from(certificate.encodeTBS().toBER()).toString('hex')).toBe(Buffer.from(tbs).toString('hex'));
      }),
      { numRuns: 60 },
    );
  });

  test('another serial number of the same length changes those octets alone', () => {
    const serial = fc.bigInt({ min: 1n << 144n, max: (1n << 151n) - 1n });
    fc.assert(
      fc.property(profiles, serial, serial, (profile, a, b) => {
        const [first, other] = [a, b].map((serialNumber) => build({ ...profile, serialNumber })) as [
          Uint8Array,
          Uint8Array,
        ];
        const start = Buffer.from(first).indexOf(Buffer.from(readTbs(first).serialNumber));
        expect(other.length).toBe(first.length);
        const differs = [...first.keys()].filter((i) => first[i] !== other[i]);
        expect(differs.every((i) => i >= start && i < start + 19)).toBe(true);
        expect(differs.length > 0).toBe(a !== b);
      }),
      { numRuns: 60 },
    );
  });

  test('other order of usages makes no other bytes', () => {
    fc.assert(
      fc.property(profiles, (profile) => {
        const reversed = { ...profile, keyUsage: [...(profile.keyUsage ?? [])].reverse() };
        expect(build(reversed)).toEqual(build(profile));
      }),
      { numRuns: 40 },
    );
  });
});

/** A TBS in a certificate with an empty signature. */
function wrapped(tbs: Uint8Array): Uint8Array {
  const rest = Buffer.concat([readTbs(tbs).signatureAlgorithm, Uint8Array.of(3, 1, 0)]);
  const length = tbs.length + rest.length;
  return Uint8Array.from([0x30, 0x82, length >> 8, length & 0xff, ...tbs, ...rest]);
}

test('a profile is not changed', () => {
  const profile = rootProfile(keys.p256, { keyUsage: ['cRLSign', 'keyCertSign'] });
  const frozen = Object.freeze({ ...profile, keyUsage: Object.freeze(['cRLSign', 'keyCertSign'] as const) });
  expect(buildRootTbs({ profile: frozen, publicKey: keys.p256.spki }).length).toBeGreaterThan(300);
});
