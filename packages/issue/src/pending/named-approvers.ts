import { sameBytes } from '@quorate/der';
import { type Approver, approvalIdentity, displayName, type Policy, type Rule } from '@quorate/policy';
import { commonNameOf, parseCertificate } from '@quorate/x509';

/** An approver whom the rule `use` of a policy names. */
export interface NamedApprover {
  /** Fit for the eyes. */
  readonly name: string;
  /** Keys and certificates in the form in which the policy has them. Empty for onboarded approvers. */
  readonly forms: readonly Uint8Array[];
}

/** The approvers whom the rule `use` names, by identity; one who is named twice has the first name. */
export function namedApprovers(
  policy: Policy | null,
  onboarded: ReadonlyMap<string, Uint8Array>,
): ReadonlyMap<string, NamedApprover> {
  const found = new Map<string, NamedApprover>();
  const call = namesOf(policy?.rules.use ?? null);
  for (const approver of approversOf(policy)) {
    const identity = identityOf(approver, onboarded);
    if (identity === null) continue;
    const known = found.get(identity);
    const forms = [...(known?.forms ?? []), ...formOf(approver)];
    found.set(identity, { name: known?.name ?? call(approver), forms });
  }
  return found;
}

/**
 * What the approvers of a rule are called, fit for the eyes and apart: of several keys with one name each has the beginning
 * of its identity behind it.
 */
export function namesOf(rule: Rule): (approver: Approver) => string {
  const keys = new Map<string, Set<string>>();
  for (const approver of approversIn(rule)) {
    const name = nameOf(approver);
    keys.set(name, (keys.get(name) ?? new Set()).add(approver.identity ?? ''));
  }
  return (approver) => {
    const name = nameOf(approver);
    const alone = (keys.get(name)?.size ?? 0) < 2;
    return alone ? name : `${name} (${approver.identity === null ? 'onboarded' : keyName(approver.identity)})`;
  };
}

/** Every approver in the rule `use`, in its order. */
export function approversOf(policy: Policy | null): readonly Approver[] {
  return approversIn(policy?.rules.use ?? null);
}

function approversIn(rule: Rule): readonly Approver[] {
  const tokens = rule?.tokens ?? [];
  return tokens.flatMap((token) => (token.groups ?? []).flatMap((group) => group.approvers));
}

/** What an approver is called, fit for the eyes: the name in the policy, the certificate's, or the beginning of the key's identity. */
function nameOf(approver: Approver): string {
  const given = approver.name ?? (approver.type === 'certificate' ? commonName(approver.certificate) : null);
  if (given !== null && given !== '') return displayName(given);
  return approver.identity === null ? '(unnamed)' : keyName(approver.identity);
}

/** A key without a name, for the eyes. */
export function keyName(identity: string): string {
  return `key ${identity.slice(0, 16)}`;
}

/** Whether the policy names the approver by these very bytes, as the HSM may ask (SKA.md 2.2). */
export function inNamedForm({ forms }: NamedApprover, credential: Uint8Array): boolean {
  return forms.length === 0 || forms.some((form) => sameBytes(form, credential));
}

function identityOf(approver: Approver, onboarded: ReadonlyMap<string, Uint8Array>): string | null {
  if (approver.type !== 'onboarded_approver_certificate') return approver.identity;
  const key = onboarded.get(approver.name);
  return key === undefined ? null : approvalIdentity(key, approver.name);
}

function formOf(approver: Approver): readonly Uint8Array[] {
  switch (approver.type) {
    case 'public_key':
      return [approver.publicKey];
    case 'certificate':
      return [approver.certificate];
    case 'onboarded_approver_certificate':
      return [];
  }
}

function commonName(certificate: Uint8Array): string | null {
  return commonNameOf(parseCertificate(certificate).subject);
}
