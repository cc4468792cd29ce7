import { joinPath } from '@quorate/syntax';
import { type KeyUsage, purposeOid } from '@quorate/x509';
import { TsbError } from './error.ts';

/** KeyUsage as the interface names it (SKA.md 3.8), and as RFC 5280, 4.2.1.3 does. */
const KEY_USAGES: ReadonlyMap<string, KeyUsage> = new Map<string, KeyUsage>([
  ['DIGITAL_SIGNATURE', 'digitalSignature'],
  ['CONTENT_COMMITMENT', 'nonRepudiation'],
  ['KEY_ENCIPHERMENT', 'keyEncipherment'],
  ['DATA_ENCIPHERMENT', 'dataEncipherment'],
  ['KEY_AGREEMENT', 'keyAgreement'],
  ['KEY_CERT_SIGN', 'keyCertSign'],
  ['CRL_SIGN', 'cRLSign'],
  ['ENCIPHER_ONLY', 'encipherOnly'],
  ['DECIPHER_ONLY', 'decipherOnly'],
]);

/** ExtendedKeyUsage as the interface names it (SKA.md 3.8), and as RFC 5280, 4.2.1.12 does. */
const PURPOSES: ReadonlyMap<string, string> = new Map([
  ['ANY_EXTENDED_KEY_USAGE', 'anyExtendedKeyUsage'],
  ['SERVER_AUTH', 'serverAuth'],
  ['CLIENT_AUTH', 'clientAuth'],
  ['CODE_SIGNING', 'codeSigning'],
  ['EMAIL_PROTECTION', 'emailProtection'],
  ['TIME_STAMPING', 'timeStamping'],
  ['OCSP_SIGNING', 'OCSPSigning'],
]);

/**
 * Key usages in RFC 5280's names, each once; `null` when the body has none.
 *
 * @throws TsbError `value-unknown`
 */
export function readKeyUsages(list: readonly string[] | null | undefined, path: string): readonly KeyUsage[] | null {
  return readNames(list, path, 'a key usage such as `DIGITAL_SIGNATURE`', (name) => KEY_USAGES.get(name) ?? null);
}

/**
 * Key purposes as object identifiers, each once; `null` when the body has none.
 *
 * @throws TsbError `value-unknown`
 */
export function readPurposes(list: readonly string[] | null | undefined, path: string): readonly string[] | null {
  return readNames(list, path, 'a purpose such as `SERVER_AUTH`', (name) => {
    const purpose = PURPOSES.get(name);
    return purpose === undefined ? null : purposeOid(purpose);
  });
}

/** The name of a key usage in the interface. */
export function restKeyUsage(usage: KeyUsage): string {
  for (const [name, known] of KEY_USAGES) if (known === usage) return name;
  throw new TypeError(`not a key usage: \`${String(usage)}\``);
}

/** The name of a purpose in the interface, or `null` when it has none. */
export function restPurpose(oid: string): string | null {
  for (const [name, known] of PURPOSES) if (purposeOid(known) === oid) return name;
  return null;
}

function readNames<T>(
  list: readonly string[] | null | undefined,
  path: string,
  expected: string,
  resolve: (name: string) => T | null,
): readonly T[] | null {
  if (list === null || list === undefined) return null;
  const found = list.map((name, i) => {
    const value = resolve(name);
    if (value !== null) return value;
    throw new TsbError('value-unknown', { path: joinPath(path, i), expected, actual: `\`${name.slice(0, 60)}\`` });
  });
  return [...new Set(found)];
}
