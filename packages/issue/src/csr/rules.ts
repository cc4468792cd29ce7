import type { KeyUsage } from '@quorate/x509';
import type { DistinguishedName } from '../name/name-types.ts';
import type { NameConstraintsProfile } from '../profile-extensions.ts';

/**
 * What becomes of something that a request may ask for. `allow`: taken if it is asked for, else what the profile has.
 * `require`: must be asked for, and be what the profile has, if it has something. `override`: what the profile has, whatever
 * is asked for. `refuse`: asking for it is an error.
 */
export type CarryRule = 'allow' | 'require' | 'override' | 'refuse';

export const carryRules: readonly CarryRule[] = ['allow', 'require', 'override', 'refuse'];

/** A rule; where it takes from the request, perhaps with bounds in place of what the profile has. */
export type Carry<W> = CarryRule | { readonly rule: 'allow' | 'require'; readonly within: W };

/** A rule about what only the issuer can say: it is never taken from a request. */
export type NeverCarried = 'override' | 'refuse';

/**
 * What a certificate takes over from a certification request, beside the key. What is asked for and not named here is left
 * out and reported, or refused.
 *
 * Without bounds `allow` takes what the rest of this package takes, but: keyCertSign, cRLSign, anyExtendedKeyUsage and
 * OCSPSigning only if the profile has them; basicConstraints never beyond the profile's.
 */
export interface CsrRules {
  /** `within`: the attributes that it must begin with (RFC 5280, 7.1). A profile's `from-request` is `allow`. */
  readonly subject?: Carry<DistinguishedName>;
  readonly basicConstraints?: CarryRule;
  /** `within`: the usages that may be asked for. */
  readonly keyUsage?: Carry<readonly KeyUsage[]>;
  /** `within`: the purposes that may be asked for, names or object identifiers. */
  readonly extendedKeyUsage?: Carry<readonly string[]>;
  readonly subjectKeyIdentifier?: CarryRule;
  /**
   * `within`: by the rules of name constraints (RFC 5280, 4.2.1.10): every name in a permitted subtree and in no excluded
   * one. With permitted subtrees names of other types than theirs are outside.
   */
  readonly subjectAltName?: Carry<NameConstraintsProfile>;
  /** `within`: object identifiers, or `anyPolicy`. Qualifiers are the issuer's to say: policies with some are outside. */
  readonly certificatePolicies?: Carry<readonly string[]>;
  /** `within`: numbers of TLS extensions. */
  readonly tlsFeature?: Carry<readonly number[]>;
  readonly issuerAltName?: NeverCarried;
  readonly authorityKeyIdentifier?: NeverCarried;
  readonly nameConstraints?: NeverCarried;
  readonly policyMappings?: NeverCarried;
  readonly policyConstraints?: NeverCarried;
  readonly inhibitAnyPolicy?: NeverCarried;
  readonly crlDistributionPoints?: NeverCarried;
  readonly freshestCrl?: NeverCarried;
  readonly authorityInfoAccess?: NeverCarried;
  readonly subjectInfoAccess?: NeverCarried;
  readonly qcStatements?: NeverCarried;
  readonly ocspNoCheck?: NeverCarried;
  /** Extensions without a member of their own: taken byte for byte, criticality included. Each once. */
  readonly extensions?: readonly { readonly oid: string; readonly rule: CarryRule }[];
  /** What is named nowhere, attributes of the request as well. Default `ignore`. */
  readonly unnamed?: 'ignore' | 'refuse';
}

/** Members of a profile that are never taken from a request, with their object identifiers. */
export const neverCarried: Readonly<Record<string, string>> = {
  authorityKeyIdentifier: '2.5.29.35',
  issuerAltName: '2.5.29.18',
  nameConstraints: '2.5.29.30',
  policyMappings: '2.5.29.33',
  policyConstraints: '2.5.29.36',
  inhibitAnyPolicy: '2.5.29.54',
  crlDistributionPoints: '2.5.29.31',
  freshestCrl: '2.5.29.46',
  authorityInfoAccess: '1.3.6.1.5.5.7.1.1',
  subjectInfoAccess: '1.3.6.1.5.5.7.1.11',
  qcStatements: '1.3.6.1.5.5.7.1.3',
  ocspNoCheck: '1.3.6.1.5.5.7.48.1.5',
};
