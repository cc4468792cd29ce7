import { RULE_NAMES } from '../policy.ts';
import { Cursor } from './cursor.ts';
import { type Lexeme, readLexemes } from './lexer.ts';
import { nearest } from './nearest.ts';
import { parseDeclaration } from './parse-declaration.ts';
import { parseRule } from './parse-rule.ts';
import type { BlockedStatement, Statement, Syntax } from './syntax.ts';

const STATEMENTS = ['key', 'certificate', 'onboarded', 'blocked', ...RULE_NAMES] as const;

/** What is written, without asking what the names stand for. @throws PolicyTextError */
export function parseSyntax(text: string): Syntax {
  const lexemes = readLexemes(text);
  const cursor = new Cursor(lexemes);
  const statements: Statement[] = [];
  while (!cursor.done) statements.push(parseStatement(cursor));
  return { statements, tail: lexemes.tail, end: cursor.end };
}

function parseStatement(cursor: Cursor): Statement {
  const head = cursor.begin();
  const word = head.kind === 'word' ? STATEMENTS.find((name) => name === head.value) : undefined;
  if (word === undefined) throw cursor.unexpected(STATEMENTS);
  cursor.take();
  const statement = statementOf(cursor, word, head);
  const rest = cursor.peek();
  if (rest !== null) throw cursor.unexpected([], 'the end of the statement', continuation(rest, statement));
  return statement;
}

function statementOf(cursor: Cursor, word: (typeof STATEMENTS)[number], head: Lexeme): Statement {
  switch (word) {
    case 'key':
    case 'certificate':
    case 'onboarded':
      return parseDeclaration(cursor, word, head);
    case 'blocked':
      return parseBlocked(cursor, head);
    default:
      return parseRule(cursor, word, head);
  }
}

function parseBlocked(cursor: Cursor, head: Lexeme): BlockedStatement {
  cursor.expect(':');
  if (!cursor.sees('yes') && !cursor.sees('no')) throw cursor.unexpected(['yes', 'no']);
  const value = cursor.take().value === 'yes';
  return { kind: 'blocked', value, place: head, comments: cursor.comments() };
}

/** What was probably meant by a word that does not belong to the statement any more. */
function continuation({ kind, value }: Lexeme, statement: Statement): string | undefined {
  if (statement.kind !== 'rule' || statement.nothing !== null || (kind !== 'word' && kind !== 'text')) return undefined;
  const near = nearest(value, ['and', 'or', 'after', 'within']);
  return near === undefined ? 'approvers are separated by `,`' : `did you mean \`${near}\`?`;
}
