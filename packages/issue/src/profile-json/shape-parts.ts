import {
  array,
  exactOptional,
  type GenericSchema,
  integer,
  maxValue,
  metadata,
  minLength,
  minValue,
  number,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
  union,
  variant,
} from 'valibot';
import { reasonFlags } from '../extension/distribution-points.ts';
import { qcTypes } from '../extension/qc-statements.ts';
import { tlsFeatureNames } from '../extension/tls-feature.ts';
import { stringTypes } from '../name/attribute-type.ts';
import type { AttributeTypeAndValue } from '../name/name-types.ts';
import type { PolicyQualifierProfile } from '../profile-extensions.ts';
import { BYTES } from './bytes-text.ts';
import type { AccessDescriptionJson, DistributionPointJson, GeneralNameJson, QcStatementJson } from './types.ts';

/** A list with something in it. */
export function listOf<T>(item: GenericSchema<unknown, T>, description: string): GenericSchema<unknown, readonly T[]> {
  return pipe(array(item), minLength(1, 'at least one'), metadata({ description }));
}

/** A whole number within bounds. */
export function countOf(least: number, most: number, description: string): GenericSchema<unknown, number> {
  const words = `a whole number from ${least} to ${most}`;
  return pipe(number(), integer(words), minValue(least, words), maxValue(most, words), metadata({ description }));
}

export function textOf(description: string): GenericSchema<unknown, string> {
  return pipe(string(), metadata({ description }));
}

/** Bytes as `hex:…` or `base64:…`. */
export function bytesOf(description: string): GenericSchema<unknown, string> {
  return pipe(
    string(),
    regex(BYTES, '`hex:` and hexadecimal digits, or `base64:` and base64'),
    metadata({ description }),
  );
}

const OID = /^[0-2](?:\.(?:0|[1-9][0-9]*))+$/;

export const oidShape: GenericSchema<unknown, string> = pipe(
  string(),
  regex(OID, 'an object identifier'),
  metadata({ description: 'An object identifier, as `1.2.3`.' }),
);

const attributeShape: GenericSchema<unknown, AttributeTypeAndValue> = pipe(
  strictObject({
    type: textOf('The name of an attribute type, as `commonName`, or an object identifier.'),
    value: textOf('Its value.'),
    string: exactOptional(
      pipe(
        picklist(stringTypes),
        metadata({ description: 'Its string type, where another than the usual is needed.' }),
      ),
    ),
  }),
  metadata({ description: 'One attribute of a name.' }),
);

export const nameShape: GenericSchema<unknown, readonly AttributeTypeAndValue[]> = pipe(
  array(attributeShape),
  metadata({ description: 'A name: its attributes in the order of the encoding. May be empty.' }),
);

export const generalNameShape: GenericSchema<unknown, GeneralNameJson> = pipe(
  variant('type', [
    strictObject({
      type: picklist(['dNSName', 'rfc822Name', 'uniformResourceIdentifier', 'iPAddress']),
      value: textOf('A host, a mail address, a URI, or an IP address; in name constraints ADDRESS/BITS.'),
    }),
    strictObject({ type: picklist(['directoryName']), name: nameShape }),
    strictObject({ type: picklist(['registeredID']), oid: oidShape }),
    strictObject({ type: picklist(['otherName']), oid: oidShape, der: bytesOf('The value, one element of DER.') }),
    strictObject({ type: picklist(['x400Address', 'ediPartyName']), der: bytesOf('A SEQUENCE in DER.') }),
  ]),
  metadata({ description: 'A GeneralName.' }),
);

export const generalNamesShape: GenericSchema<unknown, readonly GeneralNameJson[]> = listOf(generalNameShape, 'Names.');

export const distributionPointShape: GenericSchema<unknown, DistributionPointJson> = pipe(
  strictObject({
    uri: exactOptional(textOf('Where the CRL is; in place of `fullName`.')),
    fullName: exactOptional(generalNamesShape),
    reasons: exactOptional(listOf(picklist(reasonFlags), 'For these reasons alone.')),
    cRLIssuer: exactOptional(generalNamesShape),
  }),
  metadata({ description: 'A DistributionPoint.' }),
);

export const accessDescriptionShape: GenericSchema<unknown, AccessDescriptionJson> = pipe(
  strictObject({
    method: textOf('`caIssuers` or `ocsp`, `caRepository` or `timeStamping`, or an object identifier.'),
    uri: exactOptional(textOf('Where; in place of `location`.')),
    location: exactOptional(generalNameShape),
  }),
  metadata({ description: 'An AccessDescription.' }),
);

const noticeRefShape = strictObject({
  organization: textOf('Whose notices.'),
  noticeNumbers: listOf(countOf(0, 2 ** 31 - 1, 'A number.'), 'Which.'),
});

const qualifierShape: GenericSchema<unknown, PolicyQualifierProfile> = pipe(
  variant('type', [
    strictObject({ type: picklist(['cps']), uri: textOf('Where the practice statement is.') }),
    strictObject({
      type: picklist(['userNotice']),
      noticeRef: exactOptional(noticeRefShape),
      explicitText: exactOptional(textOf('At most 200 characters.')),
    }),
  ]),
  metadata({ description: 'A policy qualifier.' }),
);

export const policyShape: GenericSchema<
  unknown,
  { readonly policy: string; readonly qualifiers?: readonly PolicyQualifierProfile[] }
> = pipe(
  strictObject({
    policy: textOf('An object identifier, or `anyPolicy`.'),
    qualifiers: exactOptional(listOf(qualifierShape, 'Qualifiers.')),
  }),
  metadata({ description: 'A certificate policy.' }),
);

export const tlsFeatureShape: GenericSchema<unknown, number | string> = union(
  [picklist(Object.keys(tlsFeatureNames)), countOf(0, 0xffff, 'The number of a TLS extension.')],
  `a number from 0 to 65535, ${Object.keys(tlsFeatureNames).join(' or ')}`,
);

const pdsShape = strictObject({ url: textOf('An `https` URL.'), language: textOf('Two small letters.') });

export const qcStatementShape: GenericSchema<unknown, QcStatementJson> = pipe(
  variant('type', [
    strictObject({ type: picklist(['qcCompliance', 'qcSSCD']) }),
    strictObject({ type: picklist(['qcType']), types: listOf(picklist(qcTypes), 'Of which kind.') }),
    strictObject({ type: picklist(['qcRetentionPeriod']), years: countOf(0, 1000, 'Years.') }),
    strictObject({
      type: picklist(['qcLimitValue']),
      currency: textOf('Three capital letters.'),
      amount: countOf(0, 2 ** 31 - 1, 'Times ten to the power of the exponent.'),
      exponent: countOf(-100, 100, 'Of ten.'),
    }),
    strictObject({ type: picklist(['qcPDS']), locations: listOf(pdsShape, 'Where the disclosure statements are.') }),
    strictObject({ type: picklist(['qcCClegislation']), countries: listOf(string(), 'Two capital letters each.') }),
    strictObject({
      type: picklist(['pkixQCSyntax-v1', 'pkixQCSyntax-v2']),
      semanticsIdentifier: exactOptional(oidShape),
    }),
    strictObject({ type: picklist(['other']), oid: oidShape, der: exactOptional(bytesOf('statementInfo.')) }),
  ]),
  metadata({ description: 'A statement of qcStatements.' }),
);
