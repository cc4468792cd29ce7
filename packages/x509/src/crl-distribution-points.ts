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

function readPoint(list: DerReader): DistributionPoint {
  const fields = list.sequence();
  if (fields.offset === fields.end) throw new X509Error('empty', { offset: fields.offset });
  const name = isNext(fields, contextConstructed(0)) ? fields.sequence(contextConstructed(0)) : null;
  const relative = name !== null && isNext(name, contextConstructed(1));
  const nameRelativeToCRLIssuer = relative ? readRdn(name, contextConstructed(1)) : null;
  const fullName = name !== null && !relative ? readGeneralNames(name, contextConstructed(0)) : null;
  name?.finish();
  const reasons = isNext(fields, contextPrimitive(1)) ? reasonNames(fields.namedBits(contextPrimitive(1))) : null;
  const cRLIssuer = isNext(fields, contextConstructed(2)) ? readGeneralNames(fields, contextConstructed(2)) : null;
  fields.finish();
  if (name === null && cRLIssuer === null) throw new X509Error('field-missing', { offset: fields.offset });
  return { fullName, nameRelativeToCRLIssuer, reasons, cRLIssuer };
}

function reasonNames(bits: readonly number[]): ReasonFlag[] {
  return bits.map((bit) => REASONS[bit]).filter((reason) => reason !== undefined);
}
