import { encodeBase64 } from '@quorate/syntax';
import { PolicyError } from './error.ts';
import { type Approver, type Group, type Policy, RULE_NAMES, type Rule, type Token } from './policy.ts';

/**
 * A policy as an attestation shows it: the element `policy` in the layout of the published ones, one tab deep, without a
 * line end (SKA.md 6.2). A rule without tokens, and names that are absent, were never published; they are written as
 * an element without children and by leaving the attribute out.
 *
 * For people and for comparing; an HSM's signature covers its own bytes, never these.
 *
 * @param policy resolved: null rules, `tokens: null` and `groups: null` are refused
 * @throws PolicyError `unresolved`, `key-status-missing`, `approver-not-encodable`, `name-invalid`
 */
export function writePolicyXml(policy: Policy): string {
  if (policy.blocked === null) {
    throw new PolicyError('key-status-missing', { path: 'blocked', expected: 'true or false' });
  }
  const status = lines(2, 'key_status', '', [`\t\t\t<blocked>${policy.blocked}</blocked>`]);
  const rules = RULE_NAMES.map((name) => ruleXml(policy.rules[name], name));
  return lines(1, 'policy', '', [status, ...rules]).slice(1);
}

function ruleXml(rule: Rule, name: string): string {
  if (rule === null || rule.tokens === null) throw unresolved(name, 'tokens');
  const tokens = rule.tokens.map((token, i) => tokenXml(token, `${name}.tokens[${i}]`));
  return lines(2, `rule_${name}`, '', tokens);
}

function tokenXml(token: Token, path: string): string {
  if (token.groups === null) throw unresolved(path, 'groups');
  const groups = token.groups.map((group, i) => groupXml(group, `${path}.groups[${i}]`));
  return lines(3, 'token', nameXml(token.name, path), [
    `\t\t\t\t<timelock>${token.timelock}</timelock>`,
    `\t\t\t\t<timeout>${token.timeout}</timeout>`,
    ...groups,
  ]);
}

function groupXml(group: Group, path: string): string {
  const approvers = group.approvers.map((approver, i) => approverXml(approver, `${path}.approvers[${i}]`));
  return lines(4, 'group', nameXml(group.name, path), [`\t\t\t\t\t<quorum>${group.quorum}</quorum>`, ...approvers]);
}

function approverXml(approver: Approver, path: string): string {
  if (approver.type === 'onboarded_approver_certificate') {
    throw new PolicyError('approver-not-encodable', {
      path,
      expected: 'a key or a certificate, which the server puts in place of an onboarded name',
      actual: 'an onboarded approver',
    });
  }
  const value = approver.type === 'public_key' ? approver.publicKey : approver.certificate;
  const name = nameXml(approver.name, path);
  return `\t\t\t\t\t<approval type="${approver.type}"${name}>${encodeBase64(value)}</approval>`;
}

function lines(depth: number, name: string, attributes: string, inside: readonly string[]): string {
  const tabs = '\t'.repeat(depth);
  return [`${tabs}<${name}${attributes}>`, ...inside, `${tabs}</${name}>`].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

function nameXml(name: string | null, path: string): string {
  if (name === null) return '';
  // What XML 1.0 cannot write at all (section 2.2), even by reference.
  if (/[^\t\n\r\u{20}-\u{d7ff}\u{e000}-\u{fffd}\u{10000}-\u{10ffff}]/u.test(name)) {
    throw new PolicyError('name-invalid', { path: `${path}.name`, expected: 'characters that XML can carry' });
  }
  const text = name
    .replace(/[&<>"']/g, (character) => ESCAPES[character] as string)
    .replace(/[\t\n\r]/g, (character) => `&#${character.charCodeAt(0)};`);
  return ` name="${text}"`;
}

function unresolved(path: string, what: string): PolicyError {
  return new PolicyError('unresolved', {
    path,
    expected: `a list of ${what}, as \`resolvePolicy\` makes it`,
    actual: 'null',
  });
}
