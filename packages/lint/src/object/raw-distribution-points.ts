import { bytesOf, type DerElement } from '@quorate/der';
import { extensionItems } from './extension-items.ts';
import { extensionOf } from './extension-value.ts';
import { inside } from './fields.ts';
import type { LintObject } from './lint-object.ts';
import { type RawGeneralName, rawGeneralName } from './raw-general-name.ts';
import { remembered } from './remembered.ts';

/** A DistributionPoint (RFC 5280, 4.2.1.13) of which only the structure is known to be right. Byte fields are views. */
export interface RawDistributionPoint {
  readonly extension: 'cRLDistributionPoints' | 'freshestCRL';
  readonly bytes: Uint8Array;
  readonly hasName: boolean;
  /** `null` when the field is left out, or the point has the other form of name. */
  readonly fullName: readonly RawGeneralName[] | null;
  readonly nameRelativeToCRLIssuer: boolean;
  readonly hasReasons: boolean;
  readonly cRLIssuer: readonly RawGeneralName[] | null;
}

const EXTENSIONS = ['cRLDistributionPoints', 'freshestCRL'] as const;

/** The points of cRLDistributionPoints, then those of freshestCRL. */
export const rawDistributionPoints: (object: LintObject) => readonly RawDistributionPoint[] = remembered((object) =>
  EXTENSIONS.flatMap((name) => {
    const extension = extensionOf(object, name);
    return extension === null ? [] : extensionItems(extension, name).map((element) => readPoint(element, name));
  }),
);

function readPoint(element: DerElement, extension: RawDistributionPoint['extension']): RawDistributionPoint {
  const field = `extensions.${extension}`;
  const fields = inside(element, field).all();
  const names = (list: DerElement): RawGeneralName[] => inside(list, field).all().map(rawGeneralName);
  const name = fields.find(({ tag }) => tag === 0xa0);
  const choice = name === undefined ? null : inside(name, field).at(0, field);
  const issuer = fields.find(({ tag }) => tag === 0xa2);
  return {
    extension,
    bytes: bytesOf(element),
    hasName: name !== undefined,
    fullName: choice?.tag === 0xa0 ? names(choice) : null,
    nameRelativeToCRLIssuer: choice?.tag === 0xa1,
    hasReasons: fields.some(({ tag }) => tag === 0x81),
    cRLIssuer: issuer === undefined ? null : names(issuer),
  };
}
