import type { Rule } from '../rule.ts';
import { altNameAddressLength } from './names/alt-name-address-length.ts';
import { altNameEmailMailbox } from './names/alt-name-email-mailbox.ts';
import { altNameEntryNotEmpty } from './names/alt-name-entry-not-empty.ts';
import { altNameFormKnown } from './names/alt-name-form-known.ts';
import { altNameIa5 } from './names/alt-name-ia5.ts';
import { altNameNotEmpty } from './names/alt-name-not-empty.ts';
import { altNameRepeated } from './names/alt-name-repeated.ts';
import { altNameUriAbsolute } from './names/alt-name-uri-absolute.ts';
import { altNameUriHost } from './names/alt-name-uri-host.ts';
import { attributeIa5String } from './names/attribute-ia5-string.ts';
import { attributeNoControlCharacter } from './names/attribute-no-control-character.ts';
import { attributeNoDirectionMark } from './names/attribute-no-direction-mark.ts';
import { attributeNoHtmlEntity } from './names/attribute-no-html-entity.ts';
import { attributeNoOuterWhiteSpace } from './names/attribute-no-outer-white-space.ts';
import { attributeNotEmpty } from './names/attribute-not-empty.ts';
import { attributeStringValid } from './names/attribute-string-valid.ts';
import { caSubjectNotEmpty } from './names/ca-subject-not-empty.ts';
import { commonName64 } from './names/common-name-64.ts';
import { commonNameOnce } from './names/common-name-once.ts';
import { countryTwoLetters } from './names/country-two-letters.ts';
import { directoryStringType } from './names/directory-string-type.ts';
import { directoryStringUtf8OrPrintable } from './names/directory-string-utf8-or-printable.ts';
import { dnsALabel } from './names/dns-a-label.ts';
import { dnsLabelHyphen } from './names/dns-label-hyphen.ts';
import { dnsLabelUnderscore } from './names/dns-label-underscore.ts';
import { dnsNameCharacters } from './names/dns-name-characters.ts';
import { dnsNameLength } from './names/dns-name-length.ts';
import { dnsNameNoEmptyLabel } from './names/dns-name-no-empty-label.ts';
import { dnsNameNoNullCharacter } from './names/dns-name-no-null-character.ts';
import { dnsNameNotAddress } from './names/dns-name-not-address.ts';
import { dnsNameNotBlank } from './names/dns-name-not-blank.ts';
import { dnsNameRedacted } from './names/dns-name-redacted.ts';
import { dnsWildcardFirstLabel } from './names/dns-wildcard-first-label.ts';
import { dnsWildcardNotAlone } from './names/dns-wildcard-not-alone.ts';
import { emailAddress255 } from './names/email-address-255.ts';
import { issuerNotEmpty } from './names/issuer-not-empty.ts';
import { localityName128 } from './names/locality-name-128.ts';
import { nameWellFormed } from './names/name-well-formed.ts';
import { organizationName64 } from './names/organization-name-64.ts';
import { organizationalUnitName64 } from './names/organizational-unit-name-64.ts';
import { personalName32768 } from './names/personal-name-32768.ts';
import { postalCode40 } from './names/postal-code-40.ts';
import { relativeNameSingle } from './names/relative-name-single.ts';
import { relativeNameSorted } from './names/relative-name-sorted.ts';
import { sanCriticalWithoutSubject } from './names/san-critical-without-subject.ts';
import { sanNotCriticalWithSubject } from './names/san-not-critical-with-subject.ts';
import { stateName128 } from './names/state-name-128.ts';
import { streetAddress128 } from './names/street-address-128.ts';
import { subjectCountryPrintableString } from './names/subject-country-printable-string.ts';
import { subjectEmailInAltName } from './names/subject-email-in-alt-name.ts';
import { subjectSerialNumber64 } from './names/subject-serial-number-64.ts';
import { subjectSerialNumberPrintableString } from './names/subject-serial-number-printable-string.ts';
import { title64 } from './names/title-64.ts';

/** About names: distinguished names and alternative names. */
export const nameRules: readonly Rule[] = [
  subjectCountryPrintableString,
  issuerNotEmpty,
  caSubjectNotEmpty,
  nameWellFormed,
  countryTwoLetters,
  subjectSerialNumberPrintableString,
  attributeIa5String,
  directoryStringType,
  directoryStringUtf8OrPrintable,
  attributeStringValid,
  attributeNotEmpty,
  relativeNameSorted,
  relativeNameSingle,
  commonNameOnce,
  attributeNoControlCharacter,
  attributeNoDirectionMark,
  attributeNoHtmlEntity,
  attributeNoOuterWhiteSpace,
  commonName64,
  localityName128,
  stateName128,
  organizationName64,
  organizationalUnitName64,
  subjectSerialNumber64,
  title64,
  emailAddress255,
  streetAddress128,
  postalCode40,
  personalName32768,
  subjectEmailInAltName,
  altNameNotEmpty,
  altNameEntryNotEmpty,
  altNameFormKnown,
  altNameIa5,
  altNameRepeated,
  altNameAddressLength,
  altNameEmailMailbox,
  altNameUriAbsolute,
  altNameUriHost,
  sanCriticalWithoutSubject,
  sanNotCriticalWithSubject,
  dnsNameNotBlank,
  dnsNameNoNullCharacter,
  dnsNameCharacters,
  dnsNameNoEmptyLabel,
  dnsNameLength,
  dnsLabelHyphen,
  dnsLabelUnderscore,
  dnsALabel,
  dnsWildcardNotAlone,
  dnsWildcardFirstLabel,
  dnsNameRedacted,
  dnsNameNotAddress,
];
