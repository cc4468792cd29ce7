import { type Name, nameText } from '@quorate/x509';

/** A name for people: by RFC 4514, and words when it is empty. */
export function displayName(name: Name): string {
  return name.rdns.length === 0 ? 'an empty name' : nameText(name);
}
