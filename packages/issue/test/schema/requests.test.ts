import { readFileSync, writeFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it, test } from 'vitest';
import { IssueError, readCrlProfile, readCsrProfile, readRevocations } from '../../src/index.ts';
import { fullCa } from '../support/full-profile.ts';
import { requestSchemas } from './generate-requests.ts';

type Json = Record<string, unknown>;

const fileOf = (name: string): URL => new URL(`../../schema/${name}`, import.meta.url);
const published = (name: string): Json => JSON.parse(readFileSync(fileOf(name), 'utf8'));

describe('the published schema is the one that the reader’s shapes give (QUORATE_UPDATE=1 writes it)', () => {
  test.each(Object.entries(requestSchemas))('%s', (name, generate) => {
    if (process.env['QUORATE_UPDATE'] === '1') {
      writeFileSync(fileOf(name), `${JSON.stringify(generate(), null, 2)}\n`);
    }
    expect(published(name)).toEqual(generate());
  });

  it('and each is exported by the package', () => {
    const { exports } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as {
      exports: Json;
    };
    for (const name of Object.keys(requestSchemas)) expect(exports[`./${name}`]).toBe(`./schema/${name}`);
  });
});

const {
  notBefore: _a,
  notAfter: _b,
  serialNumber: _c,
  signatureAlgorithm: _d,
  authorityKeyIdentifier: _e,
  lint: _f,
  ...asked
} = fullCa as Json;
const attributes = [{ type: '1.2.840.113549.1.9.7', values: ['hex:0c0161'] }];
const crl = {
  $schema: 'x',
  note: 'for people',
  signatureAlgorithm: 'SHA256_WITH_RSA',
  period: 'P7D',
  issuerAltName: [{ type: 'dNSName', value: 'ca.example' }],
  issuingDistributionPoint: {
    uri: 'http://ca.example/crl',
    onlyContainsUserCerts: true,
    onlyContainsCACerts: false,
    onlySomeReasons: ['keyCompromise'],
    indirectCRL: true,
  },
  freshestCrl: [{ fullName: [{ type: 'uniformResourceIdentifier', value: 'http://ca.example/delta' }] }],
  authorityInfoAccess: [{ method: 'caIssuers', uri: 'http://ca.example/cer' }],
};
const name = [{ type: 'commonName', value: 'Example CA' }];
const revoked = {
  serialNumber: '0x8a03',
  revocationDate: '2026-01-01T00:00:00Z',
  reason: 'superseded',
  invalidityDate: '2025-12-31T00:00:00Z',
  certificateIssuer: name,
};
const revocations = {
  $schema: 'x',
  revoked: [revoked, { ...revoked, serialNumber: '-7', certificateIssuer: 'hex:3000' }],
  dropped: [{ serialNumber: '8', notAfter: '2025-01-01T00:00:00Z', certificateIssuer: name }, { serialNumber: '9' }],
};

const others: readonly unknown[] = [null, true, 0, -1, 1.5, '', 'x', 'hex:00', '1.2.3', [], {}, [{}]];

/** A document with any one value in it changed, taken out or added. */
function* changed(value: unknown, put: (other: unknown) => unknown = (other) => other): Generator<unknown> {
  for (const other of others) yield put(other);
  if (typeof value !== 'object' || value === null) return;
  if (!Array.isArray(value)) yield put({ ...value, anything: 1 });
  for (const [member, inner] of Object.entries(value)) {
    if (!Array.isArray(value)) {
      const { [member]: _out, ...rest } = value as Json;
      yield put(rest);
    }
    yield* changed(inner, (other) => {
      const made = (Array.isArray(value) ? [...value] : { ...value }) as Json;
      made[member] = other;
      return put(made);
    });
  }
}

/** What the reader refuses and no schema says: days of the calendar, addresses, algorithms, one member of two. */
function beyondSchema({ path, expected }: IssueError): boolean {
  return path === 'signatureAlgorithm' || /an IP address|ADDRESS|^either/.test(expected ?? '');
}

function refusal(read: () => unknown): IssueError | null {
  try {
    read();
    return null;
  } catch (error) {
    if (error instanceof IssueError) return error;
    throw error;
  }
}

describe('the schema and the reader agree on a full document with any one value in it changed', () => {
  test.each<readonly [string, (value: unknown) => unknown, unknown]>([
    ['csr-profile.schema.json', readCsrProfile, { ...asked, attributes, $schema: 'x' }],
    ['crl-profile.schema.json', (value) => readCrlProfile(value), crl],
    ['revocations.schema.json', readRevocations, revocations],
  ])('%s', (file, read, full) => {
    const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(published(file));
    expect(validate(full), JSON.stringify(validate.errors)).toBe(true);
    expect(refusal(() => read(full))).toBeNull();
    let [total, taken, beyond] = [0, 0, 0];
    for (const value of changed(full)) {
      total++;
      const [schema, error] = [validate(value), refusal(() => read(value))];
      if (schema && error === null) taken++;
      else if (schema && error !== null && beyondSchema(error)) beyond++;
      else expect.soft({ schema, error: error?.message ?? null, value }).toMatchObject({ schema: error === null });
    }
    expect(total).toBeGreaterThan(200);
    expect(taken).toBeGreaterThan(5);
    expect(beyond).toBeLessThan(total / 10);
  });
});
