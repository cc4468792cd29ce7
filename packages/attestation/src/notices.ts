import { checkPolicy, type Policy } from '@quorate/policy';
import type { Finding } from '@quorate/report';
import type { Attestation } from './attestation.ts';
import type { KeyAttributeName } from './key-attributes.ts';

/** What a CA key should state, and why (SKA.md 6.5), in the order in which an HSM writes it. */
const WANTED: readonly (readonly [KeyAttributeName, boolean, string])[] = [
  ['decrypt', false, 'the key can also decrypt: a signing key should do one thing'],
  ['sign', true, 'the key cannot sign'],
  ['unwrap', false, 'the key can also unwrap keys: a signing key should do one thing'],
  ['derive', false, 'other keys can be derived from this one'],
  ['sensitive', true, 'the private key can be read in the clear'],
  ['always_sensitive', true, 'the private key could once be read in the clear'],
  ['extractable', false, 'the private key can leave the HSM'],
  ['never_extractable', true, 'the private key could once leave the HSM'],
  ['modifiable', false, 'attributes of the key can still be changed, though only to stricter ones'],
  ['copyable', false, 'copies of the key can be kept outside, with the policy it had then'],
  ['destroyable', false, 'the key can be destroyed'],
  ['unique', true, 'the HSM does not state that there is one copy only'],
];

/**
 * What a careful reader should notice in an attestation of a CA key: each departure from SKA.md 6.5 as a warning, but
 * for what needs more than the attestation: the public key in the certificate, the present. What `checkPolicy` of the
 * policy room fails in the attested policy (everybody may use the key, a quorum that cannot be met) is a warning too,
 * under its own id, at `policy, …`; what it only warns of is left to it. Whether a departure matters depends on what
 * the key is for.
 */
export function attestationNotices(attestation: Attestation): Finding[] {
  const notices: Finding[] = [];
  const notice = (id: string, where: string, message: string, expected?: string, actual?: string): void => {
    const facts = expected === undefined || actual === undefined ? {} : { expected, actual };
    notices.push({ id, outcome: 'warn', where, message, ...facts, reference: 'SKA.md 6.5' });
  };
  if (attestation.creation === 'imported') {
    const derived = attestation.external ? ', or it was derived from another key' : '';
    notice('attestation.creation', 'creation', `the key was brought into the HSM${derived}`, 'generated', 'imported');
  }
  if (attestation.external) {
    notice('attestation.storage', 'storage', 'the key is kept outside the HSM: an older copy has its older policy');
  }
  for (const [name, wanted, message] of WANTED) {
    const actual = attestation.attributes[name];
    if (actual === wanted) continue;
    const said = actual === null ? 'not stated' : String(actual);
    notice(
      'attestation.attribute',
      name,
      actual === null ? `\`${name}\` is not stated` : message,
      String(wanted),
      said,
    );
  }
  if (attestation.policy === null) {
    notice('attestation.no-policy', 'policy', 'the key has no policy: whoever reaches the HSM may use it');
  }
  if (attestation.policy?.blocked === true) notice('attestation.blocked', 'policy', 'the key is blocked');
  if (attestation.policy !== null) notices.push(...policyNotices(attestation.policy));
  for (const { path } of attestation.unknown) {
    notice('attestation.unknown-element', path, 'this version does not know this element: it was not read');
  }
  return notices;
}

/** What is wrong with the policy: a fact about the key and no fault of the attestation, hence warnings. */
function policyNotices(policy: Policy): Finding[] {
  const { findings } = checkPolicy(policy);
  return findings
    .filter(({ outcome }) => outcome === 'fail')
    .map((finding) => ({
      ...finding,
      outcome: 'warn',
      where: finding.where === 'policy' ? 'policy' : `policy, ${finding.where}`,
    }));
}
