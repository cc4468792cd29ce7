import { type Approver, type Policy, RULE_NAMES, type Rule } from '@quorate/policy';
import { analysisIdentity } from '@quorate/policy/analysis';
import { decodeBase64 } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { Unusable } from '../unusable.ts';
import { credentialOf, loadCredential } from './credential.ts';
import { base64Body } from './kind.ts';

/**
 * The identity of the key that a word on the command line means: a file; the base64 of a public key or certificate; the
 * name of one of the approvers; or the first 16 or more hexadecimal digits of a key's identity. An onboarded approver, whose
 * key is not known, has `onboarded:` and the name.
 */
export async function approverIdentity(
  context: Context,
  word: string,
  approvers: readonly Approver[],
  option = '--approver',
): Promise<string> {
  if (await context.exists(word)) {
    if (approvers.some(({ name }) => name === word)) {
      throw new Unusable(`${option} ${word}: this is the name of an approver, and there is a file of that name too`, {
        next: `write ./${word} for the file, or the first 16 digits of the fingerprint for the approver`,
      });
    }
    return (await loadCredential(context, word)).identity;
  }
  const body = word.length >= 60 ? base64Body(word) : null;
  if (body !== null) return credentialOf(option, decodeBase64(body)).identity;
  const named = new Set(approvers.filter((approver) => approver.name === word).map(analysisIdentity));
  const [only, ...others] = named;
  if (others.length > 0) {
    throw new Unusable(`${option} ${word}: ${named.size} keys have this name`, {
      next: 'give the key as a file, or the first 16 digits of its fingerprint',
    });
  }
  if (typeof only === 'string') return only;
  const digits = word.toLowerCase();
  const prefixed = /^[0-9a-f]{16,64}$/.test(digits)
    ? approvers.map(analysisIdentity).find((identity) => identity.startsWith(digits))
    : undefined;
  if (typeof prefixed === 'string') return prefixed;
  throw new Unusable(`${option} ${word}: no such file, and no approver has this name or fingerprint`, {
    next: `approvers: ${[...new Set(approvers.map(({ name }) => name ?? '(no name)'))].join(', ') || 'none'}`,
  });
}

/** All approvers that a rule names. */
export function approversOfRule(rule: Rule): readonly Approver[] {
  const groups = (rule?.tokens ?? []).flatMap((token) => token.groups ?? []);
  return groups.flatMap((group) => group.approvers);
}

/** All approvers that a policy names. */
export function approversOf(policy: Policy | null): readonly Approver[] {
  return policy === null ? [] : RULE_NAMES.flatMap((name) => approversOfRule(policy.rules[name]));
}
