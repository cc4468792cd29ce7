import { Base64Error, decodeBase64, joinPath, readShape, ShapeError } from '@quorate/syntax';
import {
  type CheckAction,
  check,
  type GenericSchema,
  type InferOutput,
  type LooseObjectSchema,
  looseObject,
  type ObjectEntries,
  pipe,
  type SchemaWithPipe,
  type UnknownSchema,
  unknown,
} from 'valibot';
import { TsbError } from './error.ts';

/** A member that a body has and that is not known here. */
export interface UnknownMember {
  /** For instance `signRequest.newOption`. */
  readonly path: string;
  readonly value: unknown;
}

type RecordSchema<E extends ObjectEntries> = SchemaWithPipe<
  readonly [UnknownSchema, CheckAction<unknown, 'an object'>, LooseObjectSchema<E, undefined>]
>;

/** The shape of an object with these members; others are let through, see {@link unknownMembers}. A list is none. */
export function record<const E extends ObjectEntries>(entries: E): RecordSchema<E> {
  return pipe(
    unknown(),
    check((input) => !Array.isArray(input), 'an object'),
    looseObject(entries),
  );
}

/**
 * A value of this shape.
 *
 * @throws TsbError `body-invalid`
 */
export function readMembers<const S extends GenericSchema>(schema: S, value: unknown, path: string): InferOutput<S> {
  try {
    return readShape(schema, value, path);
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const { expected, actual } = cause;
    throw new TsbError('body-invalid', { path: cause.path, expected, actual, cause });
  }
}

/** The members of a value that its shape does not name, at any depth that the shape reaches, in their order. */
export function unknownMembers(schema: GenericSchema, value: unknown, path: string): UnknownMember[] {
  const found: UnknownMember[] = [];
  collect(schema as SchemaParts, value, path, found);
  return found;
}

/** What the walk needs to know of a schema: valibot's containers carry their parts under these names. */
interface SchemaParts {
  readonly pipe?: readonly SchemaParts[];
  readonly entries?: Readonly<Record<string, SchemaParts>>;
  readonly item?: SchemaParts;
  readonly wrapped?: SchemaParts;
}

function collect(schema: SchemaParts, value: unknown, path: string, found: UnknownMember[]): void {
  if (typeof value !== 'object' || value === null) return;
  const { pipe: steps, entries, item, wrapped } = schema;
  if (steps !== undefined) for (const step of steps) collect(step, value, path, found);
  else if (wrapped !== undefined) collect(wrapped, value, path, found);
  else if (item !== undefined && Array.isArray(value)) {
    value.forEach((element, i) => {
      collect(item, element, joinPath(path, i), found);
    });
  } else if (entries !== undefined && !Array.isArray(value)) {
    for (const [name, member] of Object.entries(value)) {
      const known = Object.hasOwn(entries, name) ? entries[name] : undefined;
      if (known === undefined) found.push({ path: joinPath(path, name), value: member });
      else collect(known, member, joinPath(path, name), found);
    }
  }
}

/**
 * The bytes of a base64 member.
 *
 * @throws TsbError `base64-invalid`
 */
export function readBytes(text: string, path: string): Uint8Array {
  try {
    return decodeBase64(text);
  } catch (cause) {
    if (!(cause instanceof Base64Error)) throw cause;
    throw new TsbError('base64-invalid', { path, expected: 'base64', actual: 'other text', cause });
  }
}

/** The bytes of a base64 member that may be absent or null. */
export function optionalBytes(text: string | null | undefined, path: string): Uint8Array | null {
  return typeof text === 'string' ? readBytes(text, path) : null;
}
