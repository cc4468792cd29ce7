import { CryptoError, type KeyWeakness, keyWeaknesses, type PublicKey, parsePublicKey } from '@quorate/crypto';
import type { Finding } from '@quorate/report';
import { isTreacherous } from '@quorate/syntax';
import { displayName } from './display.ts';
import type { Approver } from './policy.ts';
import { certificateName } from './resolve.ts';
import { approverName, keyWords } from './words.ts';

const WEAKNESSES: Readonly<Record<KeyWeakness, string>> = {
  'rsa-below-2048': 'its RSA modulus has less than 2048 bits',
  'rsa-exponent-below-65537': 'its RSA exponent is below 65537',
  'dsa-below-2048': 'its DSA parameters have less than 2048 and 224 bits',
};

/** Key types that the published port of the server finds in a policy (SKA.md 2.2). */
const SERVER_TYPES: readonly PublicKey['type'][] = ['rsa', 'ec', 'dsa', 'bls12-381'];
/** Key types for which it can put an approval together. */
const SERVER_APPROVAL_TYPES: readonly PublicKey['type'][] = ['rsa', 'ec', 'dsa'];

/** What there is to say of one approver. */
export function checkApprover(approver: Approver, where: string): Finding[] {
  return [...checkName(approver, where), ...checkKey(approver, where)];
}

function checkName(approver: Approver, where: string): Finding[] {
  const common = approver.type === 'certificate' ? certificateName(approver) : null;
  const name = approver.name ?? common;
  const warn = (message: string): Finding[] => [
    { id: 'policy.name', outcome: 'warn', where, message, reference: 'SKA.md 2.2' },
  ];
  if (name !== null && isTreacherous(name)) {
    return warn(`the name \`${approverName(approver)}\` has characters that can make it look like another`);
  }
  if (approver.type !== 'certificate') return [];
  if (name === null) return warn('the certificate has no common name to go by: the server may refuse it');
  if (name === common) return [];
  return warn(`the name \`${displayName(name)}\` is not that of the certificate: the HSM may show either`);
}

function checkKey(approver: Approver, where: string): Finding[] {
  if (approver.type === 'onboarded_approver_certificate') return [];
  const who = `the key of \`${approverName(approver)}\``;
  const warn = (id: string, message: string, reference: string): Finding => ({
    id,
    outcome: 'warn',
    where,
    message,
    actual: keyWords(approver),
    reference,
  });
  const key = parsed(approver.publicKey);
  if (key === null) {
    return [warn('policy.key', `${who} is of a kind or size that Quorate does not verify with`, 'SKA.md 2.2')];
  }
  const findings = keyWeaknesses(key).map((weakness) =>
    warn('policy.key.weak', `${who} is weak: ${WEAKNESSES[weakness]}`, 'NIST SP 800-57 part 1, 5.6.1'),
  );
  if (!SERVER_TYPES.includes(key.type)) {
    findings.push(warn('policy.key.server', `${who} is of a kind that servers were seen to refuse`, 'SKA.md 2.2'));
  } else if (!SERVER_APPROVAL_TYPES.includes(key.type)) {
    const message = `${who} is of a kind whose approvals servers were seen to refuse`;
    findings.push(warn('policy.key.server', message, 'SKA.md 2.2'));
  }
  return findings;
}

function parsed(publicKey: Uint8Array): PublicKey | null {
  try {
    return parsePublicKey(publicKey);
  } catch (cause) {
    if (cause instanceof CryptoError) return null;
    throw cause;
  }
}
