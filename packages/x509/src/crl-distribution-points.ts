import { contextConstructed, contextPrimitive, type DerReader } from '@quorate/der';
import { X509Error } from './error.ts';
import type { Extension } from './extension.ts';
import { type GeneralName, readGeneralNames } from './general-name.ts';
import { type NameAttribute, readRdn } from './name.ts';
import { isNext, readList, readValue } from './value.ts';

/** The bits of ReasonFlags by their names in RFC 5280, 4.2.1.13. */
export type ReasonFlag =
  | 'unused'
  | 'keyCompromise'
  | 'cACompromise'
  | 'affiliationChanged'
  | 'superseded'
  | 'cessationOfOperation'
  | 'certificateHold'
  | 'privilegeWithdrawn'
  | 'aACompromise';

/** In the order of the bits. */
const REASONS: readonly ReasonFlag[] = [
  'unused',
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
];

/** A DistributionPoint (RFC 5280, 4.2.1.13). One of `fullName`, `nameRelativeToCRLIssuer` and `cRLIssuer` is there. */
export interface DistributionPoint {
  readonly fullName: readonly GeneralName[] | null;
  readonly nameRelativeToCRLIssuer: readonly NameAttribute[] | null;
  /** `null`: for all reasons. Bits that RFC 5280 does not name are left out. */
  readonly reasons: readonly ReasonFlag[] | null;
  readonly cRLIssuer: readonly GeneralName[] | null;
}

/** cRLDistributionPoints or freshestCRL (RFC 5280, 4.2.1.13 and 4.2.1.15): at least one point. */
export interface CrlDistributionPoints {
  readonly critical: boolean;
  readonly points: readonly DistributionPoint[];
}

export function readCrlDistributionPoints({ critical, value }: Extension): CrlDistributionPoints {
  return { critical, points: readValue(value, (reader) => readList(reader, readPoint)) };
}

/** A DistributionPointName: one of the two. */
export interface DistributionPointName {
  readonly fullName: readonly GeneralName[] | null;
  readonly nameRelativeToCRLIssuer: readonly NameAttribute[] | null;
}

/** Reads the field `[0]` of a DistributionPoint or an IssuingDistributionPoint, or gives `null` without it. */
export function readDistributionPointName(fields: DerReader): DistributionPointName | null {
  if (!isNext(fields, contextConstructed(0))) return null;
  const choice = fields.sequence(contextConstructed(0));
  const relative = isNext(choice, contextConstructed(1));
  const name = {
    fullName: relative ? null : readGeneralNames(choice, contextConstructed(0)),
    nameRelativeToCRLIssuer: relative ? readRdn(choice, contextConstructed(1)) : null,
  };
  choice.finish();
  return name;
}

/** Reads ReasonFlags under the tag `[number]`, or gives `null` without it. */
export function readReasonFlags(fields: DerReader, number: number): ReasonFlag[] | null {
  const tag = contextPrimitive(number);
  if (!isNext(fields, tag)) return null;
  return fields
    .namedBits(tag)
    .map((bit) => REASONS[bit])
    .filter((reason) => reason !== undefined);
}

function readPoint(list: DerReader): DistributionPoint {
  const fields = list.sequence();
  if (fields.offset === fields.end) throw new X509Error('empty', { offset: fields.offset });
  const name = readDistributionPointName(fields);
  const reasons = readReasonFlags(fields, 1);
  const cRLIssuer = isNext(fields, contextConstructed(2)) ? readGeneralNames(fields, contextConstructed(2)) : null;
  fields.finish();
  if (name === null && cRLIssuer === null) throw new X509Error('field-missing', { offset: fields.offset });
  return {
    fullName: name?.fullName ?? null,
    nameRelativeToCRLIssuer: name?.nameRelativeToCRLIssuer ?? null,
    reasons,
    cRLIssuer,
  };
}
