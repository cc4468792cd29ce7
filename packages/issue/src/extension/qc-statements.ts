import { DerReader, encodeElement, encodeInteger, encodeOid, encodeSequence, Tag } from '@quorate/der';
import { isUri } from '../name/alternative-name.ts';
import type { QcStatement, QcType } from '../profile-extensions.ts';
import { asciiBytes, quoted } from '../text.ts';
import { demandCount, demandDer, demandItems, demandOid, demandOnce, refuse } from './demand.ts';
import type { ExtensionContent } from './planned-extension.ts';

/** id-pe-qcStatements (RFC 3739, 3.2.6). */
export const QC_STATEMENTS = '1.3.6.1.5.5.7.1.3';

/** statementIds of RFC 3739, 3.2.6.1 and ETSI EN 319 412-5, 4. */
const STATEMENTS: Readonly<Record<Exclude<QcStatement['type'], 'other'>, string>> = {
  'pkixQCSyntax-v1': '1.3.6.1.5.5.7.11.1',
  'pkixQCSyntax-v2': '1.3.6.1.5.5.7.11.2',
  qcCompliance: '0.4.0.1862.1.1',
  qcLimitValue: '0.4.0.1862.1.2',
  qcRetentionPeriod: '0.4.0.1862.1.3',
  qcSSCD: '0.4.0.1862.1.4',
  qcPDS: '0.4.0.1862.1.5',
  qcType: '0.4.0.1862.1.6',
  qcCClegislation: '0.4.0.1862.1.7',
};

/** ETSI EN 319 412-5, 4.2.3. */
const TYPES: Readonly<Record<QcType, string>> = {
  esign: '0.4.0.1862.1.6.1',
  eseal: '0.4.0.1862.1.6.2',
  web: '0.4.0.1862.1.6.3',
};

export const qcTypes: readonly QcType[] = ['esign', 'eseal', 'web'];

const MAX_AMOUNT = 2 ** 31 - 1;
const MAX_EXPONENT = 100;
const MAX_YEARS = 1000;

/**
 * qcStatements (RFC 3739, 3.2.6). That the statements are true, and go together, is the issuer's to know.
 *
 * @throws IssueError `extension-invalid`
 */
export function qcStatements(statements: readonly QcStatement[]): ExtensionContent {
  demandItems(statements, 'qcStatements');
  const parts = statements.map((statement, i) => {
    const path = `qcStatements[${i}]`;
    const oid = statementOid(statement, path);
    const info = statementInfo(statement, path);
    return { oid, info, bytes: encodeSequence(encodeOid(oid), ...(info === null ? [] : [info])) };
  });
  demandOnce(
    parts.map(({ oid }) => oid),
    'qcStatements',
  );
  const meant = { statements: parts.map(({ oid, info }) => ({ oid, info })) };
  return { value: encodeSequence(...parts.map(({ bytes }) => bytes)), meant };
}

/** Reads the extension again: statements by their object identifiers, what they say as it stands. */
export function readQcStatements(value: Uint8Array): object {
  const list = DerReader.of(value).sequence();
  const statements: object[] = [];
  while (list.offset < list.end) {
    const fields = list.sequence();
    const oid = fields.oid();
    const [start, end] = [fields.offset, fields.end];
    statements.push({ oid, info: start === end ? null : value.subarray(start, end) });
  }
  return { statements };
}

function statementOid(statement: QcStatement, path: string): string {
  if (statement.type !== 'other') {
    if (Object.hasOwn(STATEMENTS, statement.type)) return STATEMENTS[statement.type];
    const known = [...Object.keys(STATEMENTS), 'other'].join(', ');
    refuse(`${path}.type`, `one of ${known}`, quoted(String((statement as { type: unknown }).type)));
  }
  const { oid } = statement;
  demandOid(oid, `${path}.oid`);
  const known = Object.entries(STATEMENTS).find(([, id]) => id === oid)?.[0];
  if (known !== undefined) refuse(`${path}.oid`, `the type ${known} in place of its object identifier`, oid);
  return oid;
}

function statementInfo(statement: QcStatement, path: string): Uint8Array | null {
  switch (statement.type) {
    case 'qcCompliance':
    case 'qcSSCD':
      return null;
    case 'qcType':
      demandItems(statement.types, `${path}.types`);
      demandOnce(statement.types, `${path}.types`);
      return encodeSequence(...statement.types.map((type, i) => qcType(type, `${path}.types[${i}]`)));
    case 'qcRetentionPeriod':
      demandCount(statement.years, 0, MAX_YEARS, `${path}.years`);
      return encodeInteger(statement.years);
    case 'qcLimitValue': {
      const { currency, amount, exponent } = statement;
      if (!/^[A-Z]{3}$/.test(currency))
        refuse(`${path}.currency`, 'three capital letters (ISO 4217)', quoted(currency));
      demandCount(amount, 0, MAX_AMOUNT, `${path}.amount`);
      demandCount(exponent, -MAX_EXPONENT, MAX_EXPONENT, `${path}.exponent`);
      return encodeSequence(printable(currency), encodeInteger(amount), encodeInteger(exponent));
    }
    case 'qcPDS':
      demandItems(statement.locations, `${path}.locations`);
      return encodeSequence(
        ...statement.locations.map((location, i) => pdsLocation(location, `${path}.locations[${i}]`)),
      );
    case 'qcCClegislation':
      demandItems(statement.countries, `${path}.countries`);
      demandOnce(statement.countries, `${path}.countries`);
      return encodeSequence(...statement.countries.map((code, i) => country(code, `${path}.countries[${i}]`)));
    case 'pkixQCSyntax-v1':
    case 'pkixQCSyntax-v2': {
      const { semanticsIdentifier } = statement;
      if (semanticsIdentifier === undefined) return null;
      demandOid(semanticsIdentifier, `${path}.semanticsIdentifier`);
      return encodeSequence(encodeOid(semanticsIdentifier));
    }
    case 'other':
      if (statement.der === undefined) return null;
      demandDer(statement.der, `${path}.der`);
      return statement.der;
  }
}

function qcType(type: QcType, path: string): Uint8Array {
  if (!Object.hasOwn(TYPES, type)) refuse(path, `one of ${qcTypes.join(', ')}`, quoted(String(type)));
  return encodeOid(TYPES[type]);
}

function pdsLocation({ url, language }: { readonly url: string; readonly language: string }, path: string): Uint8Array {
  if (!isUri(url) || !/^https:/i.test(url))
    refuse(`${path}.url`, 'an `https` URL (EN 319 412-5, 4.3.4)', quoted(String(url)));
  if (!/^[a-z]{2}$/.test(language))
    refuse(`${path}.language`, 'two small letters (ISO 639-1)', quoted(String(language)));
  return encodeSequence(encodeElement(Tag.IA5_STRING, asciiBytes(url)), printable(language));
}

function country(code: string, path: string): Uint8Array {
  if (!/^[A-Z]{2}$/.test(code)) refuse(path, 'two capital letters (ISO 3166)', quoted(String(code)));
  return printable(code);
}

function printable(text: string): Uint8Array {
  return encodeElement(Tag.PRINTABLE_STRING, asciiBytes(text));
}
