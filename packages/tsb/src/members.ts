import { array, check, type GenericSchema, minValue, nullish, number, pipe, safeInteger, string, union } from 'valibot';
import { optionalBytes, readBytes, record } from './shape.ts';

/** The signature of an application over its own request (SKA.md 7.1). */
export interface RequestSignature {
  readonly signature: Uint8Array;
  readonly digestAlgorithm: string;
  /** SubjectPublicKeyInfo. */
  readonly publicKey: Uint8Array;
}

/** What an application says to approvers, and its signature over that; no approver's signature covers it (SKA.md 7.1). */
export interface MetaData {
  readonly metaData: Uint8Array | null;
  readonly metaDataSignature: Uint8Array | null;
}

const character = pipe(
  string(),
  check((text) => [...text].length === 1, 'one character'),
);

/** An array of one-character strings, or a string: sources disagree (SKA.md 3.0, 11). */
export const password: GenericSchema<unknown, string | string[] | null | undefined> = nullish(
  union([string(), array(character)], 'a string, or an array of one-character strings'),
);

/** A password as text. It is a secret: it stands in no error and no report. */
export function readPassword(value: string | readonly string[] | null | undefined): string | null {
  if (value === null || value === undefined) return null;
  return typeof value === 'string' ? value : value.join('');
}

const days = 'an integer from 1 to 9007199254740991';

/** A validity in days. */
export const validity: GenericSchema<unknown, number> = pipe(number(), safeInteger(days), minValue(1, days));

export const text: GenericSchema<unknown, string | null | undefined> = nullish(string());
export const names: GenericSchema<unknown, string[] | null | undefined> = nullish(array(string()));

const signature = record({ signature: string(), digestAlgorithm: string(), publicKey: string() });

/** The member `requestSignature` beside a wrapper. */
export const requestSignature: GenericSchema<unknown, RequestSignatureJson | null | undefined> = nullish(signature);

export interface RequestSignatureJson {
  readonly signature: string;
  readonly digestAlgorithm: string;
  readonly publicKey: string;
}

/** @throws TsbError `base64-invalid` */
export function readRequestSignature(json: RequestSignatureJson | null | undefined): RequestSignature | null {
  if (json === null || json === undefined) return null;
  return {
    signature: readBytes(json.signature, 'requestSignature.signature'),
    digestAlgorithm: json.digestAlgorithm,
    publicKey: readBytes(json.publicKey, 'requestSignature.publicKey'),
  };
}

export interface MetaDataJson {
  readonly metaData?: string | null | undefined;
  readonly metaDataSignature?: string | null | undefined;
}

/** @throws TsbError `base64-invalid` */
export function readMetaData(json: MetaDataJson, path: string): MetaData {
  const prefix = path === '' ? '' : `${path}.`;
  return {
    metaData: optionalBytes(json.metaData, `${prefix}metaData`),
    metaDataSignature: optionalBytes(json.metaDataSignature, `${prefix}metaDataSignature`),
  };
}
