import { base64 } from '@scure/base';

/** Why a text is not PEM (RFC 7468). */
export type PemErrorCode =
  /** No line starts with `-----BEGIN `. */
  | 'no-block'
  /** A boundary line is malformed, its label is not one of RFC 7468, section 3, or an END line closes nothing. */
  | 'boundary-invalid'
  /** A block has no END line, or the END line has another label. */
  | 'block-not-closed'
  /** What stands between the boundaries is not base64 and white space; header lines of RFC 1421 are not taken. */
  | 'base64-invalid'
  /** More characters or blocks than the bounds allow. */
  | 'input-too-large';

/** A text that is not PEM. `line` counts from 1; with `base64-invalid` it is the BEGIN line of the block. */
export class PemError extends Error {
  override readonly name = 'PemError';
  readonly code: PemErrorCode;
  readonly line: number;

  constructor(code: PemErrorCode, line: number, options?: ErrorOptions) {
    super(`${code.replaceAll('-', ' ')} at line ${line}`, options);
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
const MAX_LABEL = 80;
/** Labels are printable ASCII with single spaces or hyphens inside, so a line matches in one way only. */
const BOUNDARY = /^-----(BEGIN|END) ([!-,.-~](?:[ -]?[!-,.-~])*)-----$/;

interface Boundary {
  readonly kind: 'BEGIN' | 'END';
  readonly label: string;
}

/** Whether a text has a line that opens a PEM block. */
export function looksLikePem(text: string): boolean {
  return /(?:^\uFEFF?|[\r\n])[ \t\v\f]*-----BEGIN /.test(text);
}

/**
 * All blocks of a PEM text, in order. White space is taken anywhere inside a block and at the ends of boundary lines,
 * a byte order mark before the first line; text outside the blocks is explanation and is passed over (RFC 7468,
 * sections 2 and 5.2), unless it looks like a boundary. The base64 is strict: canonical padding, no bits left over.
 *
 * @param text at most 32 Mi characters and 10,000 blocks, with labels of at most 80 characters
 * @throws PemError
 */
export function decodePem(text: string): PemBlock[] {
  if (text.length > MAX_CHARACTERS) throw new PemError('input-too-large', 1);
  const blocks: PemBlock[] = [];
  let open: { label: string; line: number; from: number } | null = null;
  let line = 0;
  for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
    line++;
    const boundary = readBoundary(match[0], line);
    if (boundary === null) continue;
    const { kind, label } = boundary;
    if (open === null) {
      if (kind === 'END') throw new PemError('boundary-invalid', line);
      open = { label, line, from: match.index + match[0].length };
      continue;
    }
    if (kind === 'BEGIN' || label !== open.label) throw new PemError('block-not-closed', line);
    if (blocks.length === MAX_BLOCKS) throw new PemError('input-too-large', line);
    blocks.push({ label, bytes: decodeBody(text.slice(open.from, match.index), open.line) });
    open = null;
  }
  if (open !== null) throw new PemError('block-not-closed', open.line);
  if (blocks.length === 0) throw new PemError('no-block', 1);
  return blocks;
}

/** The boundary that a line is, or `null` for any other line; one that only looks like a boundary is an error. */
function readBoundary(raw: string, line: number): Boundary | null {
  const text = trimmed(line === 1 && raw.startsWith('\uFEFF') ? raw.slice(1) : raw);
  if (!/^-----(?:BEGIN|END)\b/.test(text)) return null;
  // The length first: an engine's stack bounds how long a line a repeated group can match.
  const [, kind, label] = (text.length <= MAX_LABEL + 16 && BOUNDARY.exec(text)) || [];
  if (label === undefined) throw new PemError('boundary-invalid', line);
  return { kind: kind === 'BEGIN' ? 'BEGIN' : 'END', label };
}

/** Without white space of ASCII at either end. */
function trimmed(line: string): string {
  let from = 0;
  let to = line.length;
  while (from < to && isSpace(line.charCodeAt(from))) from++;
  while (from < to && isSpace(line.charCodeAt(to - 1))) to--;
  return line.slice(from, to);
}

function isSpace(code: number): boolean {
  return code === 0x20 || (code >= 0x09 && code <= 0x0d);
}

function decodeBody(body: string, line: number): Uint8Array {
  try {
    return base64.decode(body.replace(/[ \t\v\f\r\n]+/g, ''));
  } catch (cause) {
    throw new PemError('base64-invalid', line, { cause });
  }
}

/**
 * One PEM block: 64 characters a line, line feeds, a final one (RFC 7468, section 2).
 *
 * @throws TypeError when the label is not one
 */
export function encodePem(block: PemBlock): string {
  const begin = `-----BEGIN ${block.label}-----`;
  if (block.label.length > MAX_LABEL || !BOUNDARY.test(begin))
    throw new TypeError(`not a PEM label: \`${block.label}\``);
  const lines = base64.encode(block.bytes).match(/.{1,64}/g) ?? [];
  return `${[begin, ...lines, `-----END ${block.label}-----`].join('\n')}\n`;
}
