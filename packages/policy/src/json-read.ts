import { Base64Error, decodeBase64, excerpt, joinPath, readShape, ShapeError } from '@quorate/syntax';
import { ApproverReader } from './approver-key.ts';
import { PolicyError } from './error.ts';
import {
  type ApprovalJson,
  type GroupJson,
  type PolicyForm,
  type PolicyJson,
  policyShapes,
  type RuleJson,
  type TokenJson,
} from './json-shape.ts';
import { PartCounter } from './parts.ts';
import type { Approver, Group, Policy, Rule, Token } from './policy.ts';

export interface ReadPolicyJsonOptions {
  /** Default `any`: with or without a key status. */
  readonly form?: PolicyForm;
  /** Where the policy stands in its document, as a prefix to the paths of errors; default: the whole. */
  readonly path?: string;
}

/**
 * A policy out of a REST body (SKA.md 2.1). Strict: no unknown members, no approver types but the three, integers from 0
 * and not as strings. A member `name`, `value`, `groups` or rule that is null counts as absent; absent `tokens` are
 * refused, since nobody knows what they mean (SKA.md 2.3). It does not judge: a policy that lets everybody do everything
 * is read; ask `checkPolicy`.
 *
 * @param value from `parseJson`, which refuses duplicate members
 * @returns `null` for a null policy, which no form but `modify` may have: a key without a policy
 * @throws PolicyError
 */
export function readPolicyJson(value: unknown, options: ReadPolicyJsonOptions = {}): Policy | null {
  const { form = 'any', path = '' } = options;
  if (value === null && form !== 'modify') return null;
  const reader = new JsonPolicyReader();
  return reader.policy(shapeOf(value, form, path), path);
}

function shapeOf(value: unknown, form: PolicyForm, path: string): PolicyJson {
  // Every member of a policy is optional, so a list, or a Map, would pass for a policy without members.
  if (typeof value === 'object' && value !== null && Object.prototype.toString.call(value) !== '[object Object]') {
    const actual = Array.isArray(value) ? 'an array' : 'an object of another kind';
    throw new PolicyError('shape-invalid', { path, expected: 'an object', actual });
  }
  try {
    return readShape(policyShapes[form], value, path);
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const { expected, actual } = cause;
    throw new PolicyError('shape-invalid', { path: cause.path, expected, actual, cause });
  }
}

class JsonPolicyReader {
  readonly #approvers = new ApproverReader();
  readonly #parts = new PartCounter();

  policy(json: PolicyJson, path: string): Policy {
    const rule = (name: 'ruleUse' | 'ruleBlock' | 'ruleUnblock' | 'ruleModify'): Rule =>
      this.#rule(json[name] ?? null, joinPath(path, name));
    return {
      rules: {
        use: rule('ruleUse'),
        block: rule('ruleBlock'),
        unblock: rule('ruleUnblock'),
        modify: rule('ruleModify'),
      },
      blocked: json.keyStatus?.blocked ?? null,
    };
  }

  #rule(json: RuleJson | null, path: string): Rule {
    if (json === null) return null;
    const place = joinPath(path, 'tokens');
    this.#parts.add('token', json.tokens?.length ?? 0, place);
    return { tokens: json.tokens?.map((token, i) => this.#token(token, joinPath(place, i))) ?? null };
  }

  #token(json: TokenJson, path: string): Token {
    const place = joinPath(path, 'groups');
    this.#parts.add('group', json.groups?.length ?? 0, place);
    return {
      name: json.name ?? null,
      timelock: json.timelock + 0, // -0 is 0
      timeout: json.timeout + 0,
      groups: json.groups?.map((group, i) => this.#group(group, joinPath(place, i))) ?? null,
    };
  }

  #group(json: GroupJson, path: string): Group {
    const place = joinPath(path, 'approvals');
    this.#parts.add('approver', json.approvals.length, place);
    return {
      name: json.name ?? null,
      quorum: json.quorum + 0,
      approvers: json.approvals.map((approval, i) => this.#approver(approval, joinPath(place, i))),
    };
  }

  #approver(json: ApprovalJson, path: string): Approver {
    const place = joinPath(path, 'value');
    const name = json.name ?? null;
    switch (json.type) {
      case 'public_key':
        return this.#approvers.publicKey(bytesOf(json, place), name, place);
      case 'certificate':
        return this.#approvers.certificate(bytesOf(json, place), name, place);
      case 'onboarded_approver_certificate':
        if (typeof json.value === 'string') {
          throw new PolicyError('value-unexpected', { path: place, expected: 'no value: the server knows it' });
        }
        if (name === null || name === '') {
          throw new PolicyError('name-missing', { path: joinPath(path, 'name'), expected: 'the onboarded name' });
        }
        return { type: 'onboarded_approver_certificate', name, identity: null };
      default:
        throw new PolicyError('type-unknown', {
          path: joinPath(path, 'type'),
          expected: '`public_key`, `certificate` or `onboarded_approver_certificate`',
          actual: `\`${excerpt(json.type, 60)}\``,
        });
    }
  }
}

function bytesOf(json: ApprovalJson, path: string): Uint8Array {
  if (typeof json.value !== 'string') {
    throw new PolicyError('value-missing', { path, expected: 'base64 (DER)', actual: 'nothing' });
  }
  try {
    return decodeBase64(json.value);
  } catch (cause) {
    if (cause instanceof Base64Error) throw new PolicyError('base64-invalid', { path, cause });
    throw cause;
  }
}
