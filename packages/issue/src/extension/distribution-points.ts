import { contextConstructed, contextPrimitive, encodeElement, encodeNamedBits, encodeSequence } from '@quorate/der';
import type { ReasonFlag } from '@quorate/x509';
import { demandAlternativeNames } from '../name/alternative-name.ts';
import { encodeGeneralNames, meantNames } from '../name/general-name.ts';
import type { AlternativeName } from '../name/name-types.ts';
import type { DistributionPointProfile } from '../profile-extensions.ts';
import { quoted } from '../text.ts';
import { demandItems, demandOnce, refuse } from './demand.ts';
import type { ExtensionContent } from './planned-extension.ts';

/** The reasons that a distribution point may have, in the order of their bits, the first being bit 1 (RFC 5280, 4.2.1.13). */
export const reasonFlags: readonly ReasonFlag[] = [
  'keyCompromise',
  'cACompromise',
  'affiliationChanged',
  'superseded',
  'cessationOfOperation',
  'certificateHold',
  'privilegeWithdrawn',
  'aACompromise',
];

/**
 * cRLDistributionPoints or freshestCRL (RFC 5280, 4.2.1.13, 4.2.1.15).
 *
 * @throws IssueError `extension-invalid`, `alternative-name-invalid` and the codes of a distinguished name
 */
export function distributionPoints(points: readonly DistributionPointProfile[], path: string): ExtensionContent {
  demandItems(points, path);
  const parts = points.map((point, i) => distributionPoint(point, `${path}[${i}]`));
  return {
    value: encodeSequence(...parts.map(({ value }) => value)),
    meant: { points: parts.map(({ meant }) => meant) },
  };
}

function distributionPoint(point: DistributionPointProfile, path: string): ExtensionContent {
  const { fullName, reasons, cRLIssuer } = point;
  if (fullName === undefined && cRLIssuer === undefined) refuse(path, '`fullName` or `cRLIssuer`', 'neither');
  const fields: Uint8Array[] = [];
  if (fullName !== undefined) fields.push(distributionPointName(fullName, `${path}.fullName`));
  if (reasons !== undefined) fields.push(encodeReasons(reasons, 1, `${path}.reasons`));
  if (cRLIssuer !== undefined) {
    const place = `${path}.cRLIssuer`;
    demandAlternativeNames(cRLIssuer, place);
    cRLIssuer.forEach(({ type }, i) => {
      if (type !== 'directoryName') refuse(`${place}[${i}].type`, 'directoryName (RFC 5280, 4.2.1.13)', type);
    });
    fields.push(encodeGeneralNames(cRLIssuer, place, contextConstructed(2)));
  }
  const meant = {
    fullName: fullName === undefined ? null : meantNames(fullName, `${path}.fullName`),
    nameRelativeToCRLIssuer: null,
    reasons: reasons === undefined ? null : reasonFlags.filter((reason) => reasons.includes(reason)),
    cRLIssuer: cRLIssuer === undefined ? null : meantNames(cRLIssuer, `${path}.cRLIssuer`),
  };
  return { value: encodeSequence(...fields), meant };
}

/**
 * The field `[0] DistributionPointName` with a fullName.
 *
 * @throws IssueError `alternative-name-invalid` and the codes of a distinguished name
 */
export function distributionPointName(fullName: readonly AlternativeName[], path: string): Uint8Array {
  demandAlternativeNames(fullName, path);
  return encodeElement(contextConstructed(0), encodeGeneralNames(fullName, path, contextConstructed(0)));
}

/**
 * ReasonFlags under the tag `[number]`.
 *
 * @throws IssueError `extension-invalid`
 */
export function encodeReasons(reasons: readonly ReasonFlag[], number: number, path: string): Uint8Array {
  demandItems(reasons, path);
  demandOnce(reasons, path);
  const bits = reasons.map((reason, i) => {
    const bit = reasonFlags.indexOf(reason) + 1;
    if (bit === 0) refuse(`${path}[${i}]`, `one of ${reasonFlags.join(', ')}`, quoted(String(reason)));
    return bit;
  });
  return encodeElement(contextPrimitive(number), encodeNamedBits(bits).subarray(2));
}
