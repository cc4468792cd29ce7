import { contextPrimitive, type DerReader } from '@quorate/der';
import {
  type DistributionPointName,
  type ReasonFlag,
  readDistributionPointName,
  readReasonFlags,
} from './crl-distribution-points.ts';
import { X509Error } from './error.ts';
import type { Extension } from './extension.ts';
import { isNext, readValue } from './value.ts';

/**
 * issuingDistributionPoint (RFC 5280, 5.2.5): at least one field. That at most one of `onlyContainsUserCerts`,
 * `onlyContainsCACerts` and `onlyContainsAttributeCerts` is true is not checked here.
 */
export interface IssuingDistributionPoint {
  readonly critical: boolean;
  readonly distributionPoint: DistributionPointName | null;
  readonly onlyContainsUserCerts: boolean;
  readonly onlyContainsCACerts: boolean;
  /** `null`: for all reasons. Bits that RFC 5280 does not name are left out. */
  readonly onlySomeReasons: readonly ReasonFlag[] | null;
  readonly indirectCRL: boolean;
  readonly onlyContainsAttributeCerts: boolean;
}

export function readIssuingDistributionPoint({ critical, value }: Extension): IssuingDistributionPoint {
  return readValue(value, (reader) => {
    const fields = reader.sequence();
    if (fields.offset === fields.end) throw new X509Error('empty', { offset: fields.offset });
    const point = {
      critical,
      distributionPoint: readDistributionPointName(fields),
      onlyContainsUserCerts: readFlag(fields, 1),
      onlyContainsCACerts: readFlag(fields, 2),
      onlySomeReasons: readReasonFlags(fields, 3),
      indirectCRL: readFlag(fields, 4),
      onlyContainsAttributeCerts: readFlag(fields, 5),
    };
    fields.finish();
    return point;
  });
}

/** A BOOLEAN DEFAULT FALSE, which is left out when it is that. */
function readFlag(fields: DerReader, number: number): boolean {
  const tag = contextPrimitive(number);
  if (!isNext(fields, tag)) return false;
  const { offset } = fields;
  if (!fields.boolean(tag)) throw new X509Error('malformed', { offset });
  return true;
}
