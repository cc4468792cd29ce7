/** One example in a README. */
export interface Block {
  /** The line of its opening fence, from 1. */
  readonly line: number;
  readonly text: string;
}

/** All blocks of a Markdown text that are fenced as `ts`. */
export function typescriptBlocks(markdown: string): Block[] {
  const blocks: Block[] = [];
  let open: { line: number; typescript: boolean; lines: string[] } | null = null;
  for (const [index, line] of markdown.split('\n').entries()) {
    if (open === null) {
      const fence = /^```(\S*)\s*$/.exec(line);
      if (fence !== null) open = { line: index + 1, typescript: fence[1] === 'ts', lines: [] };
    } else if (/^```\s*$/.test(line)) {
      if (open.typescript) blocks.push({ line: open.line, text: `${open.lines.join('\n')}\n` });
      open = null;
    } else {
      open.lines.push(line);
    }
  }
  return blocks;
}

/** The lines an example must have at least, blank ones and comments not counted. */
export const MIN_LINES = 5;

/** Whether a block says enough to be the example of a package. */
export function isWholeExample(block: Block): boolean {
  const lines = block.text.split('\n').filter((line) => line.trim() !== '' && !line.trim().startsWith('//'));
  return lines.length >= MIN_LINES;
}
