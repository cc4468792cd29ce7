import { base64 } from '@scure/base';

/** Why a text is not PEM (RFC 7468). */
export type PemErrorCode =
  /** No line starts with `-----BEGIN `. */
  | 'no-block'
  /** A boundary line is malformed, or its label is not printable ASCII (RFC 7468, section 3). */
  | 'boundary-invalid'
  /** A block has no END line, or the END line has another label. */
  | 'block-not-closed'
  /** What stands between the boundaries is not base64 and white space; header lines of RFC 1421 are not taken. */
  | 'base64-invalid'
  /** More characters or blocks than the bounds allow. */
  | 'input-too-large';

/** A text that is not PEM. `line` counts from 1. */
export class PemError extends Error {
  override readonly name = 'PemError';
  readonly code: PemErrorCode;
  readonly line: number;

  constructor(code: PemErrorCode, line: number) {
    super(`${code.replaceAll('-', ' ')} at line ${line}`);
    this.code = code;
    this.line = line;
  }
}

/** One block of a PEM text. */
export interface PemBlock {
  /** For instance `CERTIFICATE`, `PUBLIC KEY`, `NEW CERTIFICATE REQUEST`. */
  readonly label: string;
  readonly bytes: Uint8Array;
}

const MAX_CHARACTERS = 32 * 1024 * 1024;
const MAX_BLOCKS = 10_000;
const BOUNDARY = /^-----(BEGIN|END) ([\x21-\x7e]+(?:[ -][\x21-\x7e]+)*)-----$/;

/** Whether a text has a line that opens a PEM block. */
export function looksLikePem(text: string): boolean {
  return /^[ \t]*-----BEGIN /m.test(text);
}

/**
 * All blocks of a PEM text, in order. White space is taken anywhere inside a block and at the ends of boundary lines;
 * text outside the blocks is explanation and is passed over (RFC 7468, sections 2 and 5.2). The base64 is strict:
 * canonical padding, no bits left over.
 *
 * @param text at most 32 Mi characters and 10,000 blocks
 * @throws PemError
 */
export function decodePem(text: string): PemBlock[] {
  if (text.length > MAX_CHARACTERS) throw new PemError('input-too-large', 1);
  const blocks: PemBlock[] = [];
  let open: { label: string; line: number; body: string[] } | null = null;
  for (const [index, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    const boundary = line.startsWith('-----') ? BOUNDARY.exec(line) : null;
    if (boundary === null) {
      if (/^-----(BEGIN|END)\b/.test(line)) throw new PemError('boundary-invalid', index + 1);
      if (open !== null) open.body.push(line);
      continue;
    }
    const [, kind, label] = boundary as unknown as [string, string, string];
    if (open === null) {
      if (kind === 'END') throw new PemError('boundary-invalid', index + 1);
      open = { label, line: index + 1, body: [] };
      continue;
    }
    if (kind === 'BEGIN' || label !== open.label) throw new PemError('block-not-closed', index + 1);
    if (blocks.length === MAX_BLOCKS) throw new PemError('input-too-large', index + 1);
    blocks.push({ label, bytes: decodeBody(open.body, open.line) });
    open = null;
  }
  if (open !== null) throw new PemError('block-not-closed', open.line);
  if (blocks.length === 0) throw new PemError('no-block', 1);
  return blocks;
}

function decodeBody(body: readonly string[], line: number): Uint8Array {
  try {
    return base64.decode(body.join('').replace(/[ \t\v\f]/g, ''));
  } catch {
    throw new PemError('base64-invalid', line);
  }
}

/** One PEM block: 64 characters a line, line feeds, a final one (RFC 7468, section 2). */
export function encodePem(block: PemBlock): string {
  if (!BOUNDARY.test(`-----BEGIN ${block.label}-----`)) throw new TypeError(`not a PEM label: \`${block.label}\``);
  const lines = base64.encode(block.bytes).match(/.{1,64}/g) ?? [];
  return `${[`-----BEGIN ${block.label}-----`, ...lines, `-----END ${block.label}-----`].join('\n')}\n`;
}
