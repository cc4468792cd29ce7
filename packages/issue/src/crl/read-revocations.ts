import { readShape, ShapeError } from '@quorate/syntax';
import type { CrlReason } from '@quorate/x509';
import {
  array,
  exactOptional,
  type GenericSchema,
  maxLength,
  metadata,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  union,
} from 'valibot';
import { IssueError } from '../error.ts';
import type { DistinguishedName } from '../name/name-types.ts';
import { BYTES, bytesOfText } from '../profile-json/bytes-text.ts';
import { TIME, timeOf } from '../profile-json/dates.ts';
import { demandKnownMembers } from '../profile-json/known-members.ts';
import { nameShape, textOf } from '../profile-json/shape-parts.ts';
import type { DroppedRevocation, Revocation } from './crl-profile.ts';
import { revocationReasons } from './entry.ts';

/** What a CRL lists, and what it leaves out of the one before. */
export interface Revocations {
  readonly revoked: readonly Revocation[];
  readonly dropped: readonly DroppedRevocation[];
}

/** The same in JSON. */
export interface RevocationsJson {
  readonly $schema?: string;
  readonly revoked: readonly RevocationJson[];
  readonly dropped?: readonly DroppedJson[];
}

interface CertificateJson {
  /** Decimal digits, or `0x` and hexadecimal ones; with `-` before them where a certificate has such a number. */
  readonly serialNumber: string;
  /** A name as profiles have it, or its DER as `hex:…` or `base64:…`. */
  readonly certificateIssuer?: DistinguishedName | string;
}

interface RevocationJson extends CertificateJson {
  /** ISO 8601 with a zone, to the second; so all times. */
  readonly revocationDate: string;
  readonly reason?: CrlReason;
  readonly invalidityDate?: string;
}

interface DroppedJson extends CertificateJson {
  readonly notAfter?: string;
}

const MAX_ITEMS = 400_000;
const NUMBER = /^-?(?:0[xX][0-9a-fA-F]{1,80}|[0-9]{1,80})$/;

const timeText = (description: string) =>
  pipe(string(), regex(TIME, 'a time to the second, such as `2026-01-31T00:00:00Z`'), metadata({ description }));
const certificate = {
  serialNumber: pipe(
    string(),
    regex(NUMBER, 'decimal digits, or `0x` and hexadecimal ones'),
    metadata({ description: 'As in the certificate: decimal digits, or `0x` and hexadecimal ones.' }),
  ),
  certificateIssuer: exactOptional(
    pipe(
      union([nameShape, pipe(string(), regex(BYTES, '`hex:` and hexadecimal digits, or `base64:` and base64'))]),
      metadata({ description: 'Of an indirect CRL, if it is not its own issuer: a name, or its DER.' }),
    ),
  ),
};

/** The shape of a list of revocations in JSON. */
export const revocationsShape: GenericSchema<unknown, RevocationsJson> = strictObject({
  $schema: exactOptional(textOf('For editors; not looked at.')),
  revoked: pipe(
    array(
      strictObject({
        ...certificate,
        revocationDate: timeText('Not after thisUpdate; ISO 8601 with a zone.'),
        reason: exactOptional(
          pipe(picklist(revocationReasons), metadata({ description: 'removeFromCRL in a delta CRL alone.' })),
        ),
        invalidityDate: exactOptional(timeText('When the key was lost, as far as is known.')),
      }),
    ),
    maxLength(MAX_ITEMS, `at most ${MAX_ITEMS}`),
    metadata({ description: 'What the CRL lists, in any order.' }),
  ),
  dropped: exactOptional(
    pipe(
      array(
        strictObject({
          ...certificate,
          notAfter: exactOptional(timeText('Of the certificate; without it, it was on hold and is not any more.')),
        }),
      ),
      maxLength(MAX_ITEMS, `at most ${MAX_ITEMS}`),
      metadata({ description: 'What the CRL before lists and this one does not.' }),
    ),
  ),
});

/**
 * A list of revocations from parsed JSON: `revoked`, and `dropped` for certificates that the CRL before lists and this one
 * does not. Strict: an unknown member is an error that names the nearest known one.
 *
 * @throws IssueError `revocations-malformed`, with the path
 */
export function readRevocations(value: unknown): Revocations {
  return guard(() => {
    demandKnownMembers(revocationsShape, value);
    const { revoked, dropped = [] } = readShape(revocationsShape, value);
    return {
      revoked: revoked.map((item, i) => {
        const { revocationDate, reason, invalidityDate } = item;
        const path = `revoked[${i}]`;
        return {
          ...certificateOf(item, path),
          revocationDate: timeOf(revocationDate, `${path}.revocationDate`),
          ...(reason === undefined ? {} : { reason }),
          ...(invalidityDate === undefined ? {} : { invalidityDate: timeOf(invalidityDate, `${path}.invalidityDate`) }),
        };
      }),
      dropped: dropped.map((item, i) => {
        const path = `dropped[${i}]`;
        const { notAfter } = item;
        return {
          ...certificateOf(item, path),
          ...(notAfter === undefined ? {} : { notAfter: timeOf(notAfter, `${path}.notAfter`) }),
        };
      }),
    };
  });
}

function certificateOf(
  { serialNumber: digits, certificateIssuer: by }: CertificateJson,
  path: string,
): Pick<Revocation, 'serialNumber' | 'certificateIssuer'> {
  const serialNumber = digits.startsWith('-') ? -BigInt(digits.slice(1)) : BigInt(digits);
  if (by === undefined) return { serialNumber };
  const certificateIssuer = typeof by === 'string' ? bytesOfText(by, `${path}.certificateIssuer`) : by;
  return { serialNumber, certificateIssuer };
}

function guard<T>(read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof ShapeError || (cause instanceof IssueError && cause.code === 'profile-malformed')) {
      const { path, expected, actual } = cause;
      const facts = { path, cause, ...(expected === undefined ? {} : { expected }) };
      throw new IssueError('revocations-malformed', actual === undefined ? facts : { ...facts, actual });
    }
    throw cause;
  }
}
