const PURPOSES: readonly (readonly [string, string])[] = [
  ['anyExtendedKeyUsage', '2.5.29.37.0'],
  ['serverAuth', '1.3.6.1.5.5.7.3.1'],
  ['clientAuth', '1.3.6.1.5.5.7.3.2'],
  ['codeSigning', '1.3.6.1.5.5.7.3.3'],
  ['emailProtection', '1.3.6.1.5.5.7.3.4'],
  ['timeStamping', '1.3.6.1.5.5.7.3.8'],
  ['OCSPSigning', '1.3.6.1.5.5.7.3.9'],
];

/** What RFC 5280, 4.2.1.12 calls a key purpose, without its `id-kp-`, or `null` for those that are not there. */
export function purposeName(oid: string): string | null {
  return PURPOSES.find(([, known]) => known === oid)?.[0] ?? null;
}

/** The OID of a key purpose by its name in RFC 5280, 4.2.1.12 (`serverAuth`), or `null` for other names. */
export function purposeOid(name: string): string | null {
  return PURPOSES.find(([known]) => known === name)?.[1] ?? null;
}
