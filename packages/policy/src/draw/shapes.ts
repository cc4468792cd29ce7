/** What a drawing is made of, before it is written as SVG. Places in its units, from the top left. */
export type Shape = TextShape | BoxShape;

export interface TextShape {
  readonly kind: 'text';
  readonly x: number;
  /** Of the base line. */
  readonly y: number;
  readonly text: string;
  readonly style: 'heading' | 'body' | 'strong' | 'small' | 'joint' | 'warning';
  /** The whole, where the text is one line of several. */
  readonly whole?: string;
}

export interface BoxShape {
  readonly kind: 'box';
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly style: 'token' | 'group' | 'open' | 'closed';
}

/** A part of a drawing with its size; its shapes stand where they would if it stood at 0, 0. */
export interface Block {
  readonly width: number;
  readonly height: number;
  readonly shapes: readonly Shape[];
}

/** The shapes of a block, moved to where it stands. */
export function moved(block: Block, x: number, y: number): Shape[] {
  return block.shapes.map((shape) => ({ ...shape, x: shape.x + x, y: shape.y + y }));
}
