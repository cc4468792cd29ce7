import { DerError } from '@quorate/der';
import { X509Error } from '@quorate/x509';
import { type RequestReport, requestReportOf } from './difference.ts';
import { type Check, finding } from './finding.ts';

/** Why bytes could not be read, and at which of them that was seen. */
export type Malformed = { readonly why: string; readonly offset: number };

/** What is read, or why it cannot be. */
export function readOr<T extends object>(read: () => T): T | Malformed {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof X509Error || cause instanceof DerError) return { why: cause.message, offset: cause.offset };
    throw cause;
  }
}

export function isMalformed(reading: object): reading is Malformed {
  return 'why' in reading;
}

/** The report on bytes that cannot be read: one failure, at the byte where reading ended. */
export function malformed(check: Check, what: string, bytes: Uint8Array, { why, offset }: Malformed): RequestReport {
  const start = Math.min(offset, bytes.length);
  const range = { start, end: Math.min(start + 1, bytes.length) };
  return requestReportOf([finding({ ...check, bytes: range }, 'fail', `${what}: ${why}`)]);
}
