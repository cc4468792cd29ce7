import type { Comments } from './syntax.ts';

/** How many characters a line should have at most; a single name or path may be longer. */
export const LINE_WIDTH = 100;

/** Gathers the lines of a text. */
export class Printer {
  readonly #lines: string[] = [];

  /** A line, indented by `depth` levels of two, with its comments. */
  line(depth: number, text: string, comments: Comments = NO_COMMENTS): void {
    const indent = '  '.repeat(depth);
    const last = comments.after.at(-1);
    // Behind a line stands one comment; more, from lines that became one, stand before it.
    for (const comment of [...comments.before, ...comments.after.slice(0, -1)]) this.#comment(depth, comment);
    this.#lines.push(`${indent}${text}${last === undefined ? '' : ` ${last}`}`);
  }

  /** Comments on lines of their own. */
  comments(depth: number, comments: readonly string[]): void {
    for (const comment of comments) this.#comment(depth, comment);
  }

  blank(): void {
    if (this.#lines.length > 0 && this.#lines.at(-1) !== '') this.#lines.push('');
  }

  /** The text, with a line feed behind every line. */
  text(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }

  #comment(depth: number, comment: string): void {
    if (comment !== '') this.#lines.push(`${'  '.repeat(depth)}${comment}`);
    else if (depth === 0) this.blank();
  }
}

export const NO_COMMENTS: Comments = { before: [], after: [] };

/** Whether there is anything to say beside the text; blank lines are nothing. */
export function hasComments({ before, after }: Comments): boolean {
  return after.length > 0 || before.some((comment) => comment !== '');
}
