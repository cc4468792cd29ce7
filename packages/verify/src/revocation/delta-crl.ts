import { sameBytes } from '@quorate/der';
import type { HeldCrl } from './held-crl.ts';

const AUTHORITY_KEY_IDENTIFIER = '2.5.29.35';
const ISSUING_DISTRIBUTION_POINT = '2.5.29.28';

/** Whether a CRL lists changes alone (RFC 5280, 5.2.4). */
export function isDelta({ extensions }: HeldCrl): boolean {
  return extensions.deltaCrlIndicator !== null;
}

/**
 * Whether a delta CRL may be combined with a complete one (RFC 5280, 5.2.4 and 6.3.3 (c)): the same issuer, scope and
 * key identifier, a complete CRL at least as new as the base that the delta starts from, and a delta newer than it.
 */
export function isDeltaOf(delta: HeldCrl, complete: HeldCrl): boolean {
  const base = delta.extensions.deltaCrlIndicator?.number;
  const number = delta.extensions.crlNumber?.number;
  const from = complete.extensions.crlNumber?.number;
  if (base === undefined || number === undefined || from === undefined) return false;
  return (
    base <= from &&
    from < number &&
    delta.issuerKey === complete.issuerKey &&
    sameExtension(delta, complete, ISSUING_DISTRIBUTION_POINT) &&
    sameExtension(delta, complete, AUTHORITY_KEY_IDENTIFIER)
  );
}

/** Whether two CRLs of one issuer have the same scope: the same issuingDistributionPoint, or both none. */
export function sameScope(a: HeldCrl, b: HeldCrl): boolean {
  return a.issuerKey === b.issuerKey && sameExtension(a, b, ISSUING_DISTRIBUTION_POINT);
}

function sameExtension(a: HeldCrl, b: HeldCrl, oid: string): boolean {
  const left = a.list.extensions.find((extension) => extension.oid === oid);
  const right = b.list.extensions.find((extension) => extension.oid === oid);
  if (left === undefined || right === undefined) return left === right;
  return sameBytes(left.value, right.value);
}
