import type { ByteRange, Finding, FindingObject } from '@quorate/report';

/** A finding whose outcome is not yet decided: what broke something, where, and what to do about it. */
export type Fault = Omit<Finding, 'outcome'>;

/** The finding of a fault with this outcome. */
export function faultFinding(fault: Fault, outcome: 'fail' | 'warn' | 'not-checked'): Finding {
  const { id, ...rest } = fault;
  return { id, outcome, ...rest };
}

/** Where a view stands in the bytes that it is a view of. */
export function rangeOf(whole: Uint8Array, part: Uint8Array): ByteRange {
  const start = part.byteOffset - whole.byteOffset;
  return { start, end: start + part.length };
}

/** The object of a finding. */
export function findingObject(kind: string, name: string, sha256: string): FindingObject {
  return { kind, name, sha256 };
}
