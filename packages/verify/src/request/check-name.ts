import { type Name, parseName, X509Error } from '@quorate/x509';
import { displayName } from '../display-name.ts';
import type { RequestedName } from './certificate-request.ts';
import { attributeRemarks, exactNameRemarks } from './compare-names.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, differs, findingOf, type Remark } from './finding.ts';
import { requestedNameText } from './requested-name-text.ts';

/**
 * Judges a name against the one asked for. `exact` means byte for byte. `attributes` means these and no others, in any
 * order, one in each relative distinguished name, the text exactly the same: the server joins them with commas and
 * without escapes (SKA.md 3.3), and what it made of a comma shows here.
 */
export function checkName(check: Check, actual: Name, requested: RequestedName): RequestFinding {
  const exact = requested.type === 'exact' ? readName(requested.bytes) : null;
  const compared = { expected: requestedNameText(requested, exact), actual: displayName(actual) };
  return findingOf(check, nameRemarks(actual, requested, exact), 'the name asked for', compared);
}

/** What `checkName` says, for a finding that says more. */
export function requestedNameRemarks(actual: Name, requested: RequestedName): Remark[] {
  return nameRemarks(actual, requested, requested.type === 'exact' ? readName(requested.bytes) : null);
}

function nameRemarks(actual: Name, requested: RequestedName, exact: Name | null): Remark[] {
  if (requested.type === 'attributes') return attributeRemarks(actual, requested.attributes);
  if (exact !== null) return exactNameRemarks(actual, exact);
  return [differs('other', 'Name', 'another name than the bytes asked for, which are none')];
}

function readName(bytes: Uint8Array): Name | null {
  try {
    return parseName(bytes);
  } catch (cause) {
    if (cause instanceof X509Error) return null;
    throw cause;
  }
}
