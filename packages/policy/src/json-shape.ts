import {
  array,
  boolean,
  exactOptional,
  type GenericSchema,
  minValue,
  nullable,
  number,
  pipe,
  safeInteger,
  strictObject,
  string,
} from 'valibot';

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

const wholeNumber = 'an integer from 0 to 9007199254740991';
const count = pipe(number(), safeInteger(wholeNumber), minValue(0, wholeNumber));
const name = exactOptional(nullable(string()));

const approval = strictObject({ type: string(), name, value: exactOptional(nullable(string())) });
const group = strictObject({ name, quorum: count, approvals: array(approval) });
const token = strictObject({
  name,
  timelock: count,
  timeout: count,
  groups: exactOptional(nullable(array(group))),
});
const rule = exactOptional(nullable(strictObject({ tokens: nullable(array(token)) })));
const keyStatus = strictObject({ blocked: boolean() });
const rules = { ruleUse: rule, ruleBlock: rule, ruleUnblock: rule, ruleModify: rule };

/** In which request the policy stands: creating a key demands a key status, modifying a policy forbids it (SKA.md 2.1). */
export type PolicyForm = 'create' | 'modify' | 'any';

/** The shape of a policy that is not null, per form. */
export const policyShapes: Readonly<Record<PolicyForm, GenericSchema<unknown, PolicyJson>>> = {
  create: strictObject({ ...rules, keyStatus }),
  modify: strictObject(rules),
  any: strictObject({ ...rules, keyStatus: exactOptional(keyStatus) }),
};
