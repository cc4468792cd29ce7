import { isTreacherous } from '@quorate/syntax';
import { PolicyTextError } from './error.ts';
import { TEXT_MAX_CHARACTERS, TEXT_MAX_LEXEMES } from './limits.ts';
import { readEscape, shown } from './quote.ts';

/** One word or sign of the text, with the comments around it. */
export interface Lexeme {
  /** `word`: a bare word; `text`: in quotation marks; `number`: begins with a digit; `sign`: one of `: , = ( )`. */
  readonly kind: 'word' | 'text' | 'number' | 'sign' | 'base64';
  /** A quoted text without marks and escapes. */
  readonly value: string;
  readonly line: number;
  readonly column: number;
  /** Comments on lines of their own before it, `#` included; an empty one stands for blank lines. */
  readonly before: readonly string[];
  /** The comment behind it on its line. */
  after: string | null;
}

/** All lexemes of a text, and the comments behind the last. */
export interface Lexemes {
  readonly list: readonly Lexeme[];
  readonly tail: readonly string[];
  /** Where the text ends, for errors. */
  readonly line: number;
}

const BACKSLASH = 0x5c;
const BLANK = /[ \t]+/y;
const WORD = /[A-Za-z][A-Za-z0-9_.@-]*/y;
const NUMBER = /[0-9][A-Za-z0-9_.]*/y;
const BASE64 = /[A-Za-z0-9+/=]+/y;

/** @throws PolicyTextError `limit-exceeded`, `character-invalid`, `quote-not-closed`, `escape-invalid` */
export function readLexemes(text: string): Lexemes {
  if (text.length > TEXT_MAX_CHARACTERS) {
    const actual = `${text.length} characters`;
    throw new PolicyTextError('limit-exceeded', { line: 1, column: 1, actual, limit: TEXT_MAX_CHARACTERS });
  }
  const lines = text.split(/\r?\n/);
  const lexer = new Lexer();
  for (const [i, line] of lines.entries()) lexer.line(line, i + 1);
  return { list: lexer.list, tail: lexer.tail(), line: lines.length };
}

class Lexer {
  readonly list: Lexeme[] = [];
  #pending: string[] = [];
  #count = 0;
  #number = 0;
  #line = '';
  #at = 0;
  #mark: { readonly index: number; readonly column: number } = { index: 0, column: 1 };

