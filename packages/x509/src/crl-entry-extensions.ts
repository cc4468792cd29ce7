import { type DerTime, Tag, timeValue } from '@quorate/der';
import { type CrlReason, crlReasonName, MAX_REASON_CODE } from './crl-reason.ts';
import { reading } from './error.ts';
import type { Extension } from './extension.ts';
import { extensionName } from './extension-name.ts';
import { type AltName, readAltName } from './name-extensions.ts';
import type { RevokedCertificate } from './revoked-certificate.ts';
import { readValue } from './value.ts';

/** reasonCode (RFC 5280, 5.3.1). */
export interface ReasonCode {
  readonly critical: boolean;
  /** The number as written, 0 to 127. */
  readonly code: number;
  /** Its name, or `null` for a number that RFC 5280 does not have: the certificate is revoked all the same. */
  readonly reason: CrlReason | null;
}

/** invalidityDate (RFC 5280, 5.3.2): a GeneralizedTime. */
export interface InvalidityDate {
  readonly critical: boolean;
  readonly date: DerTime;
}

/** The extensions of an entry of a CRL (RFC 5280, 5.3); `null` where there is none. What they say is not judged. */
export interface CrlEntryExtensions {
  readonly reasonCode: ReasonCode | null;
  readonly invalidityDate: InvalidityDate | null;
  /** certificateIssuer (5.3.3): at least one name. */
  readonly certificateIssuer: AltName | null;
  /** All that are none of these, unread, in their order. */
  readonly other: readonly Extension[];
}

type Draft = { -readonly [field in keyof CrlEntryExtensions]: CrlEntryExtensions[field] };

/**
 * The extensions of an entry of a CRL, or of a SingleResponse of OCSP, which has the same (RFC 6960, 4.4.5), each read to
 * the end.
 *
 * @throws X509Error whose `extension` says which one is malformed
 */
export function crlEntryExtensions(entry: Pick<RevokedCertificate, 'extensions'>): CrlEntryExtensions {
  const other: Extension[] = [];
  const draft: Draft = { reasonCode: null, invalidityDate: null, certificateIssuer: null, other };
  for (const extension of entry.extensions) {
    const name = extensionName(extension.oid);
    const known = reading('certificate list', name, () => readInto(draft, name, extension));
    if (!known) other.push(extension);
  }
  return draft;
}

function readInto(draft: Draft, name: string | null, extension: Extension): boolean {
  switch (name) {
    case 'reasonCode':
      draft.reasonCode = readReasonCode(extension);
      return true;
    case 'invalidityDate':
      draft.invalidityDate = readInvalidityDate(extension);
      return true;
    case 'certificateIssuer':
      draft.certificateIssuer = readAltName(extension);
      return true;
    default:
      return false;
  }
}

function readReasonCode({ critical, value }: Extension): ReasonCode {
  const code = readValue(value, (reader) => reader.smallInteger(0, MAX_REASON_CODE, Tag.ENUMERATED));
  return { critical, code, reason: crlReasonName(code) };
}

function readInvalidityDate({ critical, value }: Extension): InvalidityDate {
  return { critical, date: readValue(value, (reader) => timeValue(reader.element(Tag.GENERALIZED_TIME))) };
}
