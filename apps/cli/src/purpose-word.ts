import { purposeOid } from '@quorate/x509';

const OID = /^[0-2](\.(0|[1-9]\d*))+$/;

/** Whether a text is an object identifier. */
export function isOid(text: string): boolean {
  return OID.test(text);
}

/** The object identifier of a purpose that is named as in RFC 5280 or given as one; `null` when it is neither. */
export function purposeOfWord(text: string): string | null {
  return isOid(text) ? text : purposeOid(text);
}
