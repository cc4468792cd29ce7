import type { GeneralName } from '../general-name.ts';
import type { Name } from '../name.ts';
import { isSmtpUtf8Mailbox, isSupported, readConstrainedName } from './constrained-name.ts';
import type { NameSubtrees, SubtreeSet } from './name-subtrees.ts';
import type { Subtree, SubtreeList } from './subtree.ts';
import { subtreeAround } from './within.ts';

/** Why the names of a certificate do not meet name constraints. */
export type NameViolationReason =
  /** Within an excluded subtree, `base`. */
  | 'excluded'
  /** In no permitted subtree of a certificate; `base` is the first that it has for this type of name. */
  | 'not-permitted'
  /** Of a type whose constraints are not applied here, and there is one: `base`. */
  | 'unsupported'
  /**
   * Of a type that is constrained, by `base`, and without the syntax that constraints can be applied to: a dNSName that is
   * no host name, a mail address that is no mailbox at a named host, a URI whose host is not a domain name.
   */
  | 'malformed-name'
  /** There are more names and subtrees to compare than the caller would spend. */
  | 'budget';

/** A name that constraints were applied to: of subjectAltName, the subject itself, or an emailAddress in the subject. */
export type CheckedName =
  | GeneralName
  | { readonly type: 'subject'; readonly name: Name }
  | { readonly type: 'emailAddress'; readonly text: string | null; readonly value: Uint8Array };

export interface NameViolation {
  readonly reason: NameViolationReason;
  readonly name: CheckedName;
  readonly base: GeneralName;
}

/** The names of a certificate. */
export interface CertificateNames {
  readonly subject: Name;
  /** `null` when the certificate has no such extension. */
  readonly subjectAltName: readonly GeneralName[] | null;
}

/**
 * Checks the names of a certificate against the constraints of those before it (RFC 5280, 6.1.3 (b), (c) and 4.2.1.10):
 * the subject unless it is empty, every name of subjectAltName, and where that extension is missing each emailAddress of
 * the subject. Whether the certificate is one that constraints apply to (self-issued ones that are not the last are not)
 * is for the caller to know.
 *
 * - directoryName: by `isNameWithin`; against an excluded subtree text of every string type is compared.
 * - dNSName: the name or any below it, without regard to case or a trailing dot; an empty base is every name. A wildcard
 *   is permitted if all that it matches is, and excluded if any of it is. A base with a leading dot, which the RFC does
 *   not know, permits nothing and excludes the name after the dot and all below.
 * - iPAddress: by address and mask. An IPv4 address is in no IPv6 subnet, nor the reverse.
 * - rfc822Name: a mailbox, all at a host, or with a leading dot all at hosts below it; an empty base is every mailbox. A
 *   local part is compared exactly, an SmtpUTF8Mailbox not at all: it is `unsupported` (RFC 9598, 6).
 * - uniformResourceIdentifier: the host, or with a leading dot all below it. A URI without a domain name for its host is
 *   refused whatever the constraint.
 *
 * A base of another type, or ill-formed, permits nothing; an ill-formed base excludes everything of its type.
 *
 * @param spend called before names are compared, with the number of subtrees that one name is about to be compared with;
 * `false` ends the check
 * @returns the first violation, in the order subject, subjectAltName, mail addresses of the subject; or `null`
 */
export function checkNames(
  state: NameSubtrees,
  names: CertificateNames,
  spend: (comparisons: number) => boolean,
): NameViolation | null {
  if (state.permitted.length === 0 && state.excluded.length === 0) return null;
  const { subject, subjectAltName } = names;
  if (subject.rdns.length > 0) {
    const name: GeneralName = { type: 'directoryName', name: subject };
    const shown: CheckedName = { type: 'subject', name: subject };
    const violation = checkName(constraintsOn(state, 'directoryName'), { type: 'directoryName', name, shown }, spend);
    if (violation !== null) return violation;
  }
  if (subjectAltName !== null) return checkAltNames(state, subjectAltName, spend);
  for (const address of addressesIn(subject)) {
    const violation = checkName(constraintsOn(state, 'rfc822Name'), address, spend);
    if (violation !== null) return violation;
  }
  return null;
}

