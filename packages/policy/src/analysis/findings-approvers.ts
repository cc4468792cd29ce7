import type { Finding } from '@quorate/report';
import { displayName } from '../display.ts';
import { distinctApprovers } from '../meaning.ts';
import { type Approver, type Group, type Policy, RULE_NAMES } from '../policy.ts';
import type { ApproverBook } from './book.ts';
import { skeletonOf } from './look-alike.ts';

/** What there is to say of approvers and their names, over the whole policy. */
export function approverFindings(policy: Policy, book: ApproverBook): Finding[] {
  return [...kindFindings(book), ...nameFindings(book), ...onboardedNames(book), ...dropped(policy)];
}

const warn = (id: string, where: string, message: string, more: Partial<Finding> = {}): Finding => ({
  id,
  outcome: 'warn',
  where,
  message,
  ...more,
});

/** One key given in several forms: each must be sent back in the form that its own group has (SKA.md 2.2). */
function kindFindings(book: ApproverBook): Finding[] {
  return book.identities().flatMap((identity) => {
    const entries = book.entries(identity);
    const forms = new Set(entries.length < 2 ? [] : entries.map(formOf));
    if (forms.size < 2) return [];
    const message = `the key of \`${shown(book, identity)}\` is given in ${forms.size} forms, and an approval must come in the right one`;
    const actual = [...forms]
      .map((form) => form.slice(0, form.indexOf(' ')))
      .sort()
      .join(', ');
    return [
      warn('policy.key.kinds', 'policy', message, {
        expected: 'one form for one key',
        actual,
        reference: 'SKA.md 2.2',
      }),
    ];
  });
}

function formOf(approver: Approver): string {
  if (approver.type === 'onboarded_approver_certificate') return `${approver.type} ${approver.name}`;
  const bytes = approver.type === 'certificate' ? approver.certificate : approver.publicKey;
  return `${approver.type} ${bytes.join()}`;
}

/** Names that stand for several keys, and names that look alike. */
function nameFindings(book: ApproverBook): Finding[] {
  const owners = new Map<string, Set<string>>();
  for (const identity of book.identities()) {
    for (const name of book.names(identity)) owners.set(name, (owners.get(name) ?? new Set()).add(identity));
  }
  const alike = new Map<string, string[]>();
  const findings: Finding[] = [];
  for (const [name, keys] of owners) {
    if (keys.size > 1) {
      const message = `the name \`${displayName(name)}\` stands for ${keys.size} keys`;
      findings.push(
        warn('policy.name.shared', 'policy', message, { expected: 'one key', actual: `${keys.size} keys` }),
      );
    }
    const skeleton = skeletonOf(name);
    if (skeleton === '') continue;
    const names = alike.get(skeleton);
    if (names === undefined) alike.set(skeleton, [name]);
    else names.push(name);
  }
  for (const names of alike.values()) {
    if (names.length < 2 || new Set(names.flatMap((name) => [...(owners.get(name) ?? [])])).size < 2) continue;
    const some = names.slice(0, LISTED);
    const more = names.length > LISTED ? ` and ${names.length - LISTED} more` : '';
    const list = some.map((name) => `\`${displayName(name)}\``).join(', ');
    const message = `the names ${list}${more} look alike and stand for different keys`;
    const actual = some.map(codes).join('; ');
    findings.push(warn('policy.name.alike', 'policy', message, { expected: 'names that can be told apart', actual }));
  }
  return findings;
}

/** Names that one message lists. */
const LISTED = 6;

/** The characters beyond ASCII, which the eye may take for others. */
function codes(name: string): string {
  const odd = [...name].filter((letter) => letter > '~').slice(0, 8);
  const list = odd.map((letter) => `U+${(letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`);
  return list.length === 0 ? 'ASCII' : list.join(' ');
}

const PEM = /-----BEGIN/u;
const HEXADECIMAL = /^(?:[0-9a-f]{2}[: ]?){16,}$/iu;
const BASE64 = /^(?=.*[0-9+/])[A-Za-z0-9+/_-]{40,}={0,2}$/u;

/** Onboarded names that look like a key, a certificate or a fingerprint put into the wrong field. */
function onboardedNames(book: ApproverBook): Finding[] {
  return book.identities().flatMap((identity) => {
    const [entry] = book.entries(identity);
    if (entry?.type !== 'onboarded_approver_certificate') return [];
    const name = entry.name.trim();
    const kind = PEM.test(name) ? 'PEM' : HEXADECIMAL.test(name) ? 'hexadecimal' : BASE64.test(name) ? 'base64' : null;
    if (kind === null && name === entry.name) return [];
    const message =
      kind === null
        ? `the onboarded name \`${displayName(entry.name)}\` has spaces around it, which the server may not find`
        : `the onboarded name \`${displayName(name)}\` looks like a key or certificate in ${kind}`;
    return [warn('policy.onboarded.name', 'policy', message, { expected: 'a name', reference: 'SKA.md 2.2' })];
  });
}

/** Approvers that a server was seen to leave out in silence, so that a group has fewer than written. */
function dropped(policy: Policy): Finding[] {
  return RULE_NAMES.flatMap((rule) =>
    (policy.rules[rule]?.tokens ?? []).flatMap((token, t) =>
      (token.groups ?? []).flatMap((group, g) => droppedFrom(group, `${rule}.tokens[${t}].groups[${g}]`)),
    ),
  );
}

function droppedFrom(group: Group, where: string): Finding[] {
  const known = group.approvers.filter(({ type }) => type !== 'onboarded_approver_certificate');
  if (known.length === group.approvers.length) return [];
  const left = distinctApprovers({ ...group, approvers: known });
  const effect = left < group.quorum ? ', and could never agree' : '';
  return [
    warn('policy.onboarded.dropped', where, 'a server older than TSB 2.0.1 leaves onboarded approvers out in silence', {
      expected: 'the policy read back from the attestation',
      actual: `the group would have ${left} keys for a quorum of ${group.quorum}${effect}`,
      reference: 'SKA.md 2.2',
    }),
  ];
}

function shown(book: ApproverBook, identity: string): string {
  const { name } = book.ref(identity);
  return name === null || name === '' ? `key ${identity.slice(0, 16)}` : displayName(name);
}
