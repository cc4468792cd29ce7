import { checkPolicy, describePolicy, readPolicyJson } from '@quorate/policy';
import { parseJson } from '@quorate/syntax';
import { seedCreateKeyRequest } from '@quorate/vectors';
import { isObject } from '../load/json.ts';
import { type Act, check, text } from './act.ts';

/** Act 1: the seed's policy in plain words, and what a security officer should notice. */
export function seedPolicyAct(): Act {
  const request = parseJson(seedCreateKeyRequest);
  const policy = isObject(request) ? readPolicyJson(request['policy'], { form: 'create', path: 'policy' }) : null;
  return {
    title: "A policy: who may use the CA key of the vendor's sample",
    parts: [text(...describePolicy(policy)), check('the policy, checked', checkPolicy(policy))],
  };
}
