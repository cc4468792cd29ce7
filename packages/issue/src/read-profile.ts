import { CryptoError, type SignatureAlgorithm, signatureAlgorithmByName } from '@quorate/crypto';
import { parseIsoTime, readShape, ShapeError } from '@quorate/syntax';
import { keyUsageNames } from '@quorate/x509';
import {
  array,
  boolean,
  exactOptional,
  literal,
  minLength,
  nullable,
  number,
  picklist,
  pipe,
  strictObject,
  string,
  union,
} from 'valibot';
import { IssueError } from './error.ts';
import type { CertificateProfile } from './profile.ts';

const shape = strictObject({
  subject: union([literal('from-request'), array(strictObject({ type: string(), value: string() }))]),
  notBefore: string(),
  notAfter: string(),
  serialNumber: string(),
  signatureAlgorithm: string(),
  basicConstraints: nullable(strictObject({ ca: boolean(), pathLen: exactOptional(number()) })),
  keyUsage: nullable(array(picklist(keyUsageNames))),
  extendedKeyUsage: exactOptional(pipe(array(string()), minLength(1, 'at least one'))),
  subjectAltName: exactOptional(
    pipe(
      array(strictObject({ type: picklist(['dNSName', 'rfc822Name', 'uniformResourceIdentifier']), value: string() })),
      minLength(1, 'at least one'),
    ),
  ),
});

/**
 * A profile from parsed JSON. Times are ISO 8601 with a zone, the serial number is decimal digits or `0x` and
 * hexadecimal ones, the signature algorithm a name of the REST API (SKA.md 3.8). Only the shape is checked here; what the
 * profile asks for is judged when a TBS is built from it. Of alternative names it takes DNS, mail and URI.
 *
 * @throws IssueError `profile-malformed`, with the path
 */
export function readProfile(value: unknown): CertificateProfile {
  const { notBefore, notAfter, serialNumber, signatureAlgorithm, ...rest } = guard('', () => readShape(shape, value));
  return {
    ...rest,
    notBefore: instant(notBefore, 'notBefore'),
    notAfter: instant(notAfter, 'notAfter'),
    serialNumber: serial(serialNumber),
    signatureAlgorithm: guard('signatureAlgorithm', () => signatureAlgorithmByName(signatureAlgorithm)),
  };
}

function instant(text: string, path: string): number {
  const seconds = text.includes('.') ? null : parseIsoTime(text);
  if (seconds !== null) return seconds;
  throw new IssueError('profile-malformed', { path, expected: 'a time to the second, such as `2026-01-31T00:00:00Z`' });
}

function serial(text: string): bigint {
  if (/^(0x[0-9a-f]{1,80}|\d{1,80})$/i.test(text)) return BigInt(text);
  const expected = 'decimal digits, or `0x` and hexadecimal ones';
  throw new IssueError('profile-malformed', { path: 'serialNumber', expected });
}

function guard<T extends SignatureAlgorithm | object>(path: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ShapeError) {
      const { expected, actual } = cause;
      throw new IssueError('profile-malformed', { path: cause.path, expected, actual, cause });
    }
    if (cause instanceof CryptoError) throw new IssueError('profile-malformed', { path, cause });
    throw cause;
  }
}
