import { readFileSync, writeFileSync } from 'node:fs';
import { parseJson } from '@quorate/syntax';
import { seedCreateKeyRequest, traceModifyRequest } from '@quorate/vectors';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PolicyError, readPolicyJson, writePolicyJson } from '../../src/index.ts';
import { jsonCarries, policy } from '../arbitrary.ts';
import { keys } from '../keys.ts';
import { member } from '../wire.ts';
import { generateSchema } from './generate.ts';

const FILE = new URL('../../schema/policy.schema.json', import.meta.url);
const published = (): Record<string, unknown> => JSON.parse(readFileSync(FILE, 'utf8'));

it('the published schema is the one that the reader’s shapes give (QUORATE_UPDATE=1 writes it)', () => {
  if (process.env['QUORATE_UPDATE'] === '1') writeFileSync(FILE, `${JSON.stringify(generateSchema(), null, 2)}\n`);
  expect(published()).toEqual(generateSchema());
});

const validate = new Ajv2020({ strict: true, strictTypes: false, strictRequired: false }).compile(published());

/** Whether the reader takes it; bytes that are no key are beyond a schema. */
function reads(value: unknown): boolean {
  try {
    return readPolicyJson(value) !== null;
  } catch (error) {
    if (!(error instanceof PolicyError)) throw error;
    return ['key-invalid', 'certificate-invalid', 'limit-exceeded'].includes(error.code);
  }
}

const key = Buffer.from(keys[2] as Uint8Array).toString('base64');
const withApproval = (approval: unknown): unknown => ({
  ruleUse: { tokens: [{ timelock: 0, timeout: 0, groups: [{ quorum: 1, approvals: [approval] }] }] },
});
const withToken = (token: unknown): unknown => ({ ruleUse: { tokens: [token] } });

describe('the schema and the reader agree', () => {
  it('on every policy that is written', () => {
    for (const text of [seedCreateKeyRequest, traceModifyRequest]) {
      const body = parseJson(text);
      const it = text === seedCreateKeyRequest ? member(body, 'policy') : member(body, 'modifyRequest', 'policy');
      expect(validate(it), JSON.stringify(validate.errors)).toBe(true);
    }
    fc.assert(
      fc.property(policy(jsonCarries), (it) => {
        const json = JSON.parse(JSON.stringify(writePolicyJson(it))) as unknown;
        expect(validate(json), JSON.stringify(validate.errors)).toBe(true);
      }),
      { numRuns: 100 },
    );
  });

  const documents: readonly (readonly [name: string, good: boolean, value: unknown])[] = [
    ['no members', true, {}],
    ['null rules', true, { ruleUse: null, ruleBlock: { tokens: null }, keyStatus: { blocked: true } }],
    ['a key', true, withApproval({ type: 'public_key', value: key })],
    ['a key without a name', true, withApproval({ type: 'public_key', name: null, value: key })],
    [
      'an onboarded approver',
      true,
      withApproval({ type: 'onboarded_approver_certificate', name: 'auditor-1', value: null }),
    ],
    ['a rule without tokens', false, { ruleUse: {} }],
    ['an unknown rule', false, { ruleSign: null }],
    ['a key status without a value', false, { keyStatus: {} }],
    ['a key status that is null', false, { keyStatus: null }],
    ['a list', false, []],
    ['a text', false, 'policy'],
    ['times as text', false, withToken({ timelock: '0', timeout: 0 })],
    ['a negative time', false, withToken({ timelock: -60, timeout: 0 })],
    ['a time in halves', false, withToken({ timelock: 0.5, timeout: 0 })],
    ['a time beyond what a number holds', false, withToken({ timelock: 2 ** 53, timeout: 0 })],
    ['no timeout', false, withToken({ timelock: 0 })],
    ['a token that is null', false, withToken(null)],
    ['no quorum', false, withToken({ timelock: 0, timeout: 0, groups: [{ approvals: [] }] })],
    [
      'approvals that are null',
      false,
      withToken({ timelock: 0, timeout: 0, groups: [{ quorum: 1, approvals: null }] }),
    ],
    ['an unknown type', false, withApproval({ type: 'PublicKey', value: key })],
    ['a key without its value', false, withApproval({ type: 'public_key', name: 'officer-1' })],
    ['a key whose value is null', false, withApproval({ type: 'public_key', value: null })],
    ['base64 in lines', false, withApproval({ type: 'public_key', value: `${key.slice(0, 64)}\n${key.slice(64)}` })],
    ['base64 without its padding', false, withApproval({ type: 'public_key', value: 'AAA' })],
    ['base64 with bits left over', false, withApproval({ type: 'public_key', value: 'AB==' })],
    ['base64 without bits left over', true, withApproval({ type: 'public_key', value: 'AA==' })],
    ['an onboarded approver without a name', false, withApproval({ type: 'onboarded_approver_certificate' })],
    [
      'an onboarded approver with an empty name',
      false,
      withApproval({ type: 'onboarded_approver_certificate', name: '' }),
    ],
    [
      'an onboarded approver with a value',
      false,
      withApproval({ type: 'onboarded_approver_certificate', name: 'a', value: key }),
    ],
    ['an unknown member', false, withApproval({ type: 'public_key', value: key, quorum: 1 })],
  ];

  it.each(documents)('on %s', (_name, good, value) => {
    expect({ schema: validate(value), reader: reads(value) }).toEqual({ schema: good, reader: good });
  });

  it('on real policies with any one value in them changed', () => {
    const good = member(parseJson(traceModifyRequest), 'modifyRequest', 'policy');
    const others: readonly unknown[] = [null, true, 0, -1, 1.5, '', 'public_key', [], {}, { blocked: false }];
    let [same, total] = [0, 0];
    const visit = (value: unknown, put: (other: unknown) => unknown): void => {
      for (const other of others) {
        const changed = put(other);
        total++;
        const [schema, reader] = [validate(changed), reads(changed)];
        // Empty base64 is refused by both, by the reader as a key.
        if (schema === reader || other === '') same++;
        else expect.soft({ schema, reader, changed }).toBeNull();
      }
      if (typeof value !== 'object' || value === null) return;
      for (const [name, inner] of Object.entries(value)) {
        visit(inner, (other) => {
          const copy = (Array.isArray(value) ? [...value] : { ...value }) as Record<string, unknown>;
          copy[name] = other;
          return put(copy);
        });
      }
    };
    visit(good, (other) => other);
    expect(same).toBe(total);
    expect(total).toBeGreaterThan(400);
  });

  it('and every part is described', () => {
    const { $defs, properties } = published() as {
      $defs: Record<string, { description?: string }>;
      properties: object;
    };
    expect(Object.keys(properties)).toEqual(['ruleUse', 'ruleBlock', 'ruleUnblock', 'ruleModify', 'keyStatus']);
    expect(Object.values($defs).map((part) => typeof part.description)).toEqual(Array(5).fill('string'));
  });
});
