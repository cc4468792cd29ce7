import { encodeInteger, encodeSequence } from '@quorate/der';
import { describe, expect, test } from 'vitest';
import { checkTbs } from '../src/check-tbs.ts';
import { planExtensions } from '../src/extension/plan.ts';
import type { PlannedExtension } from '../src/extension/planned-extension.ts';
import { readProfile } from '../src/index.ts';
import { encodeTbs } from '../src/tbs.ts';
import type { TbsParts } from '../src/tbs-parts.ts';
import { fullCa } from './support/full-profile.ts';
import { keys } from './support/keys.ts';
import { nameOf, START } from './support/profiles.ts';
import { refused } from './support/refusal.ts';

const extensions = planExtensions(readProfile(fullCa), {
  subjectEmpty: false,
  extendedKeyUsage: ['1.2.3'],
  subjectKeyIdentifier: new Uint8Array(20).fill(1),
  authority: {
    keyIdentifier: new Uint8Array(20).fill(2),
    certificate: { issuer: nameOf('2.5.4.3', 0x0c, 'above'), serialNumber: Uint8Array.of(9) },
  },
});
const parts: TbsParts = {
  serialNumber: 300n,
  signatureAlgorithm: encodeSequence(Uint8Array.of(6, 2, 42, 3)),
  issuer: nameOf('2.5.4.3', 0x0c, 'issuer'),
  validity: { notBefore: START, notAfter: START + 1 },
  subject: nameOf('2.5.4.3', 0x0c, 'subject'),
  publicKey: keys.p256.spki,
  extensions,
};

/** What was written, compared with something else than what was meant. */
describe('a TBS that is not what was meant is seen:', () => {
  const { tbs } = encodeTbs(parts);
  const differs = (changes: Partial<TbsParts>) => refused(() => checkTbs(tbs, { ...parts, ...changes }));
  test.each<[string, Partial<TbsParts>]>([
    ['serialNumber', { serialNumber: 301n }],
    ['signatureAlgorithm', { signatureAlgorithm: encodeSequence(encodeInteger(1)) }],
    ['issuer', { issuer: parts.subject }],
    ['notBefore', { validity: { notBefore: START - 1, notAfter: START + 1 } }],
    ['notAfter', { validity: { notBefore: START, notAfter: START + 2 } }],
    ['subject', { subject: parts.issuer }],
    ['publicKey', { publicKey: keys.otherP256.spki }],
    ['extensions', { extensions: extensions.slice(1) }],
    ['extensions', { extensions: [...extensions, ...extensions.slice(0, 1)] }],
    [
      'basicConstraints',
      {
        extensions: [...extensions]
          .reverse()
          .reverse()
          .map((it, i) => (i === 0 ? { ...it, oid: '1.2' } : it)),
      },
    ],
  ])('%s %#', (path, changes) => expect(differs(changes)).toEqual(['encoding-fault', path]));

  test('all extensions of RFC 5280, and five more, are among them', () => {
    expect(extensions.map(({ oid }) => oid)).toEqual([
      ...['2.5.29.19', '2.5.29.15', '2.5.29.37', '2.5.29.14', '2.5.29.35', '2.5.29.17', '2.5.29.18', '2.5.29.30'],
      ...['2.5.29.32', '2.5.29.33', '2.5.29.36', '2.5.29.54', '2.5.29.31', '2.5.29.46', '1.3.6.1.5.5.7.1.1'],
      ...['1.3.6.1.5.5.7.1.11', '1.3.6.1.5.5.7.1.24', '1.3.6.1.5.5.7.1.3', '1.3.6.1.5.5.7.48.1.5'],
      '1.3.6.1.4.1.99999.6',
    ]);
  });

  describe.each(extensions.map((extension, i) => ({ extension, i, path: extension.path })))(
    '$path',
    ({ extension, i, path }) => {
      const other = (change: Partial<PlannedExtension>) => ({
        extensions: extensions.map((it, k) => (k === i ? { ...it, ...change } : it)),
      });
      test('critical', () => {
        expect(differs(other({ critical: !extension.critical }))).toEqual(['encoding-fault', path]);
      });
      test('another value', () => {
        const value = Uint8Array.from(extension.value);
        value.set([(value.at(-1) ?? 0) ^ 1], value.length - 1);
        expect(differs(other({ value }))).toEqual(['encoding-fault', path]);
      });
      test('any part of its meaning', () => {
        const wrong = variants(extension.meant);
        expect(wrong.length).toBeGreaterThan(0);
        for (const meant of wrong) {
          expect([differs(other({ meant: meant as object })), meant]).toEqual([['encoding-fault', path], meant]);
        }
      });
    },
  );

  test('and one that is not strict DER', () => {
    expect(refused(() => checkTbs(tbs.subarray(1), parts))).toEqual(['encoding-fault', 'tbs']);
    expect(refused(() => checkTbs(Uint8Array.of(...tbs, 0), parts))).toEqual(['encoding-fault', 'tbs']);
  });

  test('what was meant passes', () => void checkTbs(tbs, parts));
});

/** A value with one leaf or the length of one list changed, in every place. */
function variants(value: unknown): unknown[] {
  if (value === null) return [0];
  if (typeof value === 'boolean') return [!value];
  if (typeof value === 'number') return [value + 1];
  if (typeof value === 'string') return [`${value}1`];
  if (value instanceof Uint8Array)
    return [Uint8Array.from(value, (octet, i) => (i === 0 ? octet ^ 1 : octet)), value.subarray(1)];
  if (Array.isArray(value)) {
    const items = value.flatMap((item, i) =>
      variants(item).map((other) => value.map((it, k) => (k === i ? other : it))),
    );
    return [...items, value.slice(1).concat(value.length === 0 ? ['more'] : []), [...value, 'more']];
  }
  return Object.entries(value as object).flatMap(([name, member]) =>
    variants(member).map((other) => ({ ...(value as object), [name]: other })),
  );
}
