import { joinPath } from '@quorate/syntax';
import { type GenericSchema, type InferOutput, type ObjectEntries, unknown } from 'valibot';
import { type BodyKind, demandKind } from './body-kind.ts';
import { type RequestSignature, type RequestSignatureJson, readRequestSignature, requestSignature } from './members.ts';
import { readMembers, record, type UnknownMember, unknownMembers } from './shape.ts';

/** What every request on a key has around its own members. */
export interface RequestEnvelope {
  /** `asynchronous`: in a wrapper, for the broker. `synchronous`: the members alone, as the certificate endpoints take it. */
  readonly form: 'asynchronous' | 'synchronous';
  readonly requestSignature: RequestSignature | null;
  /** Members that are not known here. The server refuses what it does not know (SKA.md 3.0). */
  readonly unknown: readonly UnknownMember[];
}

/** The members of a request, what is around them, and where they stand. */
export interface OpenedRequest<T> extends RequestEnvelope {
  readonly members: T;
  readonly path: string;
}

/**
 * Takes a request out of its wrapper; one without a wrapper is taken as the synchronous form.
 *
 * @throws TsbError `body-other`, `body-invalid`, `base64-invalid`
 */
export function openRequest<const S extends GenericSchema>(
  kind: BodyKind,
  shape: S,
  value: unknown,
): OpenedRequest<InferOutput<S>> {
  demandKind(value, kind, '');
  const wrapped = typeof value === 'object' && value !== null && Object.hasOwn(value, kind);
  if (!wrapped) {
    const members = readMembers(shape, value, '');
    return {
      form: 'synchronous',
      requestSignature: null,
      unknown: unknownMembers(shape, value, ''),
      members,
      path: '',
    };
  }
  const entries: ObjectEntries = { [kind]: unknown(), requestSignature };
  const outer = record(entries);
  const around = readMembers(outer, value, '');
  const inner = around[kind];
  const members = readMembers(shape, inner, kind);
  return {
    form: 'asynchronous',
    requestSignature: readRequestSignature(around['requestSignature'] as RequestSignatureJson | null | undefined),
    unknown: [...unknownMembers(outer, value, ''), ...unknownMembers(shape, inner, kind)],
    members,
    path: kind,
  };
}

/** The place of a member of an opened request. */
export function placeIn(opened: { readonly path: string }, member: string): string {
  return joinPath(opened.path, member);
}
