import { encodeTlv, encodeTlvContainer, encodeTlvLevel, encodeTlvU32, encodeUtf8 } from '@quorate/syntax';
import { PolicyError } from './error.ts';
import { type Approver, type Group, type Policy, RULE_NAMES, type Rule, type Token } from './policy.ts';
import { Element, type PolicyTlvOptions, RULE_ELEMENTS } from './tlv-elements.ts';
import { demandSize, policySize, ruleSize } from './tlv-size.ts';

const MAX_U32 = 0xffff_ffff;
const SECONDS_PER_MINUTE = 60;

/**
 * A policy in the binary form: the value of element 0x1058 with its length word, at most 65,535 bytes (SKA.md 5.2). The
 * key status is no part of it.
 *
 * @param policy resolved (see `resolvePolicy`), times in whole minutes, approvers known by key
 * @throws PolicyError `unresolved`, `time-not-whole-minutes`, `time-invalid`, `quorum-invalid`, `number-too-large`,
 *   `name-invalid`, `size-exceeded`, `approver-not-encodable`, `certificate-element-unknown`
 */
export function writePolicyTlv(policy: Policy, options: PolicyTlvOptions = {}): Uint8Array {
  for (const name of RULE_NAMES) demandSize(ruleSize(policy.rules[name]), name);
  demandSize(policySize(policy), '');
  const rules = RULE_NAMES.map((name) =>
    encodeTlvContainer(RULE_ELEMENTS[name], ...ruleElements(policy.rules[name], name, options)),
  );
  return encodeTlvLevel(...rules);
}

/**
 * One rule in the binary form, with its length word, at most 65,535 bytes: the value of a rule element, or what PKCS#11
 * calls a serialized policy (SKA.md 5.2).
 *
 * @throws PolicyError as {@link writePolicyTlv}
 */
export function writeRuleTlv(rule: Rule, options: PolicyTlvOptions = {}): Uint8Array {
  demandSize(ruleSize(rule), '');
  return encodeTlvLevel(...ruleElements(rule, '', options));
}

function ruleElements(rule: Rule, path: string, options: PolicyTlvOptions): Uint8Array[] {
  if (rule === null || rule.tokens === null) throw unresolved(path, 'tokens');
  const place = path === '' ? 'tokens' : `${path}.tokens`;
  const tokens = rule.tokens.flatMap((token, i) => tokenElements(token, `${place}[${i}]`, options));
  return [encodeTlvU32(Element.TOKEN_COUNT, rule.tokens.length), ...tokens];
}

function tokenElements(token: Token, path: string, options: PolicyTlvOptions): Uint8Array[] {
  if (token.groups === null) throw unresolved(path, 'groups');
  const groups = token.groups.flatMap((group, i) => groupElements(group, `${path}.groups[${i}]`, options));
  return [
    ...nameElement(token.name, path),
    encodeTlvU32(Element.TIME, minutes(token.timelock, `${path}.timelock`)),
    encodeTlvU32(Element.TIME, minutes(token.timeout, `${path}.timeout`)),
    encodeTlvU32(Element.GROUP_COUNT, token.groups.length),
    ...groups,
  ];
}

function groupElements(group: Group, path: string, options: PolicyTlvOptions): Uint8Array[] {
  const place = `${path}.quorum`;
  if (!Number.isSafeInteger(group.quorum) || group.quorum < 0) {
    throw new PolicyError('quorum-invalid', { path: place, expected: 'an integer from 0', actual: `${group.quorum}` });
  }
  const approvers = group.approvers.flatMap((it, i) => approverElements(it, `${path}.approvers[${i}]`, options));
  return [
    ...nameElement(group.name, path),
    encodeTlvU32(Element.QUORUM, demandU32(group.quorum, place)),
    encodeTlvU32(Element.APPROVER_COUNT, group.approvers.length),
    ...approvers,
  ];
}

function approverElements(approver: Approver, path: string, options: PolicyTlvOptions): Uint8Array[] {
  const name = nameElement(approver.name, path);
  switch (approver.type) {
    case 'public_key':
      return [...name, encodeTlv(Element.PUBLIC_KEY, approver.publicKey)];
    case 'certificate':
      if (options.certificateElement === 'guessed') {
        return [...name, encodeTlv(Element.CERTIFICATE_GUESSED, approver.certificate)];
      }
      throw new PolicyError('certificate-element-unknown', {
        path,
        expected: 'a public key: the element of certificates is not published, 0x1053 is a guess',
        actual: 'a certificate',
      });
    case 'onboarded_approver_certificate':
      throw new PolicyError('approver-not-encodable', {
        path,
        expected: 'a key or a certificate, which the server puts in place of an onboarded name',
        actual: 'an onboarded approver',
      });
  }
}

function nameElement(name: string | null, path: string): Uint8Array[] {
  if (name === null) return [];
  if (/\p{Surrogate}/u.test(name)) {
    throw new PolicyError('name-invalid', { path: `${path}.name`, expected: 'text without unpaired surrogates' });
  }
  return [encodeTlv(Element.NAME, encodeUtf8(name))];
}

function minutes(seconds: number, path: string): number {
  if (!Number.isSafeInteger(seconds) || seconds < 0) {
    throw new PolicyError('time-invalid', { path, expected: 'an integer from 0, in seconds', actual: `${seconds}` });
  }
  if (seconds % SECONDS_PER_MINUTE !== 0) {
    throw new PolicyError('time-not-whole-minutes', { path, expected: 'a multiple of 60 s', actual: `${seconds} s` });
  }
  return demandU32(seconds / SECONDS_PER_MINUTE, path);
}

function demandU32(value: number, path: string): number {
  if (value > MAX_U32) throw new PolicyError('number-too-large', { path, actual: `${value}`, limit: MAX_U32 });
  return value;
}

function unresolved(path: string, what: string): PolicyError {
  return new PolicyError('unresolved', {
    path,
    expected: `a list of ${what}, as \`resolvePolicy\` makes it`,
    actual: 'null',
  });
}
