import { parseJson, parseXml } from '@quorate/syntax';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  comparePolicies,
  readPolicyJson,
  readPolicyTlv,
  readPolicyXml,
  readRuleTlv,
  resolvePolicy,
  writePolicyJson,
  writePolicyTlv,
  writePolicyXml,
  writeRuleTlv,
} from '../src/index.ts';
import { binaryCarries, commonCarries, jsonCarries, policy, rule, xmlCarries } from './arbitrary.ts';

const guessed = { certificateElement: 'guessed' } as const;
const viaJson = (text: string): unknown => parseJson(text);

describe('what is written is read as the same policy', () => {
  it('in JSON, with every kind of nothing kept apart', () => {
    fc.assert(
      fc.property(policy(jsonCarries), (it) => {
        const text = JSON.stringify(writePolicyJson(it));
        const back = readPolicyJson(viaJson(text));
        expect(back).toEqual(it);
        expect(JSON.stringify(writePolicyJson(back))).toBe(text);
        expect(readPolicyJson(viaJson(text), { form: it.blocked === null ? 'modify' : 'create' })).toEqual(it);
      }),
      { numRuns: 200 },
    );
  });

  it('in XML', () => {
    fc.assert(
      fc.property(policy(xmlCarries), (it) => {
        const text = writePolicyXml(it);
        const back = readPolicyXml(parseXml(text));
        expect(back).toEqual(it);
        expect(writePolicyXml(back)).toBe(text);
      }),
      { numRuns: 150 },
    );
  });

  it('in the binary form, the key status apart', () => {
    fc.assert(
      fc.property(policy(binaryCarries), (it) => {
        const bytes = writePolicyTlv(it, guessed);
        expect(readPolicyTlv(bytes, guessed)).toEqual(it);
        expect(bytes.length % 4).toBe(0);
      }),
      { numRuns: 200 },
    );
  });

  it('one rule in the binary form', () => {
    fc.assert(
      fc.property(rule(binaryCarries), (it) => {
        expect(readRuleTlv(writeRuleTlv(it, guessed), guessed)).toEqual(it);
      }),
      { numRuns: 200 },
    );
  });
});

describe('the three forms agree', () => {
  it('a policy that all can carry is the same through each of them', () => {
    fc.assert(
      fc.property(policy(commonCarries), (it) => {
        const binary = readPolicyTlv(writePolicyTlv(it, guessed), guessed);
        const json = readPolicyJson(writePolicyJson(binary));
        const xml = readPolicyXml(parseXml(writePolicyXml({ ...it, blocked: false })));
        expect(json).toEqual(binary);
        expect({ ...xml, blocked: null }).toEqual(binary);
      }),
      { numRuns: 150 },
    );
  });
});

describe('resolving', () => {
  it('a resolved policy has no nulls, is its own resolution, and equals the unresolved one', () => {
    fc.assert(
      fc.property(policy(jsonCarries), (it) => {
        const resolved = resolvePolicy(it);
        for (const one of Object.values(resolved.rules)) {
          expect(one?.tokens).not.toBeNull();
          for (const token of one?.tokens ?? []) expect(token.groups).not.toBeNull();
        }
        expect(resolvePolicy(resolved)).toEqual(resolved);
        expect(comparePolicies(it, resolved)).toEqual([]);
      }),
      { numRuns: 150 },
    );
  });
});
