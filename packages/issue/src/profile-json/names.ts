import { IssueError } from '../error.ts';
import type { AlternativeName, AttributeTypeAndValue, DistinguishedName } from '../name/name-types.ts';
import { quoted } from '../text.ts';
import { bytesOfText, textOfBytes } from './bytes-text.ts';
import { addressOf, addressText, subnetOf, subnetText } from './ip-address.ts';
import type { GeneralNameJson } from './types.ts';

/** Whether addresses stand alone or with a mask. */
export type AddressForm = 'address' | 'subnet';

/** @throws IssueError `profile-malformed` for addresses and bytes that are none */
export function readNames(
  names: readonly GeneralNameJson[],
  path: string,
  form: AddressForm = 'address',
): AlternativeName[] {
  return names.map((name, i) => readName(name, `${path}[${i}]`, form));
}

/** @throws IssueError `profile-malformed` for addresses and bytes that are none */
export function readName(name: GeneralNameJson, path: string, form: AddressForm = 'address'): AlternativeName {
  switch (name.type) {
    case 'iPAddress':
      return { type: name.type, bytes: octetsOf(name.value, `${path}.value`, form) };
    case 'otherName':
      return { type: name.type, oid: name.oid, der: bytesOfText(name.der, `${path}.der`) };
    case 'x400Address':
    case 'ediPartyName':
      return { type: name.type, der: bytesOfText(name.der, `${path}.der`) };
    case 'dNSName':
    case 'rfc822Name':
    case 'uniformResourceIdentifier':
      return { type: name.type, value: name.value };
    default:
      return name;
  }
}

function octetsOf(text: string, path: string, form: AddressForm): Uint8Array {
  const octets = form === 'address' ? addressOf(text) : subnetOf(text);
  if (octets !== null) return octets;
  const expected =
    form === 'address' ? 'an IP address' : '`ADDRESS/BITS`, such as `10.0.0.0/8`, no bits of the address beyond those';
  throw new IssueError('profile-malformed', { path, expected, actual: quoted(text) });
}

/** A distinguished name as JSON. */
export function writeAttributes(name: DistinguishedName): AttributeTypeAndValue[] {
  return name.map(({ type, value, string }) => ({ type, value, ...(string === undefined ? {} : { string }) }));
}

export function writeNames(names: readonly AlternativeName[]): GeneralNameJson[] {
  return names.map(writeName);
}

/** A name as JSON; an address of 8 or 32 octets is one with a mask. */
export function writeName(name: AlternativeName): GeneralNameJson {
  switch (name.type) {
    case 'iPAddress': {
      const subnet = name.bytes.length === 8 || name.bytes.length === 32;
      return { type: name.type, value: subnet ? subnetText(name.bytes) : addressText(name.bytes) };
    }
    case 'otherName':
      return { type: name.type, oid: name.oid, der: textOfBytes(name.der) };
    case 'x400Address':
    case 'ediPartyName':
      return { type: name.type, der: textOfBytes(name.der) };
    case 'directoryName':
      return { type: name.type, name: writeAttributes(name.name) };
    case 'registeredID':
      return { type: name.type, oid: name.oid };
    case 'dNSName':
    case 'rfc822Name':
    case 'uniformResourceIdentifier':
      return { type: name.type, value: name.value };
  }
}
