import {
  array,
  boolean,
  exactOptional,
  type GenericSchema,
  metadata,
  minValue,
  nullable,
  number,
  pipe,
  safeInteger,
  strictObject,
  string,
} from 'valibot';
import {
  APPROVAL,
  APPROVAL_NAME,
  APPROVAL_TYPE,
  APPROVAL_VALUE,
  GROUP_APPROVALS,
  GROUP_QUORUM,
  KEY_BLOCKED,
  KEY_STATUS,
  RULE,
  RULE_TOKENS,
  TOKEN_GROUPS,
  TOKEN_TIMELOCK,
  TOKEN_TIMEOUT,
} from './json-words.ts';

/** A policy as the REST interface writes it (SKA.md 2.1), members in its order. Absent and null mean the same here. */
export interface PolicyJson {
  readonly ruleUse?: RuleJson | null;
  readonly ruleBlock?: RuleJson | null;
  readonly ruleUnblock?: RuleJson | null;
  readonly ruleModify?: RuleJson | null;
  readonly keyStatus?: { readonly blocked: boolean };
}

export interface RuleJson {
  readonly tokens: readonly TokenJson[] | null;
}

export interface TokenJson {
  readonly name?: string | null;
  readonly timelock: number;
  readonly timeout: number;
  readonly groups?: readonly GroupJson[] | null;
}

export interface GroupJson {
  readonly name?: string | null;
  readonly quorum: number;
  readonly approvals: readonly ApprovalJson[];
}

export interface ApprovalJson {
  readonly type: string;
  readonly name?: string | null;
  readonly value?: string | null;
}

/** What a JSON Schema says beside the shape. It has no part in reading. */
type Words = Readonly<Record<string, unknown>>;

const wholeNumber = 'an integer from 0 to 9007199254740991';
const wholeNumbers = pipe(number(), safeInteger(wholeNumber), minValue(0, wholeNumber));
const count = (description: string) => pipe(wholeNumbers, metadata({ description }));
const text = (words: Words) => exactOptional(pipe(nullable(string()), metadata(words)));

const approval = pipe(
  strictObject({
    type: pipe(string(), metadata(APPROVAL_TYPE)),
    name: text({ description: APPROVAL_NAME }),
    value: text({ description: APPROVAL_VALUE }),
  }),
  metadata(APPROVAL),
);
const group = pipe(
  strictObject({
    name: text({ description: 'A name for people; it decides nothing.' }),
    quorum: count(GROUP_QUORUM),
    approvals: pipe(array(approval), metadata({ description: GROUP_APPROVALS })),
  }),
  metadata({ description: 'Approvers, of whom as many as the quorum says must agree.' }),
);
const token = pipe(
  strictObject({
    name: text({ description: 'A name for people; it decides nothing.' }),
    timelock: count(TOKEN_TIMELOCK),
    timeout: count(TOKEN_TIMEOUT),
    groups: exactOptional(pipe(nullable(array(group)), metadata({ description: TOKEN_GROUPS }))),
  }),
  metadata({ description: 'One alternative of a rule: a window of time, and groups that must all agree in it.' }),
);
const tokens = pipe(nullable(array(token)), metadata({ description: RULE_TOKENS }));
const rule = pipe(nullable(strictObject({ tokens })), metadata({ description: RULE }));
const keyStatus = pipe(
  strictObject({ blocked: pipe(boolean(), metadata({ description: KEY_BLOCKED })) }),
  metadata({ description: KEY_STATUS }),
);
const rules = {
  ruleUse: exactOptional(rule),
  ruleBlock: exactOptional(rule),
  ruleUnblock: exactOptional(rule),
  ruleModify: exactOptional(rule),
};

/** The shapes inside a policy, by the names that they have in the JSON Schema. */
export const partShapes: Readonly<Record<string, GenericSchema>> = { rule, token, group, approval, keyStatus };

/** In which request the policy stands: creating a key demands a key status, modifying a policy forbids it (SKA.md 2.1). */
export type PolicyForm = 'create' | 'modify' | 'any';

/** The shape of a policy that is not null, per form. */
export const policyShapes: Readonly<Record<PolicyForm, GenericSchema<unknown, PolicyJson>>> = {
  create: strictObject({ ...rules, keyStatus }),
  modify: strictObject(rules),
  any: strictObject({ ...rules, keyStatus: exactOptional(keyStatus) }),
};
