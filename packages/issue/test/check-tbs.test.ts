import { encodeInteger, encodeSequence } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { checkTbs } from '../src/check-tbs.ts';
import type { ExtensionParts } from '../src/extensions.ts';
import { encodeTbs } from '../src/tbs.ts';
import type { TbsParts } from '../src/tbs-parts.ts';
import { keys } from './support/keys.ts';
import { nameOf, START } from './support/profiles.ts';
import { refused } from './support/refusal.ts';

const identifier = new Uint8Array(20).fill(1);
const extensions: ExtensionParts = {
  basicConstraints: { ca: true, pathLen: 1 },
  keyUsage: ['keyCertSign'],
  extendedKeyUsage: ['1.2.3'],
  subjectKeyIdentifier: identifier,
  authorityKeyIdentifier: new Uint8Array(20).fill(2),
  subjectAltName: {
    critical: false,
    names: [
      { type: 'dNSName', value: 'a.example' },
      { type: 'iPAddress', bytes: new Uint8Array(4) },
      { type: 'registeredID', oid: '1.2.3' },
      { type: 'directoryName', name: [{ type: 'commonName', value: 'x' }] },
    ],
  },
};
const parts: TbsParts = {
  serialNumber: 300n,
  signatureAlgorithm: encodeSequence(Uint8Array.of(6, 2, 42, 3)),
  issuer: nameOf('2.5.4.3', 0x0c, 'issuer'),
  validity: { notBefore: START, notAfter: START + 1 },
  subject: nameOf('2.5.4.3', 0x0c, 'subject'),
  publicKey: keys.p256.spki,
  extensions,
};
const names = extensions.subjectAltName?.names ?? [];

/** What was written, compared with something else than what was meant. */
describe('a TBS that is not what was meant is seen:', () => {
  const tbs = encodeTbs(parts);
  const ext = (change: Partial<ExtensionParts>): Partial<TbsParts> => ({ extensions: { ...extensions, ...change } });
  const san = (list: readonly unknown[], critical = false) =>
    ext({ subjectAltName: { critical, names: list as typeof names } });
  test.each<[string, Partial<TbsParts>]>([
    ['serialNumber', { serialNumber: 301n }],
    ['signatureAlgorithm', { signatureAlgorithm: encodeSequence(encodeInteger(1)) }],
    ['issuer', { issuer: parts.subject }],
    ['notBefore', { validity: { notBefore: START - 1, notAfter: START + 1 } }],
    ['notAfter', { validity: { notBefore: START, notAfter: START + 2 } }],
    ['subject', { subject: parts.issuer }],
    ['publicKey', { publicKey: keys.otherP256.spki }],
    ['extensions', ext({ extendedKeyUsage: null })],
    ['basicConstraints', ext({ basicConstraints: { ca: true } })],
    ['basicConstraints', ext({ basicConstraints: { ca: false, pathLen: 1 } })],
    ['keyUsage', ext({ keyUsage: ['keyCertSign', 'cRLSign'] })],
    ['extKeyUsage', ext({ extendedKeyUsage: ['1.2.4'] })],
    ['subjectKeyIdentifier', ext({ subjectKeyIdentifier: new Uint8Array(20) })],
    ['authorityKeyIdentifier', ext({ authorityKeyIdentifier: identifier })],
    ['subjectAltName', san(names, true)],
    ['subjectAltName', san(names.slice(1))],
    ['subjectAltName', san([{ type: 'dNSName', value: 'b.example' }, ...names.slice(1)])],
    ['subjectAltName', san([{ type: 'rfc822Name', value: 'a.example' }, ...names.slice(1)])],
    ['subjectAltName', san([names[0], { type: 'iPAddress', bytes: new Uint8Array(4).fill(1) }, ...names.slice(2)])],
    ['subjectAltName', san([names[0], names[1], { type: 'registeredID', oid: '1.2.4' }, names[3]])],
    ['subjectAltName', san([...names.slice(0, 3), { type: 'directoryName', name: [] }])],
  ])('%s %#', (path, change) => {
    expect(refused(() => checkTbs(tbs, { ...parts, ...change }))).toEqual(['encoding-fault', path]);
  });

  test('and one that is not strict DER', () => {
    expect(refused(() => checkTbs(tbs.subarray(1), parts))).toEqual(['encoding-fault', 'tbs']);
    expect(refused(() => checkTbs(Uint8Array.of(...tbs, 0), parts))).toEqual(['encoding-fault', 'tbs']);
  });

  test('what was meant passes', () => checkTbs(tbs, parts));
});
