import { bytesOf, type DerReader, type DerTime, Tag } from '@quorate/der';
import { X509Error } from './error.ts';
import { type Extension, readExtensionList } from './extension.ts';
import { isNext } from './value.ts';

/** An entry of a CRL (RFC 5280, 5.1.2.6). Byte fields are views of the CRL. */
export interface RevokedCertificate {
  /** The whole entry. */
  readonly bytes: Uint8Array;
  /** userCertificate: content octets of the INTEGER, two's complement. */
  readonly serialNumber: Uint8Array;
  readonly revocationDate: DerTime;
  /** crlEntryExtensions; none when they are absent. See `crlEntryExtensions`. */
  readonly extensions: readonly Extension[];
}

/** RFC 5280 has three. A low bound, since an input of 16 MiB may have many such lists. */
const MAX_ENTRY_EXTENSIONS = 32;

/** Reads the next element, an entry. */
export function readRevokedCertificate(list: DerReader, version: 1 | 2): RevokedCertificate {
  const element = list.element(Tag.SEQUENCE);
  const fields = list.inside(element);
  const serialNumber = fields.integerBytes();
  const revocationDate = fields.time();
  if (version === 1 && isNext(fields, Tag.SEQUENCE)) throw new X509Error('version-invalid', { offset: fields.offset });
  const extensions = fields.offset < fields.end ? readExtensionList(fields.sequence(), MAX_ENTRY_EXTENSIONS) : [];
  fields.finish();
  return { bytes: bytesOf(element), serialNumber, revocationDate, extensions };
}