  line(line: string, number: number): void {
    [this.#line, this.#number, this.#at] = [line, number, 0];
    this.#mark = { index: 0, column: 1 };
    const first = this.list.length;
    this.#skip();
    if (this.#at === line.length) this.#note('');
    while (this.#at < line.length) {
      if (++this.#count > TEXT_MAX_LEXEMES) throw this.#error('limit-exceeded', { limit: TEXT_MAX_LEXEMES });
      if (line[this.#at] === '#') this.#comment(this.list.length > first);
      else this.#lexeme();
      this.#skip();
    }
  }

  /** The comments that wait for a lexeme; a blank line at the end is none. */
  tail(): string[] {
    return this.#pending.at(-1) === '' ? this.#pending.slice(0, -1) : this.#pending;
  }

  #note(comment: string): void {
    if (comment === '' && (this.#pending.at(-1) === '' || (this.#pending.length === 0 && this.list.length === 0)))
      return;
    this.#pending.push(comment);
  }

  #skip(): void {
    BLANK.lastIndex = this.#at;
    if (BLANK.test(this.#line)) this.#at = BLANK.lastIndex;
  }

  #comment(behind: boolean): void {
    const comment = this.#line.slice(this.#at).trimEnd();
    const bad = [...comment].findIndex((character) => character !== '\t' && isTreacherous(character));
    if (bad !== -1) {
      this.#at += [...comment].slice(0, bad).join('').length;
      throw this.#invisible();
    }
    const last = this.list.at(-1);
    if (behind && last !== undefined) last.after = comment;
    else this.#note(comment);
    this.#at = this.#line.length;
  }

  #lexeme(): void {
    const character = this.#line[this.#at] as string;
    const margin = this.#at === 0;
    if (!margin && this.#inValue() && character !== '"') {
      this.#run('base64', BASE64);
      return;
    }
    if (character === '"') {
      this.#quoted();
      return;
    }
    if (':,=()'.includes(character)) {
      this.#push('sign', character, this.#at + 1);
      return;
    }
    if (/[0-9]/.test(character)) {
      this.#run('number', NUMBER);
      return;
    }
    this.#run('word', WORD);
  }

  /** Whether base64 stands here: behind `=`, up to the end of the statement. */
  #inValue(): boolean {
    const last = this.list.at(-1);
    return last?.kind === 'base64' || (last?.kind === 'sign' && last.value === '=');
  }

  #run(kind: 'base64' | 'number' | 'word', pattern: RegExp): void {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#line)?.[0];
    if (found === undefined) throw this.#strange(kind);
    this.#push(kind, found, this.#at + found.length);
  }

  #quoted(): void {
    const start = this.#at;
    let value = '';
    this.#at++;
    while (this.#line[this.#at] !== '"') {
      const code = this.#line.codePointAt(this.#at);
      if (code === undefined) {
        this.#at = start;
        throw this.#error('quote-not-closed', { expected: '`"` on the same line' });
      }
      if (code === BACKSLASH) value += this.#escaped();
      else {
        const character = String.fromCodePoint(code);
        if (isTreacherous(character)) throw this.#invisible();
        value += character;
        this.#at += character.length;
      }
    }
    const end = this.#at + 1;
    this.#at = start;
    this.#push('text', value, end);
  }

  #escaped(): string {
    const read = readEscape(this.#line.slice(this.#at, this.#at + 12));
    if (read === null) throw this.#error('escape-invalid', { expected: '`\\"`, `\\\\` or `\\u{…}`' });
    this.#at += read.length;
    return read.value;
  }

  #push(kind: Lexeme['kind'], value: string, end: number): void {
    const place = { line: this.#number, column: this.#column() };
    this.list.push({ kind, value, ...place, before: this.#pending, after: null });
    this.#pending = [];
    this.#at = end;
  }

  /** Counted in characters, on from the last place that was asked for: anew for each would be quadratic. */
  #column(): number {
    const { index, column } = this.#mark.index <= this.#at ? this.#mark : { index: 0, column: 1 };
    this.#mark = { index: this.#at, column: column + [...this.#line.slice(index, this.#at)].length };
    return this.#mark.column;
  }

  #error(
    code: 'limit-exceeded' | 'quote-not-closed' | 'escape-invalid' | 'character-invalid',
    facts: object,
  ): PolicyTextError {
    return new PolicyTextError(code, { line: this.#number, column: this.#column(), ...facts });
  }

  #invisible(): PolicyTextError {
    const code = (this.#line.codePointAt(this.#at) as number).toString(16);
    const suggestion = `in a name write \`\\u{${code}}\``;
    return this.#error('character-invalid', {
      expected: 'no characters that cannot be seen',
      actual: `\`\\u{${code}}\``,
      suggestion,
    });
  }

  #strange(kind: string): PolicyTextError {
    const character = String.fromCodePoint(this.#line.codePointAt(this.#at) as number);
    if (kind === 'base64') {
      const suggestion = 'a statement that follows begins at the margin';
      return this.#error('character-invalid', { expected: 'base64', actual: shown(character), suggestion });
    }
    if (isTreacherous(character)) return this.#invisible();
    const suggestion = /[\p{L}\p{N}\p{M}]/u.test(character)
      ? 'put the name in quotation marks'
      : QUOTES.includes(character)
        ? 'quotation marks are `"`'
        : undefined;
    return this.#error('character-invalid', { actual: shown(character), suggestion });
  }
}

const QUOTES = "'`‘’‚“”„«»";
