import type { DerReader } from '@quorate/der';
import type { Extension } from './extension.ts';
import { type GeneralName, readGeneralName, readGeneralNames } from './general-name.ts';
import { readList, readValue } from './value.ts';

/** subjectAltName or issuerAltName (RFC 5280, 4.2.1.6 and 4.2.1.7): at least one name. */
export interface AltName {
  readonly critical: boolean;
  readonly names: readonly GeneralName[];
}

export function readAltName({ critical, value }: Extension): AltName {
  return { critical, names: readValue(value, (reader) => readGeneralNames(reader)) };
}

/** An AccessDescription (RFC 5280, 4.2.2.1). */
export interface AccessDescription {
  /** accessMethod as dotted text. */
  readonly method: string;
  readonly location: GeneralName;
}

/** authorityInfoAccess or subjectInfoAccess (RFC 5280, 4.2.2): at least one description. */
export interface InfoAccess {
  readonly critical: boolean;
  readonly descriptions: readonly AccessDescription[];
}

export function readInfoAccess({ critical, value }: Extension): InfoAccess {
  return { critical, descriptions: readValue(value, (reader) => readList(reader, readDescription)) };
}

function readDescription(list: DerReader): AccessDescription {
  const fields = list.sequence();
  const description = { method: fields.oid(), location: readGeneralName(fields) };
  fields.finish();
  return description;
}
