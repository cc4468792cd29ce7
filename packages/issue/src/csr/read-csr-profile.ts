import { readShape, ShapeError } from '@quorate/syntax';
import { exactOptional, type GenericSchema, metadata, pipe, strictObject } from 'valibot';
import { IssueError } from '../error.ts';
import type { AttributeTypeAndValue } from '../name/name-types.ts';
import { bytesOfText } from '../profile-json/bytes-text.ts';
import { demandKnownMembers } from '../profile-json/known-members.ts';
import { readExtensions } from '../profile-json/read-extensions.ts';
import { presetShape } from '../profile-json/shape.ts';
import { bytesOf, listOf, nameShape, oidShape, textOf } from '../profile-json/shape-parts.ts';
import type { ExtensionsJson } from '../profile-json/types.ts';
import type { CsrProfile } from './csr-profile.ts';

/** What a certification request shall ask for, in JSON. */
export interface CsrProfileJson extends Omit<ExtensionsJson, 'authorityKeyIdentifier'> {
  readonly $schema?: string;
  readonly note?: string;
  readonly subject: readonly AttributeTypeAndValue[];
  readonly attributes?: readonly { readonly type: string; readonly values: readonly string[] }[];
}

const attributeShape = strictObject({ type: oidShape, values: listOf(bytesOf('One element of DER.'), 'Values.') });

/** The extensions of a certificate but for what only the issuer can say. */
const { authorityKeyIdentifier: _issuers, ...extensionShapes } = (
  presetShape as unknown as { readonly entries: Readonly<Record<string, GenericSchema>> }
).entries;

/** The shape of what a certification request shall ask for, in JSON. */
export const csrProfileShape: GenericSchema<unknown, CsrProfileJson> = strictObject({
  $schema: exactOptional(textOf('For editors; not looked at.')),
  note: exactOptional(textOf('For people.')),
  subject: pipe(nameShape, metadata({ description: 'Whom it is for; empty only beside a `subjectAltName`.' })),
  ...extensionShapes,
  attributes: exactOptional(
    pipe(listOf(attributeShape, 'Attributes.'), metadata({ description: 'Beside extensions.' })),
  ),
}) as GenericSchema<unknown, CsrProfileJson>;

/**
 * What a certification request shall ask for, from parsed JSON: `subject`, the extensions as in a certificate's profile,
 * and `attributes`, each with `type` and `values` as `hex:…` or `base64:…`. Strict, as `readProfile`; nothing has a default.
 *
 * @throws IssueError `profile-malformed`, with the path
 */
export function readCsrProfile(value: unknown): CsrProfile {
  demandObject(value);
  demandKnownMembers(csrProfileShape, value);
  const json = shapeOf(csrProfileShape, value);
  const { note, subject, attributes } = json;
  const { basicConstraints, keyUsage } = json;
  const { authorityKeyIdentifier: _, ...read } = readExtensions(json);
  return {
    ...(note === undefined ? {} : { note }),
    subject,
    ...(basicConstraints === undefined ? {} : { basicConstraints }),
    ...(keyUsage === undefined ? {} : { keyUsage }),
    ...read,
    ...(attributes === undefined
      ? {}
      : {
          attributes: attributes.map(({ type, values }, i) => ({
            type,
            values: values.map((text, k) => bytesOfText(text, `attributes[${i}].values[${k}]`)),
          })),
        }),
  };
}

function demandObject(value: unknown): void {
  if (Object.prototype.toString.call(value) !== '[object Object]') {
    throw new IssueError('profile-malformed', { path: '', expected: 'an object', actual: 'something else' });
  }
  if (!Object.hasOwn(value as object, 'authorityKeyIdentifier')) return;
  const expected = 'no such member: the issuer says it';
  throw new IssueError('profile-malformed', { path: 'authorityKeyIdentifier', expected });
}

function shapeOf<T>(shape: GenericSchema<unknown, T>, value: unknown): T {
  try {
    return readShape(shape, value);
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const { path, expected, actual } = cause;
    throw new IssueError('profile-malformed', { path, expected, actual, cause });
  }
}
