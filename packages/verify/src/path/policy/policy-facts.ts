import type { CertificateExtensions } from '@quorate/x509';
import type { AnchorPolicies } from './policy-settings.ts';

/** What processing reads of a certificate; `null` where it does not have the extension. */
export interface PolicyFacts
  extends Pick<
    CertificateExtensions,
    'certificatePolicies' | 'policyMappings' | 'policyConstraints' | 'inhibitAnyPolicy'
  > {
  /** Whether subject and issuer are the same name (RFC 5280, 6.1). */
  readonly selfIssued: boolean;
}

/** What `PolicyProcessing` takes beside the settings. */
export interface PolicyProcessingOptions {
  /** The anchor's own extensions, where they are to be applied (RFC 5937). Default `null`: they are not. */
  readonly anchor?: AnchorPolicies | null;
  /**
   * Asked before each step whether there is budget for so many policies and mappings read. Default: a path may spend
   * {@link MAX_POLICY_STEPS}.
   */
  readonly spend?: (steps: number) => boolean;
}

/**
 * Policies and mappings that one path may have read and matched. RFC 9618 names no number; ten lists as long as the x509
 * room reads fit into it, and the longest path of NIST's suite needs some dozens.
 */
export const MAX_POLICY_STEPS: number = 100_000;
