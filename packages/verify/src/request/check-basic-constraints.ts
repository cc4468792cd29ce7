import type { CertificateExtensions } from '@quorate/x509';
import type { CertificateRequest } from './certificate-request.ts';
import { criticalityRemarks } from './criticality.ts';
import type { RequestFinding } from './difference.ts';
import { type Check, differs, findingOf, type Remark } from './finding.ts';

type BasicConstraints = CertificateExtensions['basicConstraints'];

/**
 * Judges whether the subject is a CA as asked. Where a CA was asked for, the extension must be there, say CA, and be
 * critical (RFC 5280, 4.2.1.9). Where none was asked for, a CA is a failure, also when nobody spoke of it: that power
 * must be asked for. Whether it is critical where there is no CA is only judged when the request says so.
 *
 * @param critical what the request says of it, if anything
 */
export function checkBasicConstraints(
  check: Check,
  actual: BasicConstraints,
  requested: CertificateRequest['ca'],
  critical: boolean | undefined,
): RequestFinding {
  const remarks: Remark[] = [];
  const isCa = actual?.ca ?? false;
  if (isCa && requested !== true) remarks.push(differs('extra', 'cA', 'extra: a CA, which nobody asked for'));
  if (!isCa && requested === true) {
    const message = actual === null ? 'missing: a CA was asked for' : 'not a CA: a CA was asked for';
    remarks.push(differs('missing', 'cA', message));
  }
  if (isCa && actual?.critical === false) {
    remarks.push(differs('criticality', 'basicConstraints', 'criticality: not critical, as a CA demands'));
  } else remarks.push(...criticalityRemarks('basicConstraints', actual, critical));
  return findingOf(check, remarks, isCa ? 'a CA as asked, critical' : 'not a CA, as asked', {
    expected: requested === true ? 'critical, cA TRUE' : 'absent, or cA FALSE',
    actual:
      actual === null ? 'absent' : `${actual.critical ? 'critical' : 'not critical'}, cA ${isCa ? 'TRUE' : 'FALSE'}`,
  });
}

/**
 * Judges the path length. One that was asked for must be there. One that nobody asked for is a warning, and so is a CA
 * without one when none was asked for: it may have CAs below it without end. None may stand where there is no CA.
 */
export function checkPathLength(check: Check, actual: BasicConstraints, requested: number | null): RequestFinding {
  const remarks: Remark[] = [];
  const isCa = actual?.ca ?? false;
  const pathLen = actual?.pathLen ?? null;
  if (pathLen !== null && !isCa) remarks.push({ outcome: 'fail', message: 'a path length where there is no CA' });
  if (requested !== null && pathLen !== requested) {
    remarks.push(lengthRemark(pathLen, requested));
  } else if (requested === null && pathLen !== null) {
    remarks.push(differs('extra', 'pathLenConstraint', 'extra: a path length that nobody asked for', 'warn'));
  } else if (isCa && pathLen === null) {
    remarks.push({ outcome: 'warn', message: 'none was asked for and none is there: CAs may follow without end' });
  }
  const text = (length: number | null): string => (length === null ? 'absent' : `${length}`);
  return findingOf(check, remarks, requested === null ? 'absent, as asked' : 'the path length asked for', {
    expected: requested === null ? 'nothing in particular' : text(requested),
    actual: text(pathLen),
  });
}

function lengthRemark(actual: number | null, requested: number): Remark {
  const item = 'pathLenConstraint';
  if (actual === null) return differs('missing', item, 'missing: CAs may follow without end');
  const kind = actual > requested ? 'weaker' : 'stronger';
  return differs(kind, item, `${kind}: another length than the one asked for`);
}
