import { createHash } from 'node:crypto';
import { parseJson } from '@quorate/syntax';
import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { buildTbs, IssueError, readProfile, type TbsRequest } from '../../src/index.ts';
import { createManifest, manifestSha256, readManifest, rebuildTbs, writeManifest } from '../../src/manifest/index.ts';
import { twoOfThree } from '../pending/support.ts';
import { caProfile, type Json, leafProfileJson, presetProfile } from '../support/arbitrary-profile.ts';
import { keys } from '../support/keys.ts';
import { leafProfile, request, root, rootProfile } from '../support/profiles.ts';
import { refusal } from '../support/refusal.ts';

const issuer = root(keys.p256, { notBefore: -631_152_000, notAfter: 253_402_300_799 });
const csr = request(keys.p384);

/** Any profile and whom it is for: of a root, or of a key or request below an issuer. */
const requests: fc.Arbitrary<TbsRequest> = fc
  .tuple(
    fc.oneof(
      caProfile.map((json): [Json, Partial<TbsRequest>] => [json, { issuer: 'self', publicKey: keys.p256.spki }]),
      caProfile.map((json): [Json, Partial<TbsRequest>] => [json, { issuer, publicKey: keys.otherP256.spki }]),
      fc.oneof(leafProfileJson, presetProfile).map((json): [Json, Partial<TbsRequest>] => [json, { issuer, csr }]),
    ),
    fc.uint8Array({ minLength: 8, maxLength: 20 }),
    fc.constantFrom(undefined, null, twoOfThree),
  )
  .map(([[json, parts], octets, policy]): TbsRequest => {
    // No lint: what the profiles say need not make sense.
    const profile = readProfile({ ...json, lint: { sets: [] } });
    const random = profile.serialNumber === 'random' ? { randomBytes: octets } : {};
    return { profile, issuer, ...parts, ...random, ...(policy === undefined ? {} : { policy }) };
  });

/** The TBS, or the code and place of why there is none. */
function outcome(make: () => { tbs: Uint8Array }): string {
  try {
    return Buffer.from(make().tbs).toString('hex');
  } catch (error) {
    if (error instanceof IssueError) return `${error.code} at ${error.path}`;
    throw error;
  }
}

describe('a manifest', () => {
  it('written, read and built again gives the TBS that its inputs gave, or the same refusal', () => {
    let built = 0;
    fc.assert(
      fc.property(requests, (inputs) => {
        const expected = outcome(() => buildTbs(inputs));
        const manifest = createManifest(inputs);
        const text = writeManifest(manifest);
        const read = readManifest(parseJson(text));
        expect(outcome(() => rebuildTbs(read))).toBe(expected);
        expect(outcome(() => rebuildTbs(manifest))).toBe(expected);
        expect(writeManifest(read)).toBe(text);
        expect(manifestSha256(read)).toBe(createHash('sha256').update(text, 'utf8').digest('hex'));
        if (/^[0-9a-f]+$/.test(expected)) built++;
      }),
      { numRuns: 80 },
    );
    expect(built).toBeGreaterThan(10);
  });

  it('does not change when what it was made of does', () => {
    const publicKey = keys.p256.spki.slice();
    const manifest = createManifest({ profile: rootProfile(keys.p256), issuer: 'self', publicKey });
    const text = writeManifest(manifest);
    publicKey.fill(0);
    expect(writeManifest(manifest)).toBe(text);
  });

  it('carries every algorithm that a profile may have', () => {
    for (const key of [keys.rsa, keys.p256, keys.p384, keys.p521, keys.ed25519]) {
      const inputs = { profile: rootProfile(key), issuer: 'self', publicKey: key.spki } as const;
      const read = readManifest(parseJson(writeManifest(createManifest(inputs))));
      expect(rebuildTbs(read).tbs).toEqual(buildTbs(inputs).tbs);
    }
  });

  it('of an algorithm that not every reader knows is written by its name, and read by whoever brings it', () => {
    const { algorithm } = keys.p256;
    const own = { ...algorithm, name: 'new-algorithm', oid: '1.3.6.1.4.1.99999.1', restNames: [] };
    const inputs = {
      profile: rootProfile({ ...keys.p256, algorithm: own }),
      issuer: 'self',
      publicKey: keys.p256.spki,
    } as const;
    const text = writeManifest(createManifest(inputs));
    expect(JSON.parse(text).profile.signatureAlgorithm).toBe('new-algorithm');
    expect(refusal(() => readManifest(parseJson(text)))).toMatchObject({
      code: 'profile-malformed',
      path: 'profile.signatureAlgorithm',
    });
    const read = readManifest(parseJson(text), { algorithms: { signatureAlgorithms: [own] } });
    expect(writeManifest(read)).toBe(text);
    expect(read.profile.signatureAlgorithm).toBe(own);
  });
});

