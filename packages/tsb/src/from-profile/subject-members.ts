import type { CertificateProfile, DistinguishedName } from '@quorate/issue';
import type { JsonValue } from '@quorate/syntax';
import type { CertificationRequest } from '@quorate/x509';
import { TsbError } from '../error.ts';
import { ATTRIBUTE_TYPES, type SubjectMembers } from '../subject.ts';
import { demandNameValue } from './name-value.ts';
import { type NotExpressible, unheard, unsaid } from './not-expressible.ts';

/** In which of its two generations the interface states a subject (SKA.md 3.3). */
export type Dialect = SubjectMembers['dialect'];

/** The part of a body that states the subject, and what it leaves out. */
export interface SubjectPart {
  readonly members: { readonly [member: string]: JsonValue };
  readonly losses: readonly NotExpressible[];
}

/** One attribute of the subject, and its place. */
interface Attribute {
  /** A name as profiles have it, or dotted text. */
  readonly type: string;
  /** `null`: a value that is not text. */
  readonly text: string | null;
  /** Whether the profile wants a PrintableString, as servers write wherever the characters allow. */
  readonly printable: boolean;
  readonly path: string;
}

/** Where profiles, with the standards, have another name than the interface. */
const OTHER_NAMES: ReadonlyMap<string, string> = new Map([
  ['organizationalUnitName', 'organizationUnitName'],
  ['localityName', 'locality'],
  ['countryName', 'country'],
  ['emailAddress', 'email'],
]);

const MEMBER_ORDER: readonly string[] = ATTRIBUTE_TYPES.map(([member]) => member);

/** Types whose values profiles and servers write alike: PrintableString, IA5String. */
const SAME_STRING_TYPE: readonly string[] = ['country', 'email'];
const PRINTABLE = /^[A-Za-z0-9 '()+,./:=?-]*$/;

/**
 * The subject as a body states it.
 *
 * @param profile its subject; `from-request` takes that of `csr`
 * @throws TsbError `name-value-unsafe`; `profile-not-expressible` without a common name, which every body must have
 */
export function subjectPart(
  { subject }: CertificateProfile,
  dialect: Dialect,
  csr: CertificationRequest | null,
): SubjectPart {
  const losses: NotExpressible[] = [];
  const stated = new Map<string, string>();
  const printable = new Set(SAME_STRING_TYPE);
  for (const { type, text, printable: same, path } of subject === 'from-request'
    ? ofRequest(csr, losses)
    : ofProfile(subject)) {
    const member = memberOf(type);
    const why = whyUnsaid(member, text, dialect, stated);
    if (why !== null) losses.push(unsaid(path, why));
    if (why !== null || member === null || text === null) continue;
    demandNameValue(text, `${path}.value`);
    stated.set(member, text);
    if (same) printable.add(member);
    if (member === 'pseudonym') losses.push(unheard(path, 'servers take this member and leave it out of the name'));
  }
  const commonName = stated.get('commonName');
  if (commonName === undefined) {
    const expected = 'a common name: no body can do without';
    throw new TsbError('profile-not-expressible', { path: 'subject', expected, actual: 'none' });
  }
  losses.push(...encodingLosses(stated, printable));
  if (dialect === 'commonName') return { members: { commonName }, losses };
  const inOrder = MEMBER_ORDER.flatMap((member): [string, string][] => {
    const text = stated.get(member);
    return text === undefined ? [] : [[member, text]];
  });
  return { members: { standardCertificateAttributes: Object.fromEntries(inOrder) }, losses };
}

function ofProfile(subject: DistinguishedName): Attribute[] {
  return subject.map(({ type, value, string }, i) => ({
    type,
    text: value,
    printable: string === 'PrintableString',
    path: `subject[${i}]`,
  }));
}

function ofRequest(csr: CertificationRequest | null, losses: NotExpressible[]): Attribute[] {
  if (csr === null) {
    const [expected, actual] = ['a name: there is no CSR to take it from', '`from-request`'];
    throw new TsbError('profile-not-expressible', { path: 'subject', expected, actual });
  }
  const { rdns } = csr.subject;
  if (rdns.some((rdn) => rdn.length > 1)) {
    losses.push(unsaid('subject', 'servers put each attribute in a relative distinguished name of its own'));
  }
  return rdns.flatMap((rdn, i) =>
    rdn.map(({ type, text }, k) => {
      const path = rdn.length === 1 ? `csr.subject[${i}]` : `csr.subject[${i}][${k}]`;
      return { type, text, printable: false, path };
    }),
  );
}

/** The member of the interface for an attribute type, or `null`. */
function memberOf(type: string): string | null {
  const name = OTHER_NAMES.get(type) ?? type;
  return ATTRIBUTE_TYPES.find(([member, oid]) => oid === type || (member === name && !isRestOnly(type)))?.[0] ?? null;
}

/** `country` and the like are names of the interface alone. */
function isRestOnly(type: string): boolean {
  return [...OTHER_NAMES.values()].includes(type);
}

function whyUnsaid(
  member: string | null,
  text: string | null,
  dialect: Dialect,
  stated: ReadonlyMap<string, string>,
): string | null {
  if (member === null) return 'the interface has no member for this attribute type';
  if (dialect === 'commonName' && member !== 'commonName') return 'this dialect states the common name alone';
  if (stated.has(member)) return 'the interface has each attribute once: the first is taken';
  return text === null ? 'the value is not text' : null;
}

/** Order and string types are the server's: keytool writes the list from its end (SKA.md 8.2.16, 8.3). */
function encodingLosses(stated: ReadonlyMap<string, string>, same: ReadonlySet<string>): NotExpressible[] {
  const losses: NotExpressible[] = [];
  const order = [...stated.keys()].filter((member) => member !== 'pseudonym');
  const theirs = MEMBER_ORDER.filter((member) => order.includes(member)).reverse();
  if (order.join() !== theirs.join()) {
    losses.push(unsaid('subject', `the order of the attributes is the server's: ${theirs.join(', ')}`));
  }
  if ([...stated].some(([member, text]) => !same.has(member) && PRINTABLE.test(text))) {
    const why = "the string types are the server's: PrintableString where the characters allow, not UTF8String";
    losses.push(unsaid('subject', why));
  }
  return losses;
}
