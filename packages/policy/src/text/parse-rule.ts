import type { RuleName } from '../policy.ts';
import type { Cursor } from './cursor.ts';
import type { Lexeme } from './lexer.ts';
import { parseWindow } from './parse-window.ts';
import { shown } from './quote.ts';
import { parseRemark } from './remark.ts';
import type { Alternative, GroupSyntax, Reference, RuleStatement } from './syntax.ts';

/** What follows the name of a rule. */
export function parseRule(cursor: Cursor, rule: RuleName, head: Lexeme): RuleStatement {
  cursor.expect(':');
  const comments = cursor.comments();
  const body = { kind: 'rule', rule, place: head, comments } as const;
  if (cursor.takes('nobody')) {
    const nothing = parseRemark(cursor, ['tokens null']) === null ? 'nobody' : 'nobody (tokens null)';
    return { ...body, nothing, alternatives: [], comments: joined(comments, cursor.comments()) };
  }
  const alternatives: Alternative[] = [];
  do {
    const alternative = parseAlternative(cursor, alternatives.length === 0);
    if (alternative === null) {
      const nothing = 'everybody (rule null)';
      return { ...body, nothing, alternatives: [], comments: joined(comments, cursor.comments()) };
    }
    alternatives.push(alternative);
  } while (cursor.takes('or'));
  return { ...body, nothing: null, alternatives };
}

/** One alternative; `null` for the remark that there is no rule at all, which only the first can have. */
function parseAlternative(cursor: Cursor, first: boolean): Alternative | null {
  const place = cursor.peek() ?? cursor.end;
  const name = parseTitle(cursor, 'token');
  if (!cursor.sees('everybody')) {
    const comments = cursor.comments();
    const groups = parseGroups(cursor, first && name === null);
    return { name, groups, window: parseWindow(cursor), place, comments };
  }
  cursor.take();
  const remark = parseRemark(cursor, first && name === null ? ['rule null', 'groups null'] : ['groups null']);
  if (remark === 'rule null') return null;
  const comments = cursor.comments();
  return { name, groups: remark === null ? [] : null, window: parseWindow(cursor), place, comments };
}

/** `token NAME:` or `group NAME:`, if it stands there. */
function parseTitle(cursor: Cursor, word: 'token' | 'group'): string | null {
  if (!cursor.takes(word)) return null;
  const name = cursor.name(`the name of the ${word}`).value;
  cursor.expect(':');
  return name;
}

/** @param whole whether the rule could also be `nobody` here */
function parseGroups(cursor: Cursor, whole: boolean): GroupSyntax[] {
  const groups: GroupSyntax[] = [];
  do groups.push(parseGroup(cursor, groups.length === 0, whole));
  while (cursor.takes('and'));
  return groups;
}

function parseGroup(cursor: Cursor, first: boolean, whole: boolean): GroupSyntax {
  const place = cursor.peek() ?? cursor.end;
  const name = parseTitle(cursor, 'group');
  if (!cursor.sees('any')) throw notAGroup(cursor, first && name === null, whole);
  cursor.take();
  const quorum = parseQuorum(cursor);
  cursor.expect('of');
  if (!cursor.takes('nobody')) {
    const comments = cursor.comments();
    return { name, quorum, approvers: parseReferences(cursor), place, comments };
  }
  return { name, quorum, approvers: [], place, comments: cursor.comments() };
}

function notAGroup(cursor: Cursor, first: boolean, whole: boolean): Error {
  const lexeme = cursor.peek();
  const words = ['any', ...(first ? ['everybody', 'token', 'group'] : []), ...(whole ? ['nobody'] : [])];
  const asked = lexeme?.value === 'all' || lexeme?.value === 'one' || lexeme?.kind === 'number';
  return cursor.unexpected(
    words,
    undefined,
    asked ? 'write `any K of …`, with the number of approvals for K' : undefined,
  );
}

const NUMBERS = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

function parseQuorum(cursor: Cursor): number {
  const lexeme = cursor.peek();
  if (lexeme?.kind !== 'number') {
    const number = lexeme === null ? -1 : NUMBERS.indexOf(lexeme.value);
    throw cursor.unexpected([], 'the number of approvals', number === -1 ? undefined : `did you mean \`${number}\`?`);
  }
  const number = Number(lexeme.value);
  if (!/^(?:0|[1-9][0-9]{0,15})$/.test(lexeme.value) || !Number.isSafeInteger(number)) {
    const expected = 'a number from 0 to 9007199254740991, without leading zeros';
    throw cursor.error('number-invalid', lexeme, { expected, actual: shown(lexeme.value) });
  }
  cursor.take();
  return number;
}

function parseReferences(cursor: Cursor): Reference[] {
  const references: Reference[] = [];
  for (let more = true; more; ) {
    const lexeme = cursor.name('the name of an approver');
    more = cursor.takes(',');
    references.push({ label: lexeme.value, place: lexeme, comments: cursor.comments() });
  }
  return references;
}

interface Gathered {
  readonly before: readonly string[];
  readonly after: readonly string[];
}

function joined(a: Gathered, b: Gathered): Gathered {
  return { before: [...a.before, ...b.before], after: [...a.after, ...b.after] };
}
