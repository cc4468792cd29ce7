import { joinPath } from '@quorate/syntax';
import type { RequestedAttribute } from '@quorate/verify/request';
import { type GenericSchema, nullish, type ObjectEntries, string } from 'valibot';
import { TsbError } from './error.ts';
import { record } from './shape.ts';

/** Members of `standardCertificateAttributes` and their attribute types, in the order in which the server writes them (SKA.md 3.3). */
export const ATTRIBUTE_TYPES: readonly (readonly [string, string])[] = [
  ['commonName', '2.5.4.3'],
  ['organizationUnitName', '2.5.4.11'],
  ['organizationName', '2.5.4.10'],
  ['organizationIdentifier', '2.5.4.97'],
  ['locality', '2.5.4.7'],
  ['stateOrProvinceName', '2.5.4.8'],
  ['country', '2.5.4.6'],
  ['email', '1.2.840.113549.1.9.1'],
  ['title', '2.5.4.12'],
  ['surname', '2.5.4.4'],
  ['givenName', '2.5.4.42'],
  ['initials', '2.5.4.43'],
  ['generationQualifier', '2.5.4.44'],
  ['pseudonym', '2.5.4.65'],
];

const COMMON_NAME = '2.5.4.3';

/** The subject that a body asks for, and in which of the two dialects (SKA.md 3.3). */
export interface SubjectMembers {
  readonly dialect: 'commonName' | 'standardCertificateAttributes';
  /** In the server's order. A `pseudonym` is accepted and ignored by the server, so it will be missed. */
  readonly attributes: readonly RequestedAttribute[];
}

/** A `standardCertificateAttributes` object: text members, of which `commonName` is required. */
export type AttributesJson = Readonly<Record<string, unknown>>;

const entries: ObjectEntries = Object.fromEntries(
  ATTRIBUTE_TYPES.map(([name]) => [name, name === 'commonName' ? string() : nullish(string())]),
);

/** The shape of `standardCertificateAttributes`. */
export const certificateAttributes: GenericSchema<unknown, AttributesJson> = record(entries);

/**
 * The subject of a body, which must state it in one dialect.
 *
 * @throws TsbError `body-invalid`
 */
export function readSubject(
  body: {
    readonly commonName?: string | null | undefined;
    readonly standardCertificateAttributes?: AttributesJson | null | undefined;
  },
  path: string,
): SubjectMembers {
  const { commonName, standardCertificateAttributes: attributes } = body;
  const named = typeof commonName === 'string';
  if (attributes === null || attributes === undefined) {
    if (named) return { dialect: 'commonName', attributes: [{ type: COMMON_NAME, text: commonName }] };
    throw subjectError(path, '`commonName` or `standardCertificateAttributes`', 'neither');
  }
  if (named) throw subjectError(path, '`commonName` or `standardCertificateAttributes`', 'both');
  return { dialect: 'standardCertificateAttributes', attributes: readAttributes(attributes) };
}

function subjectError(path: string, expected: string, actual: string): TsbError {
  return new TsbError('body-invalid', { path: joinPath(path, 'commonName'), expected, actual });
}

function readAttributes(json: AttributesJson): RequestedAttribute[] {
  const attributes: RequestedAttribute[] = [];
  for (const [name, type] of ATTRIBUTE_TYPES) {
    const text = json[name];
    if (typeof text === 'string') attributes.push({ type, text });
  }
  return attributes;
}
