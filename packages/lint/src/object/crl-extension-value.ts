import {
  type CertificateListExtensions,
  type CrlEntryExtensions,
  certificateListExtensions,
  crlEntryExtensions,
  X509Error,
} from '@quorate/x509';
import { LintError } from '../error.ts';
import { extensionOf, extensionOid } from './extension-value.ts';
import type { LintCrl, RawRevoked } from './lint-crl.ts';
import type { RawExtension } from './raw-extension.ts';

/** The extensions that CRLs alone have, as `certificateListExtensions` names their values. */
interface ListValues {
  readonly cRLNumber: 'crlNumber';
  readonly deltaCRLIndicator: 'deltaCrlIndicator';
  readonly issuingDistributionPoint: 'issuingDistributionPoint';
}

const LIST_VALUES: ListValues = {
  cRLNumber: 'crlNumber',
  deltaCRLIndicator: 'deltaCrlIndicator',
  issuingDistributionPoint: 'issuingDistributionPoint',
};

/**
 * The value of the first extension of this name in a CRL by the strict reader, or `null` when there is none. For those that
 * certificates have too, see `extensionValue`.
 *
 * @throws LintError when the value is not what RFC 5280, 5.2 makes of it
 */
export function crlExtensionValue<N extends keyof ListValues>(
  crl: LintCrl,
  name: N,
): CertificateListExtensions[ListValues[N]] {
  const extension = extensionOf(crl, name);
  return extension === null
    ? null
    : read(name, () => certificateListExtensions({ extensions: [extension] })[LIST_VALUES[name]]);
}

/** The extensions of an entry that this room reads. */
export type EntryExtensionName = 'reasonCode' | 'invalidityDate' | 'certificateIssuer';

/** The first extension of this name in an entry, or `null`. */
export function entryExtensionOf(entry: RawRevoked, name: EntryExtensionName): RawExtension | null {
  return entry.extensions?.find(({ oid }) => oid === extensionOid[name]) ?? null;
}

/**
 * The value of the first extension of this name in an entry by the strict reader, or `null` when there is none.
 *
 * @throws LintError when the value is not what RFC 5280, 5.3 makes of it
 */
export function entryExtensionValue<N extends EntryExtensionName>(entry: RawRevoked, name: N): CrlEntryExtensions[N] {
  const extension = entryExtensionOf(entry, name);
  return extension === null ? null : read(name, () => crlEntryExtensions({ extensions: [extension] })[name]);
}

function read<T>(name: string, value: () => T): T {
  try {
    return value();
  } catch (cause) {
    if (!(cause instanceof X509Error)) throw cause;
    throw new LintError('unreadable', { field: `extensions.${name}`, cause });
  }
}
