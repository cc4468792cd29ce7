import { decodePem, PemError } from '@quorate/der';
import { type Line, linesOf } from './lines.ts';

/** A block of a PEM stream: its bytes, or why it has none. */
export type StreamedBlock = { readonly label: string; readonly bytes: Uint8Array } | { readonly problem: string };

/** A certificate has at most 1 MiB, which is 1.4 as base64. */
const MOST = 2 * 1024 * 1024;

/**
 * The blocks of a PEM text, one after another, so that a file may have any number of them; each is read as strictly as
 * `decodePem` reads it. One that is broken is said to be, and the next is read.
 */
export async function* pemBlocks(pieces: AsyncIterable<Uint8Array>): AsyncGenerator<StreamedBlock, void> {
  const block = new OpenBlock();
  for await (const line of linesOf(pieces, MOST)) {
    const text = textOf(line);
    const kind = /^\s*-----(BEGIN|END)\b/.exec(text.replace(/^\u00ef\u00bb\u00bf/, ''))?.[1];
    if (kind === 'BEGIN' && block.from !== null) yield block.unfinished();
    if (kind === 'BEGIN') block.from = line.number;
    if (block.from === null) {
      if (kind === 'END') yield { problem: `line ${line.number} ends a block that has not begun` };
      continue;
    }
    block.add(text);
    if (kind === 'END') yield block.close();
  }
  if (block.from !== null) yield block.unfinished();
}

/** A block whose lines are being gathered. */
class OpenBlock {
  /** The line where it began; `null` when none is open. */
  from: number | null = null;
  #lines: string[] = [];
  #length = 0;

  add(line: string): void {
    this.#length += line.length + 1;
    if (this.#length > MOST) this.#lines = [];
    else this.#lines.push(line);
  }

  close(): StreamedBlock {
    const { from } = this;
    const [lines, length] = [this.#lines, this.#length];
    this.#reset();
    if (length > MOST) return { problem: `the block from line ${from} on is too large` };
    try {
      const [block] = decodePem(lines.join('\n'));
      return block ?? { problem: `the block from line ${from} on is none` };
    } catch (error) {
      if (!(error instanceof PemError)) throw error;
      return { problem: `the block from line ${from} on: ${error.code.replaceAll('-', ' ')}` };
    }
  }

  unfinished(): StreamedBlock {
    const { from } = this;
    this.#reset();
    return { problem: `the block from line ${from} on does not end` };
  }

  #reset(): void {
    [this.from, this.#lines, this.#length] = [null, [], 0];
  }
}

/** Every byte a character: outside ASCII there is explanation alone. A line that is too long makes its block too large. */
function textOf({ bytes }: Line): string {
  return bytes === null ? ' '.repeat(MOST) : latin1.decode(bytes);
}

const latin1 = new TextDecoder('latin1');
