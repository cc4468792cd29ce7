import type { ApproverOutline, GroupOutline } from './outline.ts';
import type { Block, Shape } from './shapes.ts';
import { monoWidth, SIZE, textWidth, wrapText } from './text-width.ts';

const PADDING = 12;
const LINE = 18;
const GAP = 28;
/** From this many approvers on they stand in two columns, if both fit. */
const TWO_COLUMNS = 5;
/** The room that `and` takes before a group. */
const LEAD = 44;

/** A group as a box: its name, its quorum, its approvers each with the key below. */
export function layoutGroup(group: GroupOutline, available: number): Block {
  const width = available - LEAD - 2 * PADDING;
  const title = group.name === null ? [] : wrapText(group.name, SIZE.body, width);
  const entries = group.approvers.map((approver) => layoutApprover(approver, width));
  const widest = Math.max(0, ...entries.map((entry) => entry.width));
  const columns = entries.length >= TWO_COLUMNS && 2 * widest + GAP <= width ? 2 : 1;
  const rows = Math.ceil(entries.length / columns);
  const quorum = capitalised(group.quorum);
  const shapes: Shape[] = [];
  let y = PADDING;
  const line = (text: string, style: 'strong' | 'body', whole: string): void => {
    y += LINE;
    shapes.push({ kind: 'text', x: PADDING, y: y - 4, text, whole, style });
  };
  for (const part of title) line(part, 'body', group.name ?? '');
  line(quorum, 'strong', quorum);
  y += 6;
  const tops = [y, y];
  for (const [i, entry] of entries.entries()) {
    const column = i < rows ? 0 : 1;
    const [x, top] = [PADDING + column * (widest + GAP), tops[column] ?? y];
    shapes.push(...entry.shapes.map((shape) => ({ ...shape, x: shape.x + x, y: shape.y + top })));
    tops[column] = top + entry.height;
  }
  y = Math.max(y, ...tops);
  if (group.moreApprovers !== null) line(group.moreApprovers, 'strong', group.moreApprovers);
  const lines = [...title, quorum, group.moreApprovers ?? ''];
  const text = Math.max(
    columns * widest + (columns - 1) * GAP,
    ...lines.map((one) => textWidth(one, SIZE.body) * 1.05),
  );
  const size = { width: Math.max(140, Math.min(text, width) + 2 * PADDING), height: y + PADDING - 4 };
  return { ...size, shapes: [{ kind: 'box', x: 0, y: 0, ...size, style: 'group' }, ...shapes] };
}

function layoutApprover({ name, key }: ApproverOutline, available: number): Block {
  const lines = wrapText(name, SIZE.name, available);
  const shapes: Shape[] = lines.map((text, i) => ({
    kind: 'text',
    x: 0,
    y: 14 + i * LINE,
    text,
    whole: name,
    style: 'body',
  }));
  const last = lines.length * LINE;
  shapes.push({ kind: 'text', x: 0, y: last + 11, text: key, style: 'small' });
  const widths = [...lines.map((line) => textWidth(line, SIZE.name)), monoWidth(key, SIZE.small)];
  return { width: Math.min(available, Math.max(...widths)), height: last + 21, shapes };
}

function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
