import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { IssueError, readProfile, writeProfile } from '../../src/index.ts';
import { presets } from '../../src/presets.ts';
import { caProfile, type Json, leafProfileJson, presetProfile } from '../support/arbitrary-profile.ts';
import { fullCa } from '../support/full-profile.ts';
import { generateSchema } from './generate.ts';

const FILE = new URL('../../schema/profile.schema.json', import.meta.url);
const published = (): Record<string, unknown> => JSON.parse(readFileSync(FILE, 'utf8'));

it('the published schema is the one that the reader’s shapes give (QUORATE_UPDATE=1 writes it)', () => {
  if (process.env['QUORATE_UPDATE'] === '1') writeFileSync(FILE, `${JSON.stringify(generateSchema(), null, 2)}\n`);
  expect(published()).toEqual(generateSchema());
});

const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(published());

/** Whether the reader takes it. */
function reads(value: unknown): boolean {
  try {
    readProfile(value);
    return true;
  } catch (error) {
    if (!(error instanceof IssueError) || error.code !== 'profile-malformed') throw error;
    return false;
  }
}

/** What the reader refuses and no schema says: days of the calendar, addresses, algorithms, one member of two. */
function beyondSchema(value: unknown): boolean {
  try {
    readProfile(value);
    return false;
  } catch (error) {
    const { path, expected } = error as IssueError;
    return (
      /^not(Before|After)$/.test(path) ||
      path === 'signatureAlgorithm' ||
      /an IP address|ADDRESS|^either/.test(expected ?? '')
    );
  }
}

describe('the schema and the reader agree', () => {
  it('on every profile that is made or written', () => {
    fc.assert(
      fc.property(fc.oneof(caProfile, leafProfileJson, presetProfile), (json) => {
        expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
        expect(validate(writeProfile(readProfile(json))), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  it('on a full profile with any one value in it changed, taken out or added', () => {
    const others: readonly unknown[] = [
      null,
      true,
      0,
      -1,
      1.5,
      256,
      '',
      'x',
      'hex:00',
      '1.2.3',
      [],
      {},
      { type: 'dNSName', value: 'a' },
    ];
    let [same, total, beyond] = [0, 0, 0];
    const check = (changed: unknown): void => {
      total++;
      const [schema, reader] = [validate(changed), reads(changed)];
      if (schema === reader) same++;
      else if (schema && beyondSchema(changed)) beyond++;
      else expect.soft({ schema, reader, changed }).toBeNull();
    };
    const visit = (value: unknown, put: (other: unknown) => unknown): void => {
      for (const other of others) check(put(other));
      if (typeof value !== 'object' || value === null) return;
      if (!Array.isArray(value)) check(put({ ...value, anything: 1 }));
      for (const [name, inner] of Object.entries(value)) {
        const copy = (other: unknown): unknown => {
          const made = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
          made[name] = other;
          return put(made);
        };
        if (!Array.isArray(value)) {
          const { [name]: _out, ...rest } = value as Json;
          check(put(rest));
        }
        visit(inner, copy);
      }
    };
    const csr = {
      subjectAltName: { rule: 'allow', within: { permitted: [{ type: 'dNSName', value: 'example' }] } },
      keyUsage: { rule: 'require', within: ['digitalSignature'] },
      basicConstraints: 'override',
      extensions: [{ oid: '1.2.3', rule: 'allow' }],
      unnamed: 'refuse',
    };
    const allow = [{ code: 'key-equals-issuer', because: 'x' }];
    const lint = { sets: ['all'], include: ['x'], exclude: [{ rule: 'x', because: 'x' }] };
    visit({ ...fullCa, extends: 'root-ca', quorum: 2, allow, lint, csr }, (other) => other);
    expect(same + beyond).toBe(total);
    expect(total).toBeGreaterThan(3000);
    expect(beyond).toBeLessThan(total / 10);
  });

  it('that without a preset it must be said whether it is a CA', () => {
    const { basicConstraints: _none, ...rest } = fullCa;
    expect([validate(rest), reads(rest)]).toEqual([false, false]);
    const preset = { ...rest, extends: 'root-ca' };
    expect([validate(preset), reads(preset)]).toEqual([true, true]);
  });

  it('and on presets as profiles', () => {
    for (const preset of Object.values(presets)) {
      const { subject, notBefore, notAfter, serialNumber, signatureAlgorithm } = fullCa;
      const profile = { subject, notBefore, notAfter, serialNumber, signatureAlgorithm, ...preset };
      expect([validate(profile), reads(profile)]).toEqual([true, true]);
    }
  });

  it('and every member is described', () => {
    const { properties } = published() as { properties: Record<string, { description?: string; $ref?: string }> };
    const bare = Object.entries(properties).filter(([, { description }]) => typeof description !== 'string');
    expect(bare.map(([name]) => name)).toEqual([]);
    expect(Object.keys(properties).length).toBeGreaterThan(30);
  });
});
