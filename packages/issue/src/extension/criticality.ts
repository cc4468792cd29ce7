import { IssueError } from '../error.ts';
import type { ExtensionMembers } from '../profile.ts';
import type { OpenCriticality } from '../profile-extensions.ts';
import { isTimeStamper } from '../purpose-demands.ts';

/** What stands where a profile does not choose: what RFC 5280, 4.2, RFC 7633, RFC 3739 and RFC 6960 recommend. */
const DEFAULTS: Readonly<Record<OpenCriticality, boolean>> = {
  basicConstraints: true,
  keyUsage: true,
  extendedKeyUsage: false,
  subjectAltName: false,
  issuerAltName: false,
  certificatePolicies: false,
  policyMappings: true,
  crlDistributionPoints: false,
  tlsFeature: false,
  qcStatements: false,
  ocspNoCheck: false,
};

/** The extensions of which a profile may choose the criticality. */
export const openCriticality: readonly OpenCriticality[] = Object.keys(DEFAULTS) as OpenCriticality[];

/**
 * Which extensions are critical. basicConstraints of a CA, a subjectAltName that stands for the subject (RFC 5280, 4.2.1.9,
 * 4.2.1.6) and the extKeyUsage of a time-stamping authority (RFC 3161, 2.3) must be; else the profile's choice holds, or the
 * default.
 *
 * @param purposes object identifiers; `null`: no extKeyUsage
 * @throws IssueError `criticality-fixed` for a choice against that, or about an extension that is not in the certificate
 */
export function criticalityOf(
  profile: ExtensionMembers,
  subjectEmpty: boolean,
  purposes: readonly string[] | null,
): (name: OpenCriticality) => boolean {
  const choices = profile.critical ?? {};
  const must: Readonly<Partial<Record<OpenCriticality, boolean>>> = {
    basicConstraints: profile.basicConstraints?.ca === true,
    subjectAltName: subjectEmpty,
    extendedKeyUsage: isTimeStamper(profile, purposes),
  };
  for (const name of Object.keys(choices) as OpenCriticality[]) {
    const path = `critical.${name}`;
    if (!Object.hasOwn(DEFAULTS, name)) {
      throw new IssueError('criticality-fixed', { path, expected: `one of ${openCriticality.join(', ')}` });
    }
    const value = profile[name];
    if (value === undefined || value === null || value === false) {
      throw new IssueError('criticality-fixed', { path, expected: 'an extension that is in the certificate' });
    }
    if (must[name] === true && choices[name] === false) {
      throw new IssueError('criticality-fixed', { path, expected: 'true here', actual: 'false' });
    }
  }
  return (name) => must[name] === true || (choices[name] ?? DEFAULTS[name]);
}
