import { hexOf } from '@quorate/der';
import { excerpt } from '@quorate/syntax';
import {
  addNameConstraints,
  type CertificateExtensions,
  certificateExtensions,
  checkNames,
  type GeneralName,
  generalNameText,
  type NameSubtrees,
  noSubtrees,
  parseName,
} from '@quorate/x509';
import { nameConstraints } from '../extension/name-extensions.ts';
import { demandAlternativeNames, demandConstraintBases } from '../name/alternative-name.ts';
import { encodeGeneralName, encodeGeneralNames } from '../name/general-name.ts';
import type { AlternativeName } from '../name/name-types.ts';
import type { CertificateProfile } from '../profile.ts';
import type { NameConstraintsProfile } from '../profile-extensions.ts';
import { boundsOf, type CarryItem, listed, outside, ruleInvalid, ruleOf, sameValues } from './carry-item.ts';
import { readForeignNames } from './foreign-names.ts';

const MEMBER = 'subjectAltName';

/** subjectAltName: the names in the order of the request. */
export function subjectAltNameItem(profile: CertificateProfile, extensions: CertificateExtensions): CarryItem {
  const carry = profile.csr?.subjectAltName;
  const rule = ruleOf(carry);
  const within = boundsOf(carry);
  const limits = within === null ? null : readLimits(within);
  const asked = extensions.subjectAltName?.names ?? null;
  const own = profile.subjectAltName;
  return {
    name: MEMBER,
    rule,
    asked: asked && listed(asked, shown),
    own: () => (own === undefined ? null : ownText(own)),
    take: () => {
      if (asked === null) return {};
      const names = readForeignNames(asked, MEMBER);
      if (limits !== null) demandWithin(asked, limits);
      else if (rule === 'require' && own !== undefined) {
        if (!sameValues(keysOf(names), keysOf(own))) outside(MEMBER, ownText(own), listed(asked, shown));
        return {};
      }
      return { subjectAltName: names };
    },
  };
}

interface Limits {
  readonly subtrees: NameSubtrees;
  /** Types of names that may be asked for; `null`: all. */
  readonly types: readonly GeneralName['type'][] | null;
}

function readLimits(within: NameConstraintsProfile): Limits {
  const path = `${MEMBER}.within`;
  const { permitted, excluded } = within;
  if (permitted === undefined && excluded === undefined) ruleInvalid(path, 'permitted or excluded names', 'neither');
  if (permitted !== undefined) demandConstraintBases(permitted, `csr.${path}.permitted`);
  if (excluded !== undefined) demandConstraintBases(excluded, `csr.${path}.excluded`);
  const { value } = nameConstraints(within);
  const read = certificateExtensions({ extensions: [{ oid: '2.5.29.30', critical: true, value }] }).nameConstraints;
  return {
    subtrees: read === null ? noSubtrees : addNameConstraints(noSubtrees, read),
    types: permitted === undefined ? null : permitted.map(({ type }) => type),
  };
}

/** Comparisons of names; verifiers give up there. */
const MAX_COMPARISONS = 2 ** 20;
const NOBODY = parseName(Uint8Array.of(0x30, 0));

function demandWithin(asked: readonly GeneralName[], { subtrees, types }: Limits): void {
  asked.forEach((name, i) => {
    if (types === null || types.includes(name.type)) return;
    outside(`${MEMBER}[${i}]`, `a name of type ${[...new Set(types)].join(', ')}`, shown(name));
  });
  let left = MAX_COMPARISONS;
  const spend = (comparisons: number): boolean => {
    left -= comparisons;
    return left >= 0;
  };
  const violation = checkNames(subtrees, { subject: NOBODY, subjectAltName: asked }, spend);
  if (violation === null) return;
  const { name, base, reason } = violation;
  const at = asked.indexOf(name as GeneralName);
  const expected = `a name within the bounds of the rule, as ${shown(base)}`;
  const actual = `${asked[at] === undefined ? 'a name' : shown(asked[at])}: ${reason.replaceAll('-', ' ')}`;
  outside(`${MEMBER}[${Math.max(at, 0)}]`, expected, actual);
}

function keysOf(names: readonly AlternativeName[]): readonly string[] {
  return names.map((name, i) => hexOf(encodeGeneralName(name, `${MEMBER}[${i}]`)));
}

function shown(name: GeneralName): string {
  return `\`${excerpt(generalNameText(name), 200)}\``;
}

function ownText(names: readonly AlternativeName[]): string {
  demandAlternativeNames(names, MEMBER);
  const extension = { oid: '2.5.29.17', critical: false, value: encodeGeneralNames(names, MEMBER) };
  return listed(certificateExtensions({ extensions: [extension] }).subjectAltName?.names ?? [], shown);
}
