import { traceModifyAttestation, traceSignAttestation } from '@quorate/vectors';
import { describe, expect, test } from 'vitest';
import {
  type Attestation,
  attestationNotices,
  KEY_ATTRIBUTE_NAMES,
  type KeyAttributes,
  parseAttestation,
} from '../src/index.ts';
import { changed, utf8 } from './support/xml.ts';

/** SKA.md 6.5: what a CA key should state. `null`: it says nothing of that flag. */
const wanted: Readonly<Record<keyof KeyAttributes, boolean | null>> = {
  decrypt: false,
  sign: true,
  eka_sign: null,
  unwrap: false,
  derive: false,
  sensitive: true,
  always_sensitive: true,
  extractable: false,
  never_extractable: true,
  modifiable: false,
  copyable: false,
  destroyable: false,
  unique: true,
};

const good: Attestation = {
  ...parseAttestation(utf8(traceModifyAttestation)),
  attributes: Object.fromEntries(
    Object.entries(wanted).map(([name, value]) => [name, value]),
  ) as unknown as KeyAttributes,
};
const notices = (facts: Partial<Attestation>): [string, string][] =>
  attestationNotices({ ...good, ...facts }).map(({ id, where }) => [id, where]);

describe('what a careful reader should notice', () => {
  test('nothing, when all is as SKA.md 6.5 wants it', () => {
    expect(attestationNotices(good)).toEqual([]);
    expect(Object.keys(wanted)).toEqual(KEY_ATTRIBUTE_NAMES);
  });

  for (const name of KEY_ATTRIBUTE_NAMES) {
    test(`${name}: each value but the wanted one`, () => {
      for (const actual of [true, false, null]) {
        const attributes = { ...good.attributes, [name]: actual };
        const said = attestationNotices({ ...good, attributes });
        if (wanted[name] === null || wanted[name] === actual) {
          expect(said).toEqual([]);
        } else {
          expect(said).toEqual([
            {
              id: 'attestation.attribute',
              outcome: 'warn',
              where: name,
              message: actual === null ? `\`${name}\` is not stated` : expect.any(String),
              expected: String(wanted[name]),
              actual: actual === null ? 'not stated' : String(actual),
              reference: 'SKA.md 6.5',
            },
          ]);
        }
      }
    });
  }

  test('how the key came to be, and where it is', () => {
    expect(notices({ creation: 'imported' })).toEqual([['attestation.creation', 'creation']]);
    expect(notices({ external: true })).toEqual([['attestation.storage', 'storage']]);
    expect(notices({ creation: 'imported', external: true })).toEqual([
      ['attestation.creation', 'creation'],
      ['attestation.storage', 'storage'],
    ]);
    const [derived] = attestationNotices({ ...good, creation: 'imported', external: true });
    const [imported] = attestationNotices({ ...good, creation: 'imported' });
    expect(derived?.message).toContain('derived');
    expect(imported?.message).not.toContain('derived');
  });

  test('no policy, and a blocked key', () => {
    expect(notices({ policy: null })).toEqual([['attestation.no-policy', 'policy']]);
    if (good.policy === null) throw new Error('there is one');
    expect(notices({ policy: { ...good.policy, blocked: true } })).toEqual([['attestation.blocked', 'policy']]);
    expect(notices({ policy: { ...good.policy, blocked: false } })).toEqual([]);
  });

  test('each element that was not read', () => {
    const unknown = ['private_key/a', 'private_key/attributes/b'].map((path) => ({ path, text: '' }));
    expect(notices({ unknown })).toEqual(unknown.map(({ path }) => ['attestation.unknown-element', path]));
    const read = parseAttestation(changed(['<sign>', '<sam_approved>true</sam_approved><sign>']));
    expect(attestationNotices(read).at(-1)).toMatchObject({
      id: 'attestation.unknown-element',
      where: 'private_key/attributes/sam_approved',
    });
  });

  test('of the real derived key: how it came to be, where it is, and six flags', () => {
    const real = attestationNotices(parseAttestation(utf8(traceSignAttestation)));
    expect(real.map(({ where }) => where)).toEqual([
      'creation',
      'storage',
      'decrypt',
      'unwrap',
      'derive',
      'modifiable',
      'destroyable',
      'unique',
    ]);
    expect(attestationNotices(parseAttestation(utf8(traceSignAttestation)))).toEqual(real);
  });
});
