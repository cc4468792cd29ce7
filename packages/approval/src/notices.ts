import { checkPolicy, displayName, type Policy, RULE_NAMES } from '@quorate/policy';
import type { Finding } from '@quorate/report';
import { isTreacherous } from '@quorate/syntax';
import { malformedCertificate } from './payload-shape.ts';
import type { ApprovalToken } from './token.ts';

/**
 * What an approver must know before signing, read off the token alone: no timestamp, no key label, texts that can show
 * as something else, a payload that looks like a certificate or a CSR and is not strict DER, and what `checkPolicy` of
 * the policy room fails in a policy that would be put in force, under its own ids, at `policy, …`. None of it is an error
 * of form, so all are warnings.
 */
export function tokenNotices(token: ApprovalToken): Finding[] {
  const notices: Finding[] = [];
  if (token.timestamp === null) {
    notices.push({
      id: 'approval.no-timestamp',
      outcome: 'warn',
      where: 'timestamp',
      message: 'the token has no timestamp: an approval of it never expires and can be used again and again',
      reference: 'SKA.md 4.1',
    });
  }
  if (token.keyLabel === '') {
    notices.push({
      id: 'approval.no-key-label',
      outcome: 'warn',
      where: 'key label',
      message: 'the key label is empty: an approval of it is bound to no key',
      reference: 'SKA.md 5.3',
    });
  }
  if (token.operation === 'block' || token.operation === 'unblock') {
    notices.push({
      id: 'approval.operation-inferred',
      outcome: 'warn',
      where: 'operation',
      message: `the code of \`${token.operation}\` follows from the order of the vendor's names and was never seen in a real token`,
      reference: 'SKA.md 5.4',
    });
  }
  for (const [where, text] of textsOf(token)) {
    if (!isTreacherous(text)) continue;
    const message = `\`${displayName(text)}\` has characters that cannot be seen or that change how a line shows: it may be shown as something else`;
    notices.push({ id: 'approval.treacherous-text', outcome: 'warn', where, message, reference: 'SKA.md 5.3' });
  }
  const malformed = token.operation === 'use' && token.payload !== null ? malformedCertificate(token.payload) : null;
  if (malformed !== null) {
    notices.push({
      id: 'approval.payload-malformed-certificate',
      outcome: 'warn',
      where: 'payload',
      message: `the payload looks like ${malformed.what}, and cannot be read strictly (${malformed.why}): do not sign`,
      reference: 'RFC 5280 4.1; RFC 2986 4.1',
    });
  }
  if (token.policy !== null) notices.push(...policyNotices(token.policy));
  return notices;
}

function policyNotices(policy: Policy): Finding[] {
  return checkPolicy(policy)
    .findings.filter(({ outcome }) => outcome === 'fail')
    .map((finding) => ({
      ...finding,
      outcome: 'warn',
      where: finding.where === 'policy' ? 'policy' : `policy, ${finding.where}`,
      message: `the new policy: ${finding.message}`,
    }));
}

type Texts = (readonly [where: string, text: string])[];

/** Every text in a token, by its place. */
function textsOf({ keyLabel, timestamp, policy }: ApprovalToken): Texts {
  const texts: Texts = [['key label', keyLabel]];
  if (timestamp !== null) texts.push(['timestamp, key label', timestamp.keyLabel]);
  if (policy !== null) texts.push(...policyTexts(policy));
  return texts;
}

function policyTexts(policy: Policy): Texts {
  const texts: Texts = [];
  const add = (where: string, { name }: { readonly name: string | null }): void => {
    if (name !== null) texts.push([`policy, ${where}.name`, name]);
  };
  for (const rule of RULE_NAMES) {
    policy.rules[rule]?.tokens?.forEach((token, i) => {
      const where = `${rule}.tokens[${i}]`;
      add(where, token);
      token.groups?.forEach((group, j) => {
        add(`${where}.groups[${j}]`, group);
        group.approvers.forEach((approver, k) => {
          add(`${where}.groups[${j}].approvers[${k}]`, approver);
        });
      });
    });
  }
  return texts;
}
