import type { Finding } from '@quorate/report';
import type { Attestation } from './attestation.ts';
import type { KeyAttributeName } from './key-attributes.ts';

/** What a CA key should state, and why (SKA.md 6.5). */
const WANTED: readonly (readonly [KeyAttributeName, boolean, string])[] = [
  ['sign', true, 'the key cannot sign'],
  ['decrypt', false, 'the key can also decrypt: a signing key should do one thing'],
  ['unwrap', false, 'the key can also unwrap keys: a signing key should do one thing'],
  ['derive', false, 'other keys can be derived from this one'],
  ['extractable', false, 'the private key can leave the HSM'],
  ['never_extractable', true, 'the private key could once leave the HSM'],
  ['sensitive', true, 'the private key can be read in the clear'],
  ['always_sensitive', true, 'the private key could once be read in the clear'],
  ['copyable', false, 'copies of the key can be kept outside, with the policy it had then'],
  ['unique', true, 'the HSM does not state that there is one copy only'],
];

/**
 * What a careful reader should notice in an attestation of a CA key: each departure from SKA.md 6.5 as a warning.
 * Whether a departure matters depends on what the key is for.
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
  for (const { path } of attestation.unknown) {
    notice('attestation.unknown-element', path, 'this version does not know this element: it was not read');
  }
  return notices;
}
