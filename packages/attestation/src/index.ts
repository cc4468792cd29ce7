/** What an HSM states about a key: attributes, policy, signature (SKA.md 6). */
export { type Attestation, parseAttestation } from './attestation.ts';
export {
  type VerifiedAttestationChain,
  type VerifyAttestationChainInput,
  verifyAttestationChain,
} from './chain.ts';
export { compareAttestedPolicy } from './compare-policy.ts';
export { AttestationError, type AttestationErrorCode, type AttestationErrorFacts } from './error.ts';
export {
  KEY_ATTRIBUTE_NAMES,
  type KeyAttributeName,
  type KeyAttributes,
  type UnknownElement,
} from './key-attributes.ts';
export { attestationNotices } from './notices.ts';
export { type VerifiedAttestation, type VerifyAttestationInput, verifyAttestation } from './verify.ts';
