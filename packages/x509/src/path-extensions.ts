import { contextConstructed, contextPrimitive, type DerReader, Tag } from '@quorate/der';
import { X509Error } from './error.ts';
import type { Extension } from './extension.ts';
import { type GeneralName, readConstraintBase } from './general-name.ts';
import { isNext, readList, readValue } from './value.ts';

/** Far above any path: the RFC names no bound, and this fits into 32 bits everywhere. */
const MAX_COUNT: number = 2 ** 31 - 1;

/** basicConstraints (RFC 5280, 4.2.1.9). */
export interface BasicConstraints {
  readonly critical: boolean;
  readonly ca: boolean;
  /** pathLenConstraint, 0 to 2^31 - 1. That it stands with `ca` alone is not checked here. */
  readonly pathLen: number | null;
}

export function readBasicConstraints({ critical, value }: Extension): BasicConstraints {
  return readValue(value, (reader) => {
    const fields = reader.sequence();
    const offset = fields.offset;
    const ca = isNext(fields, Tag.BOOLEAN) ? fields.boolean() : null;
    if (ca === false) throw new X509Error('malformed', { offset });
    const pathLen = isNext(fields, Tag.INTEGER) ? fields.smallInteger(0, MAX_COUNT) : null;
    fields.finish();
    return { critical, ca: ca ?? false, pathLen };
  });
}

/** One name space of name constraints. Its minimum is 0 and it has no maximum: others are refused. */
export interface GeneralSubtree {
  /** An iPAddress here is an address and a contiguous mask: 8 or 32 octets. */
  readonly base: GeneralName;
}

/** nameConstraints (RFC 5280, 4.2.1.10); a list that is left out is empty, and one of the two is not. */
export interface NameConstraints {
  readonly critical: boolean;
  readonly permitted: readonly GeneralSubtree[];
  readonly excluded: readonly GeneralSubtree[];
}

export function readNameConstraints({ critical, value }: Extension): NameConstraints {
  return readValue(value, (reader) => {
    const fields = reader.sequence();
    if (fields.offset === fields.end) throw new X509Error('empty', { offset: fields.offset });
    const permitted = readSubtrees(fields, contextConstructed(0));
    const excluded = readSubtrees(fields, contextConstructed(1));
    fields.finish();
    return { critical, permitted, excluded };
  });
}

function readSubtrees(fields: DerReader, tag: number): GeneralSubtree[] {
  return isNext(fields, tag) ? readList(fields, readSubtree, tag) : [];
}

function readSubtree(list: DerReader): GeneralSubtree {
  const fields = list.sequence();
  const base = readConstraintBase(fields);
  if (isNext(fields, contextPrimitive(0)) || isNext(fields, contextPrimitive(1))) {
    throw new X509Error('distance-invalid', { offset: fields.offset });
  }
  fields.finish();
  return { base };
}

/** policyConstraints (RFC 5280, 4.2.1.11): numbers of certificates, 0 to 2^31 - 1; one of the two is there. */
export interface PolicyConstraints {
  readonly critical: boolean;
  readonly requireExplicitPolicy: number | null;
  readonly inhibitPolicyMapping: number | null;
}

export function readPolicyConstraints({ critical, value }: Extension): PolicyConstraints {
  return readValue(value, (reader) => {
    const fields = reader.sequence();
    if (fields.offset === fields.end) throw new X509Error('empty', { offset: fields.offset });
    const requireExplicitPolicy = readSkipCerts(fields, contextPrimitive(0));
    const inhibitPolicyMapping = readSkipCerts(fields, contextPrimitive(1));
    fields.finish();
    return { critical, requireExplicitPolicy, inhibitPolicyMapping };
  });
}

function readSkipCerts(fields: DerReader, tag: number): number | null {
  return isNext(fields, tag) ? fields.smallInteger(0, MAX_COUNT, tag) : null;
}

/** inhibitAnyPolicy (RFC 5280, 4.2.1.14). */
export interface InhibitAnyPolicy {
  readonly critical: boolean;
  /** A number of certificates, 0 to 2^31 - 1. */
  readonly skipCerts: number;
}

export function readInhibitAnyPolicy({ critical, value }: Extension): InhibitAnyPolicy {
  return { critical, skipCerts: readValue(value, (reader) => reader.smallInteger(0, MAX_COUNT)) };
}
