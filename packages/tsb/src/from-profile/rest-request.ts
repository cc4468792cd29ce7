import { encodeBase64, excerpt, isTreacherous, type JsonValue } from '@quorate/syntax';
import { TsbError } from '../error.ts';
import type { NotExpressible } from './not-expressible.ts';

/** A request of the asynchronous interface, for `JSON.stringify`: the same input gives the same text. */
export interface RestRequest {
  /** To be posted to, for instance `/v1/sign`. */
  readonly path: string;
  /**
   * Wrapper and members, in the order of the published samples. A signature of the application (SKA.md 7.1) goes beside
   * the wrapper as `requestSignature`.
   */
  readonly body: { readonly [member: string]: JsonValue };
  /** What was wanted and is not asked for. In the order of the profile's members, always the same. */
  readonly notExpressible: readonly NotExpressible[];
}

/** What every request on a key is told. */
export interface KeyAccess {
  /** The label of the key that signs. */
  readonly keyName: string;
  /** A secret. Default: none. */
  readonly keyPassword?: string;
  /** What the application tells the approvers, a JSON object by custom; no approver's signature covers it (SKA.md 7.1). */
  readonly metaData?: Uint8Array;
  /** The application's signature over `metaData`. */
  readonly metaDataSignature?: Uint8Array;
}

/**
 * The label of a key, as it stands.
 *
 * @throws TsbError `body-invalid` when it is empty or cannot be seen whole
 */
export function keyNameMember({ keyName }: KeyAccess): string {
  if (typeof keyName === 'string' && keyName !== '' && !isTreacherous(keyName)) return keyName;
  const [expected, actual] = ['the label of a key', `\`${excerpt(String(keyName), 60)}\``];
  throw new TsbError('body-invalid', { path: 'signKeyName', expected, actual });
}

/** A password as the interface takes it: one-character strings (SKA.md 3.0). */
export function passwordMember({ keyPassword }: KeyAccess): readonly string[] | null {
  return keyPassword === undefined ? null : [...keyPassword];
}

/** @throws TypeError for a signature over nothing */
export function metaDataMembers({ metaData, metaDataSignature }: KeyAccess): {
  readonly metaData: string | null;
  readonly metaDataSignature: string | null;
} {
  if (metaData === undefined && metaDataSignature !== undefined) {
    throw new TypeError('`metaDataSignature` is there without `metaData`');
  }
  return { metaData: base64OrNull(metaData), metaDataSignature: base64OrNull(metaDataSignature) };
}

function base64OrNull(bytes: Uint8Array | undefined): string | null {
  return bytes === undefined ? null : encodeBase64(bytes);
}
