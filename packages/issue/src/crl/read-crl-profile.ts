import type { SignatureAlgorithm } from '@quorate/crypto';
import { readShape, ShapeError } from '@quorate/syntax';
import type { ReasonFlag } from '@quorate/x509';
import {
  boolean,
  exactOptional,
  type GenericSchema,
  metadata,
  picklist,
  pipe,
  regex,
  strictObject,
  string,
} from 'valibot';
import { IssueError } from '../error.ts';
import { reasonFlags } from '../extension/distribution-points.ts';
import type { AlternativeName } from '../name/name-types.ts';
import { demandKnownMembers } from '../profile-json/known-members.ts';
import { readNames } from '../profile-json/names.ts';
import { readExtensions } from '../profile-json/read-extensions.ts';
import { accessDescriptionShape, generalNamesShape, listOf, textOf } from '../profile-json/shape-parts.ts';
import { readAlgorithm } from '../profile-json/signature-algorithm.ts';
import type { AccessDescriptionJson, GeneralNameJson } from '../profile-json/types.ts';
import type { ReadProfileOptions } from '../read-profile.ts';
import { quoted } from '../text.ts';
import type { CrlProfile, IssuingDistributionPointProfile } from './crl-profile.ts';

/** Where CRLs are: one of the two. */
interface PlaceJson {
  readonly uri?: string;
  readonly fullName?: readonly GeneralNameJson[];
}

/** A CRL's profile in JSON. */
export interface CrlProfileJson {
  readonly $schema?: string;
  readonly note?: string;
  /** A name of the REST interface, or the AlgorithmIdentifier as `hex:…` or `base64:…`. */
  readonly signatureAlgorithm: string;
  /** From thisUpdate to nextUpdate: `P7D`, `P2W`, `PT12H`, `P1DT30M`. */
  readonly period?: string;
  readonly issuerAltName?: readonly GeneralNameJson[];
  readonly issuingDistributionPoint?: Omit<IssuingDistributionPointProfile, 'fullName'> & PlaceJson;
  readonly freshestCrl?: readonly PlaceJson[];
  readonly authorityInfoAccess?: readonly AccessDescriptionJson[];
}

const PERIOD = /^P(?=\d|T\d)(?:(\d{1,4})W)?(?:(\d{1,6})D)?(?:T(?=\d)(?:(\d{1,7})H)?(?:(\d{1,8})M)?)?$/;

const places = {
  uri: exactOptional(textOf('Where the CRL is; in place of `fullName`.')),
  fullName: exactOptional(generalNamesShape),
};
const reasons: GenericSchema<unknown, readonly ReasonFlag[]> = listOf(
  picklist(reasonFlags),
  'For these reasons alone.',
);

/** The shape of a CRL's profile in JSON. */
export const crlProfileShape: GenericSchema<unknown, CrlProfileJson> = strictObject({
  $schema: exactOptional(textOf('For editors; not looked at.')),
  note: exactOptional(textOf('For people.')),
  signatureAlgorithm: textOf('Of the issuer’s key: a name of the REST interface, as SHA256_WITH_RSA.'),
  period: exactOptional(
    pipe(
      string(),
      regex(PERIOD, 'a duration in weeks, days, hours and minutes, such as `P7D`'),
      metadata({ description: 'From thisUpdate to nextUpdate, ISO 8601, such as P7D.' }),
    ),
  ),
  issuerAltName: exactOptional(generalNamesShape),
  issuingDistributionPoint: exactOptional(
    pipe(
      strictObject({
        ...places,
        onlyContainsUserCerts: exactOptional(boolean()),
        onlyContainsCACerts: exactOptional(boolean()),
        onlySomeReasons: exactOptional(reasons),
        indirectCRL: exactOptional(boolean()),
      }),
      metadata({ description: 'The scope; without it all certificates of the issuer, for all reasons.' }),
    ),
  ),
  freshestCrl: exactOptional(listOf(strictObject(places), 'Where the delta CRLs are.')),
  authorityInfoAccess: exactOptional(listOf(accessDescriptionShape, 'Where the issuer’s certificate is.')),
});

/**
 * A CRL's profile from parsed JSON. Strict, as `readProfile`.
 *
 * @throws IssueError `profile-malformed`, with the path
 */
export function readCrlProfile(value: unknown, options: ReadProfileOptions = {}): CrlProfile {
  demandKnownMembers(crlProfileShape, value);
  const json = shapeOf(value);
  const { note, issuerAltName, issuingDistributionPoint: point, freshestCrl, authorityInfoAccess: ways } = json;
  const signatureAlgorithm: SignatureAlgorithm = readAlgorithm(json.signatureAlgorithm, options);
  return {
    ...(note === undefined ? {} : { note }),
    signatureAlgorithm,
    ...(json.period === undefined ? {} : { period: secondsOf(json.period) }),
    ...(issuerAltName === undefined ? {} : { issuerAltName: readNames(issuerAltName, 'issuerAltName') }),
    ...(point === undefined ? {} : { issuingDistributionPoint: pointOf(point) }),
    ...(freshestCrl === undefined
      ? {}
      : { freshestCrl: freshestCrl.map((place, i) => ({ fullName: namesOf(place, `freshestCrl[${i}]`) })) }),
    ...(ways === undefined ? {} : waysOf(ways)),
  };
}

function waysOf(ways: readonly AccessDescriptionJson[]): Pick<CrlProfile, 'authorityInfoAccess'> {
  const { authorityInfoAccess } = readExtensions({ authorityInfoAccess: ways });
  return authorityInfoAccess === undefined ? {} : { authorityInfoAccess };
}

function secondsOf(text: string): number {
  const [weeks, days, hours, minutes] = (PERIOD.exec(text) ?? []).slice(1).map((digits) => Number(digits ?? 0));
  const seconds = 604_800 * (weeks ?? 0) + 86_400 * (days ?? 0) + 3600 * (hours ?? 0) + 60 * (minutes ?? 0);
  if (seconds > 0) return seconds;
  throw new IssueError('profile-malformed', { path: 'period', expected: 'some time', actual: quoted(text) });
}

function pointOf(point: NonNullable<CrlProfileJson['issuingDistributionPoint']>): IssuingDistributionPointProfile {
  const { uri, fullName, ...rest } = point;
  if (uri === undefined && fullName === undefined) return rest;
  const path = 'issuingDistributionPoint';
  return { ...rest, fullName: namesOf(point, path) };
}

function namesOf({ uri, fullName }: PlaceJson, path: string): readonly AlternativeName[] {
  if (uri === undefined && fullName !== undefined) return readNames(fullName, `${path}.fullName`);
  if (uri !== undefined && fullName === undefined) return [{ type: 'uniformResourceIdentifier', value: uri }];
  throw new IssueError('profile-malformed', { path, expected: 'either `uri` or `fullName`' });
}

function shapeOf(value: unknown): CrlProfileJson {
  try {
    return readShape(crlProfileShape, value);
  } catch (cause) {
    if (!(cause instanceof ShapeError)) throw cause;
    const { path, expected, actual } = cause;
    throw new IssueError('profile-malformed', { path, expected, actual, cause });
  }
}
