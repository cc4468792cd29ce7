import fc from 'fast-check';
import {
  type Approver,
  certificateApprover,
  type Group,
  onboardedApprover,
  type Policy,
  publicKeyApprover,
  type Rule,
  type Token,
} from '../src/index.ts';
import { certificate, keys } from './keys.ts';

/** Approvers by key, one for each of `keys`. */
export const keyApprovers: readonly Approver[] = keys.map((key) => publicKeyApprover(key));

/** The same keys in certificates, and one key in two. */
export const certificateApprovers: readonly Approver[] = [
  ...keys.map((key, i) => certificateApprover(certificate(key, i % 5 === 0 ? null : `CN ${i}`))),
  certificateApprover(certificate(keys[2] as Uint8Array, 'CN 2', 77n)),
];

/** Which values a form can carry. */
export interface Carries {
  /** Null rules, `tokens: null`, `groups: null`. */
  readonly nulls: boolean;
  readonly certificates: boolean;
  readonly onboarded: boolean;
  readonly names: fc.Arbitrary<string>;
  readonly seconds: fc.Arbitrary<number>;
  readonly quorums: fc.Arbitrary<number>;
  readonly blocked: fc.Arbitrary<boolean | null>;
}

const numbers = (max: number): fc.Arbitrary<number> =>
  fc.oneof(fc.nat(3), fc.nat(100_000), fc.constantFrom(max - 1, max), fc.integer({ min: 0, max }));

/** Any text without halves of characters. */
const anyName = fc.oneof(fc.string({ unit: 'binary', maxLength: 8 }), fc.string({ maxLength: 12 }), fc.constant(''));

/** Text that XML 1.0 can carry, what must be escaped often among it. */
const xmlName = fc.oneof(
  fc
    .array(fc.constantFrom('&', '<', '>', '"', "'", '\t', '\n', '\r', ' ', 'ä', '\u{10ffff}', '\ufffd', ']]>'), {
      maxLength: 6,
    })
    .map((pieces) => pieces.join('')),
  fc.string({ maxLength: 12 }),
  fc.string({ unit: 'grapheme', maxLength: 6 }),
);

const wholeMinutes = numbers(0xffff_ffff).map((minutes) => minutes * 60);

export const jsonCarries: Carries = {
  nulls: true,
  certificates: true,
  onboarded: true,
  names: anyName,
  seconds: numbers(Number.MAX_SAFE_INTEGER),
  quorums: numbers(Number.MAX_SAFE_INTEGER),
  blocked: fc.constantFrom(null, true, false),
};

export const xmlCarries: Carries = {
  ...jsonCarries,
  nulls: false,
  onboarded: false,
  names: xmlName,
  blocked: fc.boolean(),
};

export const binaryCarries: Carries = {
  ...jsonCarries,
  nulls: false,
  onboarded: false,
  seconds: wholeMinutes,
  quorums: numbers(0xffff_ffff),
  blocked: fc.constant(null),
};

/** What all three forms carry. */
export const commonCarries: Carries = { ...binaryCarries, names: xmlName };

export function approver(carries: Carries): fc.Arbitrary<Approver> {
  const name = fc.option(carries.names);
  const named = (pool: readonly Approver[]): fc.Arbitrary<Approver> =>
    fc.tuple(fc.constantFrom(...pool), name).map(([it, text]) => ({ ...it, name: text }) as Approver);
  return fc.oneof(
    { weight: 4, arbitrary: named(keyApprovers) },
    ...(carries.certificates ? [{ weight: 2, arbitrary: named(certificateApprovers) }] : []),
    ...(carries.onboarded
      ? [{ weight: 1, arbitrary: fc.constantFrom('anna', 'ben').map((text) => onboardedApprover(text)) }]
      : []),
  );
}

export function group(carries: Carries): fc.Arbitrary<Group> {
  return fc.record({
    name: fc.option(carries.names),
    quorum: carries.quorums,
    approvers: fc.array(approver(carries), { maxLength: 3 }),
  });
}

export function token(carries: Carries): fc.Arbitrary<Token> {
  const groups = fc.array(group(carries), { maxLength: 2 });
  return fc.record({
    name: fc.option(carries.names),
    timelock: carries.seconds,
    timeout: carries.seconds,
    groups: carries.nulls ? fc.option(groups, { freq: 4 }) : groups,
  });
}

export function rule(carries: Carries): fc.Arbitrary<Rule> {
  const tokens = fc.array(token(carries), { maxLength: 2 });
  if (!carries.nulls) return fc.record({ tokens });
  return fc.option(fc.record({ tokens: fc.option(tokens, { freq: 4 }) }), { freq: 4 });
}

/** Every policy that a form can carry, sensible or not. */
export function policy(carries: Carries): fc.Arbitrary<Policy> {
  const one = rule(carries);
  return fc.record({
    rules: fc.record({ use: one, block: one, unblock: one, modify: one }),
    blocked: carries.blocked,
  });
}

/** Policies that nothing is wrong with: every rule guarded, every quorum within reach, every window open. */
export function soundPolicy(): fc.Arbitrary<Policy> {
  const name = fc.option(fc.constantFrom('', 'Anna', 'Žofie', '山田'));
  const soundGroup = fc.subarray(keyApprovers.slice(2, 12), { minLength: 1, maxLength: 4 }).chain((approvers) =>
    fc.record({
      name,
      quorum: fc.integer({ min: 1, max: approvers.length }),
      approvers: fc.constant(approvers),
    }),
  );
  const window = fc.oneof(
    fc.tuple(fc.nat(60), fc.nat(60)).map(([opens, lasts]) => ({ timelock: opens * 60, timeout: (opens + lasts) * 60 })),
    fc.nat(60).map((opens) => ({ timelock: opens * 60, timeout: 0 })),
  );
  const soundToken = fc
    .record({ name, window, groups: fc.array(soundGroup, { minLength: 1, maxLength: 2 }) })
    .map(({ window: times, ...rest }) => ({ ...rest, ...times }));
  const soundRule = fc.record({ tokens: fc.array(soundToken, { minLength: 1, maxLength: 2 }) });
  return fc.record({
    rules: fc.record({ use: soundRule, block: soundRule, unblock: soundRule, modify: soundRule }),
    blocked: fc.constantFrom(null, false),
  });
}
