import { encodeUtf8 } from '@quorate/syntax';
import { PolicyTextError, type PolicyTextErrorCode, type PolicyTextErrorFacts } from './error.ts';
import type { Lexeme, Lexemes } from './lexer.ts';
import { NAME_MAX_BYTES } from './limits.ts';
import { nearest } from './nearest.ts';
import { KEYWORDS, shown } from './quote.ts';
import type { Comments, Place } from './syntax.ts';

/** Walks over the lexemes of a text, statement by statement, and gathers the comments on its way. */
export class Cursor {
  readonly #lexemes: Lexemes;
  #next = 0;
  /** Whether a statement begins here, so that a lexeme at the margin is its own. */
  #fresh = false;
  #before: string[] = [];
  #after: string[] = [];

  constructor(lexemes: Lexemes) {
    this.#lexemes = lexemes;
  }

  get end(): Place {
    return { line: this.#lexemes.line, column: 1 };
  }

  /** Whether the text is at its end. */
  get done(): boolean {
    return this.#next === this.#lexemes.list.length;
  }

  /** The next lexeme of the statement; `null` at its end. */
  peek(): Lexeme | null {
    const lexeme = this.#lexemes.list[this.#next] ?? null;
    return lexeme === null || (lexeme.column === 1 && !this.#fresh) ? null : lexeme;
  }

  /** The first lexeme of the next statement, which stands at the margin. */
  begin(): Lexeme {
    const lexeme = this.#lexemes.list[this.#next] as Lexeme;
    if (lexeme.column !== 1) {
      const expected = 'a statement at the margin';
      throw this.error('indentation-invalid', lexeme, { expected, actual: 'an indented line' });
    }
    this.#fresh = true;
    return lexeme;
  }

  /** Whether the next lexeme is this word or sign. */
  sees(value: string): boolean {
    const lexeme = this.peek();
    return lexeme !== null && lexeme.value === value && (lexeme.kind === 'word' || lexeme.kind === 'sign');
  }

  /** Takes the next lexeme if it is this word or sign. */
  takes(value: string): boolean {
    const found = this.sees(value);
    if (found) this.take();
    return found;
  }

  /** Takes the next lexeme, with its comments. */
  take(): Lexeme {
    const lexeme = this.#lexemes.list[this.#next++] as Lexeme;
    this.#fresh = false;
    this.#before.push(...lexeme.before);
    if (lexeme.after !== null) this.#after.push(lexeme.after);
    return lexeme;
  }

  /** Takes this word or sign. @param also others that could stand here, for the message */
  expect(value: string, ...also: readonly string[]): Lexeme {
    if (!this.sees(value)) throw this.unexpected([value, ...also]);
    return this.take();
  }

  /** Takes a name: quoted, or a bare word that is none of the language. */
  name(what: string): Lexeme {
    const lexeme = this.peek();
    const isName = lexeme?.kind === 'text' || (lexeme?.kind === 'word' && !KEYWORDS.has(lexeme.value));
    if (lexeme === null || !isName) {
      const word = lexeme?.kind === 'word' || lexeme?.kind === 'number' ? lexeme.value : null;
      const suggestion = word === null ? undefined : `as a name write \`"${word}"\``;
      throw this.unexpected([], what, suggestion);
    }
    const bytes = lexeme.value.length * 3 > NAME_MAX_BYTES ? encodeUtf8(lexeme.value).length : 0;
    if (bytes > NAME_MAX_BYTES) {
      throw this.error('limit-exceeded', lexeme, { actual: `a name of ${bytes} bytes`, limit: NAME_MAX_BYTES });
    }
    return this.take();
  }

  /** The comments since the last call. */
  comments(): Comments {
    const comments = { before: this.#before, after: this.#after };
    [this.#before, this.#after] = [[], []];
    return comments;
  }

  /** What to say of the next lexeme when it is not one of `words`. */
  unexpected(words: readonly string[], what?: string, suggestion?: string): PolicyTextError {
    const lexeme = this.peek();
    const listed = [...(what === undefined ? [] : [what]), ...words.map((word) => `\`${word}\``)];
    const last = listed.pop();
    const expected = listed.length === 0 ? last : `${listed.join(', ')} or ${last}`;
    const actual = lexeme === null ? 'the end of the statement' : shown(lexeme.value);
    const near =
      lexeme?.kind === 'word'
        ? nearest(
            lexeme.value,
            words.filter((word) => /^[a-z]/.test(word)),
          )
        : undefined;
    const hint = near === undefined ? suggestion : `did you mean \`${near}\`?`;
    return this.error('word-unexpected', lexeme ?? this.#behind(), { expected, actual, suggestion: hint });
  }

  error(code: PolicyTextErrorCode, place: Place, facts: PolicyTextErrorFacts): PolicyTextError {
    return new PolicyTextError(code, { ...facts, line: place.line, column: place.column });
  }

  /** Where the statement goes on, had it gone on. */
  #behind(): Place {
    const last = this.#lexemes.list[this.#next - 1];
    return last === undefined ? this.end : { line: last.line, column: last.column + [...last.value].length };
  }
}
