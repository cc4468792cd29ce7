/** Attribute types of names by their names in RFC 5280, A.1 and X.520. */
export const attributeTypes = {
  commonName: '2.5.4.3',
  surname: '2.5.4.4',
  serialNumber: '2.5.4.5',
  countryName: '2.5.4.6',
  localityName: '2.5.4.7',
  stateOrProvinceName: '2.5.4.8',
  streetAddress: '2.5.4.9',
  organizationName: '2.5.4.10',
  organizationalUnitName: '2.5.4.11',
  title: '2.5.4.12',
  description: '2.5.4.13',
  businessCategory: '2.5.4.15',
  postalCode: '2.5.4.17',
  postOfficeBox: '2.5.4.18',
  name: '2.5.4.41',
  givenName: '2.5.4.42',
  initials: '2.5.4.43',
  generationQualifier: '2.5.4.44',
  dnQualifier: '2.5.4.46',
  pseudonym: '2.5.4.65',
  organizationIdentifier: '2.5.4.97',
  domainComponent: '0.9.2342.19200300.100.1.25',
  emailAddress: '1.2.840.113549.1.9.1',
} as const;

const NAMES: ReadonlyMap<string, string> = new Map(Object.entries(attributeTypes).map(([name, oid]) => [oid, name]));

/** Those that are no DirectoryString: their type is fixed. */
const NOT_DIRECTORY_STRING: ReadonlySet<string> = new Set([
  attributeTypes.serialNumber,
  attributeTypes.countryName,
  attributeTypes.dnQualifier,
  attributeTypes.domainComponent,
  attributeTypes.emailAddress,
]);

/** The name of an attribute type, or its OID when this room has none for it. */
export function attributeName(oid: string): string {
  return NAMES.get(oid) ?? oid;
}

/** Whether the value of a type that is named here has the type DirectoryString (RFC 5280, A.1). */
export function isDirectoryString(oid: string): boolean {
  return NAMES.has(oid) && !NOT_DIRECTORY_STRING.has(oid);
}
