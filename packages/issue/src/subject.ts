import type { Name } from '@quorate/x509';
import { IssueError } from './error.ts';
import { demandForeignName, encodeDistinguishedName } from './name/distinguished-name.ts';
import type { CertificateProfile } from './profile.ts';

/** A subject: its Name, and whether that is empty. */
export interface Subject {
  readonly bytes: Uint8Array;
  readonly empty: boolean;
}

/**
 * The subject that a profile asks for.
 *
 * @param requested that of the certification request, `null` without one
 * @throws IssueError `subject-without-request`, `subject-empty`, and the codes of a name
 */
export function subjectOf(profile: CertificateProfile, requested: Name | null): Subject {
  const subject = chosen(profile, requested);
  if (!subject.empty) return subject;
  const path = 'subject';
  const signs = profile.basicConstraints?.ca === true || profile.keyUsage?.includes('cRLSign') === true;
  if (signs) throw new IssueError('subject-empty', { path, expected: 'a name, for a CA or signer of CRLs' });
  if (profile.subjectAltName === undefined) {
    throw new IssueError('subject-empty', { path, expected: 'a name, or a subjectAltName' });
  }
  return subject;
}

function chosen({ subject }: CertificateProfile, requested: Name | null): Subject {
  if (subject !== 'from-request') {
    return { bytes: encodeDistinguishedName(subject, 'subject'), empty: subject.length === 0 };
  }
  if (requested === null) {
    const expected = 'a name: there is no request to take it from';
    throw new IssueError('subject-without-request', { path: 'subject', expected });
  }
  demandForeignName(requested, 'csr.subject');
  return { bytes: requested.bytes, empty: requested.rdns.length === 0 };
}
