import type { DistinguishedName } from '../name/name-types.ts';
import type { ExtensionMembers } from '../profile.ts';

/** What a certification request asks for. What is not said here it does not ask for. */
export interface CsrProfile extends Partial<ExtensionMembers> {
  /** For people; it decides nothing. */
  readonly note?: string;
  /** May be empty where there is a subjectAltName. */
  readonly subject: DistinguishedName;
  /** Attributes beside the extensions (RFC 2986, 4.1), each type once. */
  readonly attributes?: readonly CsrAttribute[];
}

/** An attribute, values in strict DER: at least one, none twice. */
export interface CsrAttribute {
  /** An object identifier. */
  readonly type: string;
  readonly values: readonly Uint8Array[];
}
