import { decodeBase64, parseJson, parseXml, TlvReader } from '@quorate/syntax';
import {
  seedCreateKeyRequest,
  traceCreateKeyRequest,
  traceFetchModifyTasksResponse,
  traceModifyAttestation,
  traceModifyRequest,
  traceModifyToken,
  traceSignAttestation,
  unguardedRule,
} from '@quorate/vectors';
import { describe, expect, it } from 'vitest';
import {
  comparePolicies,
  evaluateRule,
  type Policy,
  readPolicyJson,
  readPolicyTlv,
  readPolicyXml,
  readRuleTlv,
  samePolicy,
  writePolicyJson,
  writePolicyTlv,
  writePolicyXml,
  writeRuleTlv,
} from '../src/index.ts';
import { child, member } from './wire.ts';

const policyXml = (text: string): string => /<policy>.*<\/policy>/s.exec(text)?.[0] ?? '';

const created = readPolicyJson(member(parseJson(traceCreateKeyRequest), 'policy'), { form: 'create', path: 'policy' });
const modifyJson = member(parseJson(traceModifyRequest), 'modifyRequest', 'policy');
const modified = readPolicyJson(modifyJson, { form: 'modify' });
const attestedBefore = readPolicyXml(child(parseXml(traceModifyAttestation), 'policy'));
const attestedAfter = readPolicyXml(child(parseXml(traceSignAttestation), 'policy'));

/** The reader stands behind operation, label, timestamp and its signature. */
function insideToken(): TlvReader {
  const level = TlvReader.of(traceModifyToken);
  for (const type of [0x3b, 0x1002, 0x1054, 0x1056]) level.value(type);
  return level;
}
const payload = insideToken().value(0x1058);

describe('the trace of August 2024', () => {
  it('the policy that created the key is the one attested before the change', () => {
    expect(created).toEqual(attestedBefore);
    expect(created?.blocked).toBe(false);
  });

  it('the policy of the modify request is, in all three forms, one and the same', () => {
    const binary = readPolicyTlv(payload);
    expect(binary).toEqual(modified);
    expect(binary).toEqual({ ...attestedAfter, blocked: null });
    expect(samePolicy(binary, attestedAfter)).toBe(true);
    expect(modified?.blocked).toBeNull();
    expect(attestedAfter.blocked).toBe(false);
  });

  it('the binary policy is written again bit for bit, from every form', () => {
    expect(writePolicyTlv(readPolicyTlv(payload))).toEqual(payload);
    expect(writePolicyTlv(modified as Policy)).toEqual(payload);
    expect(writePolicyTlv(attestedAfter)).toEqual(payload);
  });

  it('a reader inside the token reads the same as its bytes do, and reads them all', () => {
    const inside = insideToken().container(0x1058);
    expect(readPolicyTlv(inside)).toEqual(readPolicyTlv(payload));
    expect(inside.peek()).toBeNull();
  });

  it("the task's payload is the same policy", () => {
    const tasks = parseJson(traceFetchModifyTasksResponse) as unknown as readonly { payload: string }[];
    const bodies = JSON.stringify(tasks).match(/"payload":"([^"]+)"/g) ?? [];
    expect(bodies.length).toBeGreaterThan(0);
    for (const body of bodies) expect(decodeBase64(body.slice(11, -1))).toEqual(payload);
  });

  it('the policy in both attestations is written again exactly', () => {
    expect(writePolicyXml(attestedBefore)).toBe(policyXml(traceModifyAttestation));
    expect(writePolicyXml(attestedAfter)).toBe(policyXml(traceSignAttestation));
  });

  it('both JSON policies are written again exactly', () => {
    expect(JSON.stringify(writePolicyJson(modified))).toBe(JSON.stringify(modifyJson));
    expect(JSON.stringify(writePolicyJson(created))).toBe(
      JSON.stringify(member(parseJson(traceCreateKeyRequest), 'policy')),
    );
  });

  it('seconds in JSON and XML are minutes in the token', () => {
    const [use, block] = [modified?.rules.use?.tokens?.[0], modified?.rules.block?.tokens?.[0]];
    expect([use?.timelock, use?.timeout, block?.timelock, block?.timeout]).toEqual([0, 600, 180, 180]);
  });

  it('the change gave use to a new key, and made the other windows a single moment', () => {
    expect(comparePolicies(attestedBefore, attestedAfter).map(({ path, kind }) => [path, kind])).toEqual([
      ['use.tokens[0].groups[0].approvers[0].identity', 'content'],
      ['block.tokens[0].timelock', 'content'],
      ['block.tokens[0].timeout', 'content'],
      ['unblock.tokens[0].timelock', 'content'],
      ['unblock.tokens[0].timeout', 'content'],
      ['modify.tokens[0].timelock', 'content'],
      ['modify.tokens[0].timeout', 'content'],
    ]);
  });
});

describe('the seed', () => {
  const seed = readPolicyJson(member(parseJson(seedCreateKeyRequest), 'policy'), { form: 'create' });

  it('is quorum 1 of 1 in all four rules, timeout 600 s, one RSA key', () => {
    for (const rule of Object.values(seed?.rules ?? {})) {
      expect(rule?.tokens).toHaveLength(1);
      const token = rule?.tokens?.[0];
      expect([token?.timelock, token?.timeout, token?.groups?.length]).toEqual([0, 600, 1]);
      expect([token?.groups?.[0]?.quorum, token?.groups?.[0]?.approvers.length]).toEqual([1, 1]);
    }
    const keys = new Set(
      Object.values(seed?.rules ?? {}).map((r) => r?.tokens?.[0]?.groups?.[0]?.approvers[0]?.identity),
    );
    expect(keys.size).toBe(1);
  });

  it('is written again as it stands', () => {
    expect(JSON.stringify(writePolicyJson(seed))).toBe(
      JSON.stringify(member(parseJson(seedCreateKeyRequest), 'policy')),
    );
  });

  it('needs that one key, within ten minutes, to the second', () => {
    const use = seed?.rules.use ?? null;
    const key = use?.tokens?.[0]?.groups?.[0]?.approvers[0]?.identity as string;
    expect(evaluateRule(use, { approvals: [key], elapsed: 600 }).satisfied).toBe(true);
    expect(evaluateRule(use, { approvals: [key], elapsed: 601 }).satisfied).toBe(false);
    expect(evaluateRule(use, { approvals: [], elapsed: 0 }).satisfied).toBe(false);
  });
});

describe("the vendor's empty rule", () => {
  const rule = readRuleTlv(unguardedRule);

  it('is one token with one group of nobody, names absent', () => {
    const groups = [{ name: null, quorum: 0, approvers: [] }];
    expect(rule).toEqual({ tokens: [{ name: null, timelock: 0, timeout: 0, groups }] });
  });

  it('is written again bit for bit, and is approved by nobody at all', () => {
    expect(writeRuleTlv(rule)).toEqual(unguardedRule);
    expect(evaluateRule(rule, { approvals: [], elapsed: 0 })).toMatchObject({ satisfied: true, unguarded: true });
  });
});
