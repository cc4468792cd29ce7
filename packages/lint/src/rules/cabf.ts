import type { Rule } from '../rule.ts';
import { cabfCaCommonName } from './cabf/cabf-ca-common-name.ts';
import { cabfCaCountryName } from './cabf/cabf-ca-country-name.ts';
import { cabfCaKeyUsageBits } from './cabf/cabf-ca-key-usage-bits.ts';
import { cabfCaKeyUsageCritical } from './cabf/cabf-ca-key-usage-critical.ts';
import { cabfCaOrganizationName } from './cabf/cabf-ca-organization-name.ts';
import { cabfCommonNameInAltName } from './cabf/cabf-common-name-in-alt-name.ts';
import { cabfDnsNameNoUnderscore } from './cabf/cabf-dns-name-no-underscore.ts';
import { cabfEcCurve } from './cabf/cabf-ec-curve.ts';
import { cabfRootNoExtendedKeyUsage } from './cabf/cabf-root-no-extended-key-usage.ts';
import { cabfRootNoPathLen } from './cabf/cabf-root-no-path-len.ts';
import { cabfRsaExponent } from './cabf/cabf-rsa-exponent.ts';
import { cabfRsaModulusOdd } from './cabf/cabf-rsa-modulus-odd.ts';
import { cabfSignatureNotSha1 } from './cabf/cabf-signature-not-sha1.ts';
import { cabfSubCaCrlDistributionPoints } from './cabf/cabf-sub-ca-crl-distribution-points.ts';
import { cabfSubCaInfoAccessNotCritical } from './cabf/cabf-sub-ca-info-access-not-critical.ts';
import { cabfSubCaPolicies } from './cabf/cabf-sub-ca-policies.ts';
import { cabfSubscriberAltName } from './cabf/cabf-subscriber-alt-name.ts';
import { cabfSubscriberExtendedKeyUsage } from './cabf/cabf-subscriber-extended-key-usage.ts';
import { cabfSubscriberExtendedKeyUsageNotCritical } from './cabf/cabf-subscriber-extended-key-usage-not-critical.ts';
import { cabfSubscriberKeyUsage } from './cabf/cabf-subscriber-key-usage.ts';
import { cabfSubscriberNoOrganizationalUnit } from './cabf/cabf-subscriber-no-organizational-unit.ts';
import { cabfSubscriberNotCa } from './cabf/cabf-subscriber-not-ca.ts';
import { cabfSubscriberPolicies } from './cabf/cabf-subscriber-policies.ts';
import { cabfSubscriberPurposes } from './cabf/cabf-subscriber-purposes.ts';
import { cabfValidity47Days } from './cabf/cabf-validity-47-days.ts';
import { cabfValidity100Days } from './cabf/cabf-validity-100-days.ts';
import { cabfValidity200Days } from './cabf/cabf-validity-200-days.ts';
import { cabfValidity398Days } from './cabf/cabf-validity-398-days.ts';
import { cabfValidity825Days } from './cabf/cabf-validity-825-days.ts';

/** About the Baseline Requirements of the CA/Browser Forum. */
export const cabfRules: readonly Rule[] = [
  cabfCaCommonName,
  cabfCaCountryName,
  cabfCaOrganizationName,
  cabfCaKeyUsageCritical,
  cabfCaKeyUsageBits,
  cabfRootNoExtendedKeyUsage,
  cabfRootNoPathLen,
  cabfSubCaPolicies,
  cabfSubCaCrlDistributionPoints,
  cabfSubCaInfoAccessNotCritical,
  cabfSubscriberExtendedKeyUsage,
  cabfSubscriberExtendedKeyUsageNotCritical,
  cabfSubscriberPurposes,
  cabfSubscriberKeyUsage,
  cabfSubscriberNotCa,
  cabfSubscriberPolicies,
  cabfSubscriberAltName,
  cabfCommonNameInAltName,
  cabfSubscriberNoOrganizationalUnit,
  cabfDnsNameNoUnderscore,
  cabfValidity825Days,
  cabfValidity398Days,
  cabfValidity200Days,
  cabfValidity100Days,
  cabfValidity47Days,
  cabfSignatureNotSha1,
  cabfRsaExponent,
  cabfRsaModulusOdd,
  cabfEcCurve,
];