/** Names of a type that nothing constrains are not looked at, however many there are. */
function checkAltNames(
  state: NameSubtrees,
  names: readonly GeneralName[],
  spend: (comparisons: number) => boolean,
): NameViolation | null {
  let first: { readonly at: number; readonly violation: NameViolation } | null = null;
  for (const [type, places] of placesByType(names)) {
    const constraints = constraintsOn(state, type);
    if (constraints.permitted.length === 0 && constraints.excluded.length === 0) continue;
    for (const at of places) {
      if (first !== null && first.at <= at) break;
      const name = names[at] as GeneralName;
      const violation = checkName(constraints, { type, name, shown: name }, spend);
      if (violation !== null) first = { at, violation };
    }
  }
  return first?.violation ?? null;
}

/** Worked out once for each extension, whichever path it is in. */
const PLACES = new WeakMap<readonly GeneralName[], ReadonlyMap<GeneralName['type'], readonly number[]>>();

/** Where the names stand to which the constraints of a type apply. */
function placesByType(names: readonly GeneralName[]): ReadonlyMap<GeneralName['type'], readonly number[]> {
  let places = PLACES.get(names);
  if (places === undefined) {
    const found = new Map<GeneralName['type'], number[]>();
    for (const [at, name] of names.entries()) {
      for (const type of isSmtpUtf8Mailbox(name) ? ['rfc822Name' as const, name.type] : [name.type]) {
        const list = found.get(type);
        if (list === undefined) found.set(type, [at]);
        else list.push(at);
      }
    }
    places = found;
    PLACES.set(names, places);
  }
  return places;
}

const EMAIL_ADDRESS = '1.2.840.113549.1.9.1';

/** All subtrees of one type, one list for each certificate that has some. */
interface Constraints {
  readonly permitted: readonly SubtreeList[];
  readonly excluded: readonly SubtreeList[];
}

interface Checked {
  /** Whose constraints apply. */
  readonly type: GeneralName['type'];
  /** `null` when there is something in the place of the name that is none. */
  readonly name: GeneralName | null;
  readonly shown: CheckedName;
}

function addressesIn(subject: Name): Checked[] {
  return subject.rdns.flat().flatMap(({ type, text, value }) => {
    if (type !== EMAIL_ADDRESS) return [];
    const name: GeneralName | null = text === null ? null : { type: 'rfc822Name', value: text };
    return [{ type: 'rfc822Name', name, shown: { type: 'emailAddress', text, value } } as const];
  });
}

function checkName(
  { permitted, excluded }: Constraints,
  { type, name, shown }: Checked,
  spend: (comparisons: number) => boolean,
): NameViolation | null {
  const first = (excluded[0] ?? permitted[0])?.subtrees[0];
  if (first === undefined) return null;
  const violation = (reason: NameViolationReason, { base }: Subtree = first): NameViolation => ({
    reason,
    name: shown,
    base,
  });
  if (!isSupported(type) || (name !== null && name.type !== type)) return violation('unsupported');
  const read = name === null ? null : readConstrainedName(name);
  if (read === null) return violation('malformed-name');
  for (const list of excluded) {
    if (!spend(list.subtrees.length)) return violation('budget');
    const found = subtreeAround(read, list, 'excluded');
    if (found !== null) return violation('excluded', found);
  }
  for (const list of permitted) {
    if (!spend(list.subtrees.length)) return violation('budget');
    if (subtreeAround(read, list, 'permitted') === null) return violation('not-permitted', list.subtrees[0]);
  }
  return null;
}

function constraintsOn({ permitted, excluded }: NameSubtrees, type: GeneralName['type']): Constraints {
  return { permitted: subtreesOf(permitted, type), excluded: subtreesOf(excluded, type) };
}

function subtreesOf(sets: readonly SubtreeSet[], type: GeneralName['type']): SubtreeList[] {
  return sets.flatMap((set) => set.get(type) ?? []);
}
