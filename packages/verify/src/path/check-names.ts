import {
  type CertificateExtensions,
  type CheckedName,
  checkNames,
  type NameSubtrees,
  type NameViolation,
} from '@quorate/x509';
import type { Budget } from '../budget.ts';
import { displayGeneralName } from '../display-name.ts';
import type { Fault } from '../fault.ts';
import { fieldPlace, placeOf } from './check-certificate.ts';
import type { Member } from './member.ts';

const ACTIONS: Readonly<Record<NameViolation['reason'], string>> = {
  excluded: 'do not trust it: a CA above it is forbidden to vouch for this name',
  'not-permitted': 'do not trust it: a CA above it may not vouch for this name',
  unsupported: 'the CA above constrains names of a kind that cannot be compared, so no such name can be taken',
  'malformed-name': 'have the certificate issued anew with a well-formed name',
  budget: 'give a higher limit on name comparisons, if you trust who made these certificates',
};

/** RFC 5280, 6.1.3 (b) and (c): the names of a certificate lie within the subtrees of the CAs above it. */
export function nameFault(
  member: Member,
  { subjectAltName }: CertificateExtensions,
  subtrees: NameSubtrees,
  budget: Budget,
): Fault | null {
  const violation = checkNames(
    subtrees,
    { subject: member.certificate.subject, subjectAltName: subjectAltName?.names ?? null },
    (comparisons) => budget.spend('nameComparisons', comparisons),
  );
  if (violation === null) return null;
  const { reason, name } = violation;
  const inSubject = name.type === 'subject' || name.type === 'emailAddress';
  return {
    id: reason === 'budget' ? 'path.budget' : 'path.name-constraints',
    where: inSubject ? 'subject' : 'extensions.subjectAltName',
    message: messageOf(violation, member),
    reference: 'RFC 5280 6.1.3 (b), (c); 4.2.1.10',
    object: member.object,
    ...(inSubject ? fieldPlace(member, 'subject') : placeOf(member, '2.5.29.17')),
    action: ACTIONS[reason],
  };
}

function messageOf({ reason, name, base }: NameViolation, member: Member): string {
  const shown = nameOf(name, member);
  switch (reason) {
    case 'excluded':
      return `${shown} lies within what a CA above it excludes: ${displayGeneralName(base)}`;
    case 'not-permitted':
      return `${shown} lies outside what a CA above it permits: ${displayGeneralName(base)}, and perhaps others`;
    case 'unsupported':
      return `${shown} is of a kind that a CA above it constrains and that cannot be compared`;
    case 'malformed-name':
      return `${shown} is constrained by a CA above it and is not well formed`;
    case 'budget':
      return 'no more names may be compared with name constraints: the limit of the search is reached';
  }
}

function nameOf(name: CheckedName, member: Member): string {
  if (name.type === 'subject') return `its subject ${member.name}`;
  if (name.type === 'emailAddress') return `the emailAddress in its subject ${member.name}`;
  return `its name ${displayGeneralName(name)}`;
}
