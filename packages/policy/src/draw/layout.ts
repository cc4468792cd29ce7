import { layoutGroup } from './layout-group.ts';
import type { PolicyOutline, RuleOutline, TokenOutline } from './outline.ts';
import { type Block, moved, type Shape } from './shapes.ts';
import { SIZE, wrapText } from './text-width.ts';

/** The width of every drawing; its height follows from what is in it. */
export const WIDTH = 900;
const MARGIN = 28;
const PADDING = 16;
const JOINT = 30;
const LINE = 20;
const INNER: number = WIDTH - 2 * MARGIN;

/** Where everything stands: rules below each other, their alternatives as boxes, the groups of each side by side. */
export function layoutPolicy({ rules, status }: PolicyOutline, title: string): Block {
  const shapes: Shape[] = [];
  let y = MARGIN;
  const lines = (text: string, style: 'heading' | 'body', size: number, gap: number): void => {
    for (const line of wrapText(text, size, INNER)) {
      y += size + 4;
      shapes.push({ kind: 'text', x: MARGIN, y, text: line, whole: text, style });
    }
    y += gap;
  };
  lines(title, 'heading', SIZE.heading, 4);
  if (status !== null) lines(status, 'body', SIZE.body, 4);
  for (const rule of rules) {
    y += 18;
    lines(rule.heading, 'heading', SIZE.heading, 10);
    for (const part of ruleParts(rule)) {
      shapes.push(...moved(part, MARGIN, y));
      y += part.height;
    }
  }
  return { width: WIDTH, height: Math.ceil(y + MARGIN), shapes };
}

function ruleParts({ whole, open, tokens, moreTokens }: RuleOutline): Block[] {
  if (whole !== null) return [notice(whole, open ? 'open' : 'closed')];
  const parts = tokens.flatMap((token, i) => (i === 0 ? [layoutToken(token)] : [word('or'), layoutToken(token)]));
  return moreTokens === null ? parts : [...parts, word(moreTokens)];
}

/** A box with one line. */
function notice(text: string, style: 'open' | 'closed'): Block {
  const height = LINE + 2 * PADDING;
  const box = { kind: 'box', x: 0, y: 0, width: INNER, height, style } as const;
  const strong = style === 'open' ? 'warning' : 'strong';
  return { width: INNER, height, shapes: [box, { kind: 'text', x: PADDING, y: PADDING + 15, text, style: strong }] };
}

/** A word between boxes. */
function word(text: string): Block {
  return { width: INNER, height: JOINT, shapes: [{ kind: 'text', x: PADDING, y: 20, text, style: 'joint' }] };
}

const STYLES = { everybody: 'open', nobody: 'closed', approvers: 'token' } as const;

function layoutToken(token: TokenOutline): Block {
  const width = INNER - 2 * PADDING;
  const shapes: Shape[] = [];
  let y = PADDING - 4;
  const lines = (text: string, style: 'strong' | 'body' | 'warning'): void => {
    for (const line of wrapText(text, SIZE.body, width)) {
      y += LINE;
      shapes.push({ kind: 'text', x: PADDING, y: y - 4, text: line, whole: text, style });
    }
  };
  if (token.name !== null) lines(token.name, 'strong');
  if (token.note !== null) lines(token.note, token.guard === 'everybody' ? 'warning' : 'strong');
  lines(capitalised(token.window), 'body');
  if (token.groups.length > 0) {
    const row = flow(
      token.groups.map((group) => layoutGroup(group, width)),
      width,
    );
    shapes.push(...moved(row, PADDING, y + 10));
    y += row.height + 10;
  }
  if (token.moreGroups !== null) lines(token.moreGroups, 'strong');
  const height = y + PADDING;
  const box = { kind: 'box', x: 0, y: 0, width: INNER, height, style: STYLES[token.guard] } as const;
  return { width: INNER, height, shapes: [box, ...shapes] };
}

const AND = 44;

/** Blocks side by side, with `and` between, and in as many rows as they need. */
function flow(blocks: readonly Block[], width: number): Block {
  const shapes: Shape[] = [];
  let [x, y, height] = [0, 0, 0];
  for (const [i, block] of blocks.entries()) {
    if (i > 0) {
      const fits = x + AND + block.width <= width;
      if (!fits) [x, y, height] = [0, y + height + 12, 0];
      shapes.push({ kind: 'text', x: x + 8, y: y + 26, text: 'and', style: 'joint' });
      x += AND;
    }
    shapes.push(...moved(block, x, y));
    x += block.width;
    height = Math.max(height, block.height);
  }
  return { width, height: y + height, shapes };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
