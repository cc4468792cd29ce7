import type { JsonValue } from '@quorate/syntax';
import { writeCsrRules } from './csr-rules.ts';
import type { LintSelection } from './lint-selection.ts';
import type { CertificateProfile } from './profile.ts';
import { textOfTime } from './profile-json/dates.ts';
import { writeAttributes } from './profile-json/names.ts';
import { writeAlgorithm } from './profile-json/signature-algorithm.ts';
import type { ProfileJson } from './profile-json/types.ts';
import { writeExtensions } from './profile-json/write-extensions.ts';
import type { ReadProfileOptions } from './read-profile.ts';
import { serialNumberValue } from './serial-number.ts';

/**
 * A profile as JSON, whole: presets and durations are resolved, so that it says the same whatever presets become. Of what
 * has a default and is not there nothing is written. `readProfile` reads it as the same profile; the same profile gives the
 * same JSON, members in one order.
 *
 * @throws IssueError `time-invalid`, `serial-number-invalid`, `algorithm-unsupported` for what has no form in JSON
 */
export function writeProfile(profile: CertificateProfile, options: ReadProfileOptions = {}): JsonValue {
  const { note, subject, serialNumber: serial, quorum, lint, allow, csr } = profile;
  const json: ProfileJson = {
    ...(note === undefined ? {} : { note }),
    subject: subject === 'from-request' ? subject : writeAttributes(subject),
    notBefore: textOfTime(profile.notBefore, 'notBefore'),
    notAfter: textOfTime(profile.notAfter, 'notAfter'),
    serialNumber: serial === 'random' ? serial : `0x${serialNumberValue(serial, 'serialNumber').toString(16)}`,
    signatureAlgorithm: writeAlgorithm(profile.signatureAlgorithm, options),
    basicConstraints: profile.basicConstraints && { ...profile.basicConstraints },
    keyUsage: profile.keyUsage && [...profile.keyUsage],
    ...writeExtensions(profile),
    ...(quorum === undefined ? {} : { quorum }),
    ...(lint === undefined ? {} : { lint: lintJson(lint) }),
    ...(allow === undefined ? {} : { allow: allow.map(({ code, because }) => ({ code, because })) }),
    ...(csr === undefined ? {} : { csr: writeCsrRules(csr) }),
  };
  return json as unknown as JsonValue;
}

function lintJson({ sets, include, exclude }: LintSelection): NonNullable<ProfileJson['lint']> {
  return {
    ...(sets === undefined ? {} : { sets: [...sets] }),
    ...(include === undefined ? {} : { include: [...include] }),
    ...(exclude === undefined ? {} : { exclude: exclude.map(({ rule, because }) => ({ rule, because })) }),
  };
}
