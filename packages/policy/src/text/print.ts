import { formatDuration } from './duration.ts';
import { hasComments, LINE_WIDTH, Printer } from './printer.ts';
import { quote, writeName } from './quote.ts';
import type { Alternative, Comments, Declaration, GroupSyntax, RuleStatement, Syntax, WindowSyntax } from './syntax.ts';

/** How many characters of base64 stand on the line of their statement; more are broken. A P-256 key has 124. */
const VALUE_WIDTH = 128;
/** As in PEM (RFC 7468, section 2). */
const VALUE_LINE = 64;

/** The text of what is written, in the one layout there is. */
export function printSyntax(syntax: Syntax): string {
  const printer = new Printer();
  for (const statement of syntax.statements) {
    if (statement.kind === 'rule') printRule(printer, statement);
    else if (statement.kind === 'blocked') {
      printer.line(0, `blocked: ${statement.value ? 'yes' : 'no'}`, statement.comments);
    } else printDeclaration(printer, statement);
  }
  printer.comments(0, syntax.tail);
  return printer.text();
}

function printDeclaration(printer: Printer, { kind, label, name, value, comments }: Declaration): void {
  let text = `${kind} ${writeName(label)}`;
  if (name === null) text += ' unnamed';
  else if (name !== label) text += ` named ${writeName(name)}`;
  if (value?.kind === 'file') text += ` from ${quote(value.path)}`;
  if (value?.kind !== 'base64') {
    printer.line(0, text, comments);
    return;
  }
  if (value.text.length <= VALUE_WIDTH) {
    printer.line(0, `${text} = ${value.text}`, comments);
    return;
  }
  printer.line(0, `${text} =`, comments);
  for (const line of value.text.match(new RegExp(`.{1,${VALUE_LINE}}`, 'g')) ?? []) printer.line(1, line);
}

function printRule(printer: Printer, { rule, nothing, alternatives, comments }: RuleStatement): void {
  if (nothing !== null) {
    printer.line(0, `${rule}: ${nothing}`, comments);
    return;
  }
  const [only, ...others] = alternatives;
  // `use: everybody` is as short as its sisters.
  if (
    only !== undefined &&
    others.length === 0 &&
    (only.groups ?? []).length === 0 &&
    !alternativeComments(only).some(hasComments)
  ) {
    printer.line(0, `${rule}: ${flatAlternative(only)}`, comments);
    return;
  }
  printer.line(0, `${rule}:`, comments);
  for (const [i, alternative] of alternatives.entries()) printAlternative(printer, alternative, i === 0 ? '' : 'or ');
}

function printAlternative(printer: Printer, alternative: Alternative, joint: string): void {
  const { name, groups, window } = alternative;
  const head = `${joint}${titleText('token', name)}`;
  const flat = `${joint}${flatAlternative(alternative)}`;
  const around = outerComments(alternativeComments(alternative), head === '' ? 1 : 0);
  if (2 + flat.length <= LINE_WIDTH && around !== null) {
    printer.line(1, flat, around);
    return;
  }
  if (groups === null || groups.length === 0) {
    printer.line(1, `${head}${everybodyText(groups)}`, alternative.comments);
  } else printGroups(printer, groups, head, alternative.comments);
  if (window !== null) printer.line(2, windowText(window), window.comments);
}

function printGroups(printer: Printer, groups: readonly GroupSyntax[], head: string, comments: Comments): void {
  const apart = comments.after.length > 0;
  if (apart) printer.line(1, head.trimEnd(), comments);
  for (const [i, group] of groups.entries()) {
    if (i > 0) printGroup(printer, group, 2, 'and ');
    else if (apart) printGroup(printer, group, 2, '');
    else {
      const before = [...comments.before, ...group.comments.before];
      printGroup(printer, { ...group, comments: { before, after: group.comments.after } }, 1, head);
    }
  }
}

function printGroup(printer: Printer, group: GroupSyntax, depth: number, joint: string): void {
  const flat = `${joint}${groupText(group)}`;
  const around = outerComments(groupComments(group), 0);
  if (2 * depth + flat.length <= LINE_WIDTH && around !== null) {
    printer.line(depth, flat, around);
    return;
  }
  printer.line(depth, `${joint}${quorumText(group)}`, group.comments);
  for (const [i, approver] of group.approvers.entries()) {
    const comma = i === group.approvers.length - 1 ? '' : ',';
    printer.line(3, `${writeName(approver.label)}${comma}`, approver.comments);
  }
}

/** The comments of the parts of an alternative, in the order of its words. */
function alternativeComments({ comments, groups, window }: Alternative): Comments[] {
  return [comments, ...(groups ?? []).flatMap(groupComments), ...(window === null ? [] : [window.comments])];
}

function groupComments({ comments, approvers }: GroupSyntax): Comments[] {
  return [comments, ...approvers.map((approver) => approver.comments)];
}

/**
 * The comments of parts that could share a line: if they stand only before the first (up to `lead`) and behind the last;
 * otherwise `null`.
 */
function outerComments(parts: readonly Comments[], lead: number): Comments | null {
  const before: string[] = [];
  let after: readonly string[] = [];
  for (const [i, part] of parts.entries()) {
    if (i <= lead) before.push(...part.before);
    else if (part.before.some((comment) => comment !== '')) return null;
    if (i === parts.length - 1) after = part.after;
    else if (part.after.length > 0) return null;
  }
  return { before, after };
}

function flatAlternative({ name, groups, window }: Alternative): string {
  const who = groups === null || groups.length === 0 ? everybodyText(groups) : groups.map(groupText).join(' and ');
  return `${titleText('token', name)}${who}${window === null ? '' : ` ${windowText(window)}`}`;
}

function everybodyText(groups: readonly GroupSyntax[] | null): string {
  return groups === null ? 'everybody (groups null)' : 'everybody';
}

function titleText(word: 'token' | 'group', name: string | null): string {
  return name === null ? '' : `${word} ${writeName(name)}: `;
}

function groupText(group: GroupSyntax): string {
  const names = group.approvers.map(({ label }) => writeName(label)).join(', ');
  return `${quorumText(group)}${names === '' ? '' : ` ${names}`}`;
}

function quorumText({ name, quorum, approvers }: GroupSyntax): string {
  return `${titleText('group', name)}any ${quorum} of${approvers.length === 0 ? ' nobody' : ''}`;
}

/** When it is open, with the remark that a window which never opens needs. */
function windowText({ after, within }: Pick<WindowSyntax, 'after' | 'within'>): string {
  const parts = [
    ...(after > 0 ? [`after ${formatDuration(after)}`] : []),
    ...(within > 0 ? [`within ${formatDuration(within)}`] : []),
    ...(within > 0 && after > within ? ['(never)'] : []),
  ];
  return parts.join(' ');
}
