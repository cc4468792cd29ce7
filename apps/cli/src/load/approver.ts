import type { Approver, Rule } from '@quorate/policy';
import { decodeBase64 } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { Unusable } from '../unusable.ts';
import { credentialOf, loadCredential } from './credential.ts';
import { base64Body } from './kind.ts';

/**
 * The identity of the key that a word on the command line means: a file; the base64 of a public key or certificate; the
 * name of an approver in the rule; or the first 16 or more hexadecimal digits of a key's identity.
 */
export async function approverIdentity(context: Context, word: string, rule: Rule): Promise<string> {
  if (await context.exists(word)) return (await loadCredential(context, word)).identity;
  const body = word.length >= 60 ? base64Body(word) : null;
  if (body !== null) return credentialOf('--approver', decodeBase64(body)).identity;
  const approvers = approversOf(rule);
  const named = new Set(approvers.filter((approver) => approver.name === word).map(({ identity }) => identity));
  const [only, ...others] = named;
  if (others.length > 0) {
    throw new Unusable(`--approver ${word}: ${named.size} keys in the rule have this name`, {
      next: 'give the key as a file, or the first 16 digits of its fingerprint',
    });
  }
  if (typeof only === 'string') return only;
  const digits = word.toLowerCase();
  const prefixed = /^[0-9a-f]{16,64}$/.test(digits)
    ? approvers.find(({ identity }) => identity?.startsWith(digits))?.identity
    : undefined;
  if (typeof prefixed === 'string') return prefixed;
  throw new Unusable(`--approver ${word}: no such file, and no approver of the rule has this name or fingerprint`, {
    next: `approvers of the rule: ${[...new Set(approvers.map(({ name }) => name ?? '(no name)'))].join(', ') || 'none'}`,
  });
}

function approversOf(rule: Rule): readonly Approver[] {
  const groups = (rule?.tokens ?? []).flatMap((token) => token.groups ?? []);
  return groups.flatMap((group) => group.approvers);
}
