/** The types of strings in names. */
export type StringType = 'UTF8String' | 'PrintableString' | 'IA5String';

export const stringTypes: readonly StringType[] = ['UTF8String', 'PrintableString', 'IA5String'];

/** How the values of an attribute type are written. */
export interface AttributeType {
  readonly oid: string;
  readonly string: StringType;
  /** What a name may choose instead. */
  readonly otherStrings: readonly StringType[];
  /** Characters at most. */
  readonly upperBound: number;
  /** What the value must match besides, and the words for it. */
  readonly form?: { readonly pattern: RegExp; readonly words: string };
}

/** ub-name (RFC 5280, appendix A.1); also the bound of types for which no standard states one. */
const UB_NAME = 32768;

const COUNTRY = { pattern: /^[A-Z]{2}$/, words: 'two capital letters (ISO 3166)' };

/** The attribute types that have a name here, in the spelling of the standards. */
export type AttributeTypeName =
  | 'commonName'
  | 'surname'
  | 'serialNumber'
  | 'countryName'
  | 'localityName'
  | 'stateOrProvinceName'
  | 'streetAddress'
  | 'organizationName'
  | 'organizationalUnitName'
  | 'title'
  | 'businessCategory'
  | 'postalCode'
  | 'name'
  | 'givenName'
  | 'initials'
  | 'generationQualifier'
  | 'dnQualifier'
  | 'pseudonym'
  | 'organizationIdentifier'
  | 'emailAddress'
  | 'domainComponent'
  | 'userId'
  | 'telephoneNumber'
  | 'jurisdictionCountryName'
  | 'jurisdictionStateOrProvinceName'
  | 'jurisdictionLocalityName';

/** RFC 5280, appendix A.1, unless a row says otherwise. */
const table: Readonly<Record<AttributeTypeName, AttributeType>> = {
  commonName: utf8('2.5.4.3', 64),
  surname: utf8('2.5.4.4', UB_NAME),
  serialNumber: printable('2.5.4.5', 64),
  countryName: { ...printable('2.5.4.6', 2), form: COUNTRY },
  localityName: utf8('2.5.4.7', 128),
  stateOrProvinceName: utf8('2.5.4.8', 128),
  /** X.520, 6.3.5; ub-street-address. */
  streetAddress: utf8('2.5.4.9', 128),
  organizationName: utf8('2.5.4.10', 64),
  organizationalUnitName: utf8('2.5.4.11', 64),
  title: utf8('2.5.4.12', 64),
  /** X.520, 6.4.4; ub-business-category. */
  businessCategory: utf8('2.5.4.15', 128),
  /** X.520, 6.6.2; ub-postal-code. */
  postalCode: utf8('2.5.4.17', 40),
  name: utf8('2.5.4.41', UB_NAME),
  givenName: utf8('2.5.4.42', UB_NAME),
  initials: utf8('2.5.4.43', UB_NAME),
  generationQualifier: utf8('2.5.4.44', UB_NAME),
  dnQualifier: printable('2.5.4.46', UB_NAME),
  pseudonym: utf8('2.5.4.65', 128),
  /** X.520, 6.4.8, without a bound. */
  organizationIdentifier: utf8('2.5.4.97', UB_NAME),
  /** RFC 2985, 5.2.1; ub-emailaddress-length of RFC 5280. */
  emailAddress: ia5('1.2.840.113549.1.9.1', 255),
  /** RFC 4519, 2.4: one label of a domain name. */
  domainComponent: ia5('0.9.2342.19200300.100.1.25', 63),
  /** RFC 4519, 2.39; 256 is the bound of RFC 1274, 9.3.1. */
  userId: utf8('0.9.2342.19200300.100.1.1', 256),
  /** X.520, 6.7.1; ub-telephone-number. */
  telephoneNumber: printable('2.5.4.20', 32),
  /** Where a company is registered: CA/Browser Forum, EV Guidelines 7.1.4.2.4, with the bounds of the types without it. */
  jurisdictionCountryName: { ...printable('1.3.6.1.4.1.311.60.2.1.3', 2), form: COUNTRY },
  jurisdictionStateOrProvinceName: utf8('1.3.6.1.4.1.311.60.2.1.2', 128),
  jurisdictionLocalityName: utf8('1.3.6.1.4.1.311.60.2.1.1', 128),
};

/** Every name, for messages and for choosing from. */
export const attributeTypeNames: readonly AttributeTypeName[] = Object.keys(table) as AttributeTypeName[];

/**
 * The attribute type with this name or object identifier. One that is not in the table is written as a UTF8String of at
 * most 32,768 characters, or as whatever string a name chooses.
 *
 * @returns `null` for text that is neither a name of the table nor has the look of an object identifier
 */
export function attributeType(type: string): AttributeType | null {
  if (Object.hasOwn(table, type)) return table[type as AttributeTypeName];
  if (!/^[0-9]+(\.[0-9]+)+$/.test(type)) return null;
  return Object.values(table).find(({ oid }) => oid === type) ?? { ...utf8(type, UB_NAME), otherStrings: stringTypes };
}

/** A DirectoryString (RFC 5280, 4.1.2.4), of whose five types two are for new names. */
function utf8(oid: string, upperBound: number): AttributeType {
  return { oid, string: 'UTF8String', otherStrings: ['PrintableString'], upperBound };
}

function printable(oid: string, upperBound: number): AttributeType {
  return { oid, string: 'PrintableString', otherStrings: [], upperBound };
}

function ia5(oid: string, upperBound: number): AttributeType {
  return { oid, string: 'IA5String', otherStrings: [], upperBound };
}
