import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { IssueError } from '../../src/index.ts';
import { createManifest, writeManifest } from '../../src/manifest/index.ts';
import { addSignature, readPending, writePending } from '../../src/pending/index.ts';
import { keys, signed } from '../support/keys.ts';
import { leafProfile, request, root } from '../support/profiles.ts';
import { generateManifestSchema, generatePendingSchema } from './generate-schema.ts';
import { ASKED, approved, begun } from './support.ts';

const schemaFile = (name: string): URL => new URL(`../../schema/${name}`, import.meta.url);
const published = (url: URL): Record<string, unknown> => JSON.parse(readFileSync(url, 'utf8'));

describe('the published schema is the one that the reader’s shapes give (QUORATE_UPDATE=1 writes it)', () => {
  test.each([
    ['manifest.schema.json', generateManifestSchema],
    ['pending.schema.json', generatePendingSchema],
  ] as const)('%s', (name, generate) => {
    const file = schemaFile(name);
    if (process.env['QUORATE_UPDATE'] === '1') writeFileSync(file, `${JSON.stringify(generate(), null, 2)}\n`);
    expect(published(file)).toEqual(generate());
  });
});

const ajv = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false })
  .addSchema(published(schemaFile('profile.schema.json')), 'profile.schema.json')
  .addSchema(published(new URL('../../../policy/schema/policy.schema.json', import.meta.url)), 'policy.schema.json')
  .addSchema(generateManifestSchema(), 'manifest.schema.json');
const validate = ajv.compile(generatePendingSchema());

const start = begun();
const full = addSignature(
  approved(approved(start, 'alice', { at: ASKED }), 'carol'),
  signed(start.tbs, keys.p256),
  'der',
);

it('the schemas take what is written', () => {
  for (const pending of [start, full, begun({ policy: null, keyLabel: null })]) {
    expect(validate(JSON.parse(writePending(pending))), JSON.stringify(validate.errors)).toBe(true);
  }
  const manifest = createManifest({
    profile: leafProfile(keys.p256, { serialNumber: 'random' }),
    issuer: root(keys.p256),
    csr: request(keys.p384),
    randomBytes: new Uint8Array(8).fill(1),
    policy: null,
  });
  expect(ajv.validate('manifest.schema.json', JSON.parse(writeManifest(manifest)))).toBe(true);
});

/** Why the reader refuses it, `null` if it does not. */
function refused(value: unknown): IssueError | null {
  try {
    readPending(value);
    return null;
  } catch (error) {
    if (error instanceof IssueError) return error;
    throw error;
  }
}

it('the schema and the reader agree on a file with any one value in it changed, taken out or added', () => {
  const others: readonly unknown[] = [null, true, 0, 2, 1.5, '', 'self', 'AB==', 'AA==', [], {}, [{}]];
  const counts = { both: 0, neither: 0, reader: 0 };
  const check = (changed: unknown): void => {
    const [schema, error] = [validate(changed), refused(changed)];
    if (!schema) {
      counts.neither++;
      if (error === null) expect.soft({ taken: changed }).toBeNull();
      return;
    }
    counts[error === null ? 'both' : 'reader']++;
    // What stands in a profile, a policy and a key is for their own readers, which know more than their schemas.
    const shape = error !== null && /^(pending|manifest|profile)-malformed$/.test(error.code);
    if (shape && !/^(manifest\.(profile|issuer|publicKey|csr|policy)|policy|onboarded)/.test(error.path)) {
      expect.soft({ refused: error.message, changed }).toBeNull();
    }
  };
  const visit = (value: unknown, put: (other: unknown) => unknown): void => {
    for (const other of others) check(put(other));
    if (typeof value !== 'object' || value === null) return;
    if (!Array.isArray(value)) check(put({ ...value, anything: 1 }));
    for (const [name, inner] of Object.entries(value)) {
      if (!Array.isArray(value))
        check(put(Object.fromEntries(Object.entries(value).filter(([each]) => each !== name))));
      visit(inner, (other) => {
        const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
        copy[name] = other;
        return put(copy);
      });
    }
  };
  visit(JSON.parse(writePending(full)), (other) => other);
  expect(counts.neither).toBeGreaterThan(500);
  expect(counts.both).toBeGreaterThan(0);
});
