import type { CertificateExtensions } from '@quorate/x509';

/** What an extension says, in DER and in the words of the strict reader. */
export interface ExtensionContent {
  /** The content of extnValue. */
  readonly value: Uint8Array;
  /** What reading it must give, but for `critical`; every member given must be the same there. */
  readonly meant: object;
}

/** An extension that is about to be written. */
export interface PlannedExtension extends ExtensionContent {
  /** Its member in a profile, with an index where that is a list. */
  readonly path: string;
  readonly oid: string;
  readonly critical: boolean;
  /** How it is read again: a member of what `certificateExtensions` gives, or a reader of its own. */
  readonly read: Exclude<keyof CertificateExtensions, 'other'> | ((value: Uint8Array) => object);
}
