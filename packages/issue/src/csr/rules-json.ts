import { type KeyUsage, keyUsageNames } from '@quorate/x509';
import { exactOptional, type GenericSchema, metadata, picklist, pipe, strictObject, string, union } from 'valibot';
import type { AttributeTypeAndValue } from '../name/name-types.ts';
import type { NameConstraintsProfile } from '../profile-extensions.ts';
import { readNames, writeNames } from '../profile-json/names.ts';
import { countOf, generalNamesShape, listOf, nameShape, oidShape } from '../profile-json/shape-parts.ts';
import type { GeneralNameJson } from '../profile-json/types.ts';
import { type Carry, type CarryRule, type CsrRules, carryRules, neverCarried } from './rules.ts';

/** Bounds of subjectAltName in JSON: addresses as `ADDRESS/BITS`. */
export interface NameLimitsJson {
  readonly permitted?: readonly GeneralNameJson[];
  readonly excluded?: readonly GeneralNameJson[];
}

/** The rules in JSON: the same but for the bounds of names. */
export type CsrRulesJson = Omit<CsrRules, 'subjectAltName'> & { readonly subjectAltName?: Carry<NameLimitsJson> };

const ruleShape: GenericSchema<unknown, CarryRule> = picklist(carryRules);

/** A rule, or one with bounds. */
function carryOf<W>(within: GenericSchema<unknown, W>, description: string) {
  const bounded = strictObject({ rule: picklist(['allow', 'require']), within });
  const either = union([ruleShape, bounded], `${carryRules.join(', ')}, or allow or require with \`within\``);
  return exactOptional(pipe(either, metadata({ description })));
}

function plain(description: string) {
  return exactOptional(pipe(ruleShape, metadata({ description })));
}

const never = exactOptional(
  pipe(picklist(['override', 'refuse']), metadata({ description: 'Only the issuer can say it.' })),
);
const usages: GenericSchema<unknown, readonly KeyUsage[]> = listOf(picklist(keyUsageNames), 'Usages.');
const attributes: GenericSchema<unknown, readonly AttributeTypeAndValue[]> = nameShape;

/** The shape of the rules in JSON. */
export const csrRulesShape: GenericSchema<unknown, CsrRulesJson> = strictObject({
  subject: carryOf(attributes, 'The name; within: what it begins with.'),
  basicConstraints: plain('Never beyond what the profile has.'),
  keyUsage: carryOf(usages, 'Usages; within: those that may be asked for.'),
  extendedKeyUsage: carryOf(listOf(string(), 'Names or object identifiers.'), 'Purposes; within: likewise.'),
  subjectKeyIdentifier: plain('The identifier that the request states.'),
  subjectAltName: carryOf(
    strictObject({ permitted: exactOptional(generalNamesShape), excluded: exactOptional(generalNamesShape) }),
    'Names; within: as name constraints, addresses as ADDRESS/BITS.',
  ),
  certificatePolicies: carryOf(listOf(string(), 'Object identifiers or `anyPolicy`.'), 'Policies without qualifiers.'),
  tlsFeature: carryOf(listOf(countOf(0, 0xffff, 'A TLS extension.'), 'Numbers.'), 'Promises of a TLS server.'),
  ...Object.fromEntries(Object.keys(neverCarried).map((name) => [name, never])),
  extensions: exactOptional(
    listOf(strictObject({ oid: oidShape, rule: ruleShape }), 'Extensions without a member of their own.'),
  ),
  unnamed: exactOptional(
    pipe(picklist(['ignore', 'refuse']), metadata({ description: 'What no rule is about; default ignore.' })),
  ),
}) as GenericSchema<unknown, CsrRulesJson>;

/**
 * Rules from JSON that has their shape.
 *
 * @throws IssueError `profile-malformed` for addresses and bytes that are none
 */
export function readCsrRules(json: CsrRulesJson, path: string): CsrRules {
  const { subjectAltName: names, ...rest } = json;
  if (names === undefined || typeof names === 'string') return { ...rest, ...(names && { subjectAltName: names }) };
  const { rule, within } = names;
  const list = (side: 'permitted' | 'excluded'): Partial<NameConstraintsProfile> => {
    const bases = within[side];
    const place = `${path}.subjectAltName.within.${side}`;
    return bases === undefined ? {} : { [side]: readNames(bases, place, 'subnet') };
  };
  return { ...rest, subjectAltName: { rule, within: { ...list('permitted'), ...list('excluded') } } };
}

/** Rules as JSON that `readCsrRules` reads as the same. */
export function writeCsrRules(rules: CsrRules): CsrRulesJson {
  const { subjectAltName: names, ...rest } = rules;
  if (names === undefined || typeof names === 'string') return { ...rest, ...(names && { subjectAltName: names }) };
  const { rule, within } = names;
  const { permitted, excluded } = within;
  const limits = {
    ...(permitted === undefined ? {} : { permitted: writeNames(permitted) }),
    ...(excluded === undefined ? {} : { excluded: writeNames(excluded) }),
  };
  return { ...rest, subjectAltName: { rule, within: limits } };
}
