import { ApproverReader } from './approver-key.ts';
import { demandName } from './demand.ts';
import { PolicyError } from './error.ts';
import type { CertificateApprover, OnboardedApprover, PublicKeyApprover } from './policy.ts';

/**
 * An approver known by a key.
 *
 * @param publicKey SubjectPublicKeyInfo, DER; the approver must later send it in this form
 * @throws PolicyError `key-invalid`, `name-invalid`
 */
export function publicKeyApprover(publicKey: Uint8Array, name: string | null = null): PublicKeyApprover {
  demandName(name, '');
  return new ApproverReader().publicKey(publicKey, name, 'publicKey');
}

/**
 * An approver known by a certificate, which the approver must later send unchanged. Nothing in the certificate is judged
 * here but that it can be read and has a sound key.
 *
 * @param certificate DER
 * @param name default: the certificate's common name stands for it
 * @throws PolicyError `certificate-invalid`, `key-invalid`, `name-invalid`
 */
export function certificateApprover(certificate: Uint8Array, name: string | null = null): CertificateApprover {
  demandName(name, '');
  return new ApproverReader().certificate(certificate, name, 'certificate');
}

/**
 * An approver whose certificate the server knows under a name.
 *
 * @throws PolicyError `name-missing` when it is empty, `name-invalid`
 */
export function onboardedApprover(name: string): OnboardedApprover {
  if (name === '') throw new PolicyError('name-missing', { path: 'name', expected: 'the onboarded name' });
  demandName(name, '');
  return { type: 'onboarded_approver_certificate', name, identity: null };
}