describe('a manifest is refused, with the place:', () => {
  const good = JSON.parse(
    writeManifest(createManifest({ profile: leafProfile(keys.p256), issuer, csr, policy: null })),
  ) as Json;
  const { csr: _csr, ...keyless } = good;
  const cases: readonly (readonly [what: string, code: string, path: string, words: RegExp, value: unknown])[] = [
    ['a list', 'manifest-malformed', '', /expected an object, found an array/, []],
    ['a text', 'manifest-malformed', '', /expected an object/, 'manifest'],
    ['an unknown member', 'manifest-malformed', 'isuer', /no such member; `issuer`\?/, { ...good, isuer: 'self' }],
    ['an unknown member like no other', 'manifest-malformed', 'xyzzy', /no such member$/, { ...good, xyzzy: 1 }],
    [
      'a member that objects inherit',
      'manifest-malformed',
      '__proto__',
      /no such member/,
      JSON.parse('{"__proto__":1}'),
    ],
    ['another format', 'manifest-malformed', 'format', /quorate-manifest/, { ...good, format: 'manifest' }],
    ['another version', 'manifest-malformed', 'version', /expected 1, found `2`/, { ...good, version: 2 }],
    ['no key and no request', 'manifest-malformed', 'publicKey', /found neither/, keyless],
    [
      'base64 with white space',
      'manifest-malformed',
      'csr',
      /not base64/,
      { ...good, csr: `${good['csr'] as string} ` },
    ],
    ['an issuer that is no base64', 'manifest-malformed', 'issuer', /not base64/, { ...good, issuer: 'self-signed' }],
    ['a null for bytes', 'manifest-malformed', 'randomBytes', /found `null`/, { ...good, randomBytes: null }],
    [
      'a policy of another shape',
      'manifest-malformed',
      'policy.ruleSign',
      /policy/,
      { ...good, policy: { ruleSign: null } },
    ],
    [
      'a profile with an unknown member',
      'profile-malformed',
      'profile.keyUsages',
      /`keyUsage`/,
      { ...good, profile: { ...(good['profile'] as Json), keyUsages: [] } },
    ],
    [
      'a profile of which nobody can make a TBS is for rebuildTbs',
      'dates-inverted',
      'notAfter',
      /2020/,
      { ...good, profile: { ...(good['profile'] as Json), notAfter: '2020-01-01T00:00:00Z' } },
    ],
  ];
  test.each(cases)('%s', (_what, code, path, words, value) => {
    const error = refusal(() => rebuildTbs(readManifest(value)));
    expect([error.code, error.path]).toEqual([code, path]);
    expect(error.message).toMatch(words);
  });
  it('and the place stands below where the document has it', () => {
    expect(refusal(() => readManifest([], { path: 'manifest' })).path).toBe('manifest');
    const error = refusal(() => readManifest({ ...good, profile: {} }, { path: 'manifest' }));
    expect(error.path).toMatch(/^manifest\.profile\./);
  });
  it('and no JSON ends in anything but an IssueError', () => {
    const value = fc.oneof(
      fc.jsonValue(),
      fc.tuple(fc.constantFrom(...Object.keys(good)), fc.jsonValue()).map(([name, it]) => ({ ...good, [name]: it })),
    );
    fc.assert(
      fc.property(value, (it) => void outcome(() => rebuildTbs(readManifest(it)))),
      { numRuns: 300 },
    );
  });
});
