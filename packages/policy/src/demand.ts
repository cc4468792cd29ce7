import { encodeUtf8, isTreacherous, joinPath, TLV_MAX_VALUE } from '@quorate/syntax';
import { PolicyError } from './error.ts';
import { approverKey, distinctApprovers } from './meaning.ts';
import type { Group, Rule, Token } from './policy.ts';
import { demandSize, ruleSize } from './tlv-size.ts';

const SECONDS_PER_MINUTE = 60;
const MAX_SECONDS: number = 0xffff_ffff * SECONDS_PER_MINUTE;

/** Demands of a rule all that a builder promises; errors name the place below `path`. */
export function demandRule(rule: Rule, path: string): void {
  rule?.tokens?.forEach((token, i) => {
    demandToken(token, `${joinPath(path, 'tokens')}[${i}]`);
  });
  demandSize(ruleSize(rule), path);
}

/** Demands of a token a sound name, times that every form can carry, a window that opens, and sound groups. */
export function demandToken(token: Token, path: string): void {
  demandName(token.name, path);
  demandTime(token.timelock, joinPath(path, 'timelock'));
  demandTime(token.timeout, joinPath(path, 'timeout'));
  if (token.timeout > 0 && token.timelock > token.timeout) {
    throw new PolicyError('window-inverted', {
      path: joinPath(path, 'timelock'),
      expected: `at most the timeout, ${token.timeout} s`,
      actual: `${token.timelock} s`,
    });
  }
  token.groups?.forEach((group, i) => {
    demandGroup(group, `${joinPath(path, 'groups')}[${i}]`);
  });
}

/** Demands of a group a quorum from 1 to the number of its approvers, none of whom is there twice. */
export function demandGroup(group: Group, path: string): void {
  demandName(group.name, path);
  const place = joinPath(path, 'quorum');
  if (!Number.isSafeInteger(group.quorum) || group.quorum < 1) {
    throw new PolicyError('quorum-invalid', { path: place, expected: 'an integer from 1', actual: `${group.quorum}` });
  }
  const seen = new Map<string, string>();
  group.approvers.forEach((approver, i) => {
    const at = `${joinPath(path, 'approvers')}[${i}]`;
    demandName(approver.name, at);
    const key = approverKey(approver);
    const first = seen.get(key);
    if (first !== undefined) {
      throw new PolicyError('duplicate-key', { path: at, expected: 'another key', actual: `that of \`${first}\`` });
    }
    seen.set(key, at);
  });
  if (group.quorum > distinctApprovers(group)) {
    const expected = `at most ${group.approvers.length}, the number of approvers`;
    throw new PolicyError('quorum-unreachable', { path: place, expected, actual: `${group.quorum}` });
  }
}

/** Demands a name that shows as what it is and fits. */
export function demandName(name: string | null, path: string): void {
  if (name === null) return;
  const place = joinPath(path, 'name');
  if (isTreacherous(name)) {
    const expected = 'no control characters, no invisible marks and none that change the direction of text';
    throw new PolicyError('name-invalid', { path: place, expected });
  }
  const bytes = encodeUtf8(name).length;
  if (bytes > TLV_MAX_VALUE) {
    throw new PolicyError('name-invalid', { path: place, actual: `${bytes} bytes`, limit: TLV_MAX_VALUE });
  }
}

function demandTime(seconds: number, path: string): void {
  if (!Number.isSafeInteger(seconds) || seconds < 0) {
    throw new PolicyError('time-invalid', { path, expected: 'an integer from 0, in seconds', actual: `${seconds}` });
  }
  if (seconds % SECONDS_PER_MINUTE !== 0) {
    throw new PolicyError('time-not-whole-minutes', { path, expected: 'a multiple of 60 s', actual: `${seconds} s` });
  }
  if (seconds > MAX_SECONDS) {
    throw new PolicyError('number-too-large', { path, actual: `${seconds} s`, limit: MAX_SECONDS });
  }
}
