import { readShape, ShapeError } from '@quorate/syntax';
import { readCsrRules } from './csr-rules.ts';
import { IssueError } from './error.ts';
import { presets } from './presets.ts';
import type { CertificateProfile } from './profile.ts';
import { endOf, timeOf } from './profile-json/dates.ts';
import { demandKnownMembers } from './profile-json/known-members.ts';
import { readExtensions } from './profile-json/read-extensions.ts';
import { profileShape } from './profile-json/shape.ts';
import { type MoreAlgorithms, readAlgorithm } from './profile-json/signature-algorithm.ts';
import type { ProfileJson } from './profile-json/types.ts';

export type ReadProfileOptions = MoreAlgorithms;

/**
 * A profile from parsed JSON, or YAML that was parsed into the values of JSON. Strict: an unknown member is an error that
 * names the nearest known one. The preset is resolved: what the profile has takes the place of what the preset has, member
 * by member, and `null` takes it away. Only the form is checked here; what the profile asks for is judged when a TBS is
 * built from it.
 *
 * @param value from `parseJson`, which refuses duplicate members
 * @throws IssueError `profile-malformed`, with the path
 */
export function readProfile(value: unknown, options: ReadProfileOptions = {}): CertificateProfile {
  demandKnownMembers(profileShape, value);
  const own = shapeOf(value);
  const json: ProfileJson = { ...(own.extends === undefined ? {} : presets[own.extends]), ...own };
  const { subject, serialNumber: serial, quorum, lint, allow, csr } = json;
  const notBefore = timeOf(json.notBefore, 'notBefore');
  return {
    ...(json.note === undefined ? {} : { note: json.note }),
    subject,
    notBefore,
    notAfter: endOf(json.notAfter, notBefore, 'notAfter'),
    serialNumber: serial === 'random' ? serial : BigInt(serial),
    signatureAlgorithm: readAlgorithm(json.signatureAlgorithm, options),
    basicConstraints: required(json.basicConstraints, 'basicConstraints'),
    keyUsage: required(json.keyUsage, 'keyUsage'),
    ...readExtensions(json),
    ...(quorum === undefined || quorum === null ? {} : { quorum }),
    ...(lint === undefined || lint === null ? {} : { lint }),
    ...(allow === undefined || allow === null ? {} : { allow }),
    ...(csr === undefined || csr === null ? {} : { csr: readCsrRules(csr, 'csr') }),
  };
}

function shapeOf(value: unknown): ProfileJson {
  try {
    return readShape(profileShape, value);
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const { path, expected, actual } = cause;
    throw new IssueError('profile-malformed', { path, expected, actual, cause });
  }
}

/** Whether there is such an extension must be said: by the profile or by its preset. */
function required<T>(value: T | undefined, path: string): T {
  if (value !== undefined) return value;
  const expected = 'what it shall be, null for none, or a preset (`extends`) that says so';
  throw new IssueError('profile-malformed', { path, expected, actual: 'nothing' });
}
