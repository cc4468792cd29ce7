import { commonNameOf, parseCertificate, X509Error } from '@quorate/x509';
import type { Approver, CertificateApprover, Policy, Rule, Token } from './policy.ts';

/**
 * What the broker hands to the HSM when it is given this policy (SKA.md 2.2, 2.3): for a null rule one empty token, so
 * that everybody may do it; for `tokens: null` no tokens, so that nobody may; for `groups: null` no groups. A certificate
 * approver without a name gets the certificate's common name. Onboarded approvers stay: only the server knows their
 * certificates.
 *
 * A resolved policy can be written in every form and compared with what the HSM attests; resolving it again changes
 * nothing.
 */
export function resolvePolicy(policy: Policy): Policy {
  const { use, block, unblock, modify } = policy.rules;
  return {
    rules: {
      use: resolveRule(use),
      block: resolveRule(block),
      unblock: resolveRule(unblock),
      modify: resolveRule(modify),
    },
    blocked: policy.blocked,
  };
}

function resolveRule(rule: Rule): { readonly tokens: readonly Token[] } {
  if (rule === null) return { tokens: [{ name: null, timelock: 0, timeout: 0, groups: [] }] };
  return { tokens: (rule.tokens ?? []).map(resolveToken) };
}

function resolveToken(token: Token): Token {
  const groups = token.groups ?? [];
  return { ...token, groups: groups.map((group) => ({ ...group, approvers: group.approvers.map(resolveApprover) })) };
}

function resolveApprover(approver: Approver): Approver {
  if (approver.type !== 'certificate' || approver.name !== null) return approver;
  return { ...approver, name: certificateName(approver) };
}

/** The common name in an approver's certificate, or `null` when it has none (SKA.md 2.2: then the server may refuse it). */
export function certificateName(approver: CertificateApprover): string | null {
  try {
    return commonNameOf(parseCertificate(approver.certificate).subject);
  } catch (cause) {
    if (cause instanceof X509Error) return null;
    throw cause;
  }
}
