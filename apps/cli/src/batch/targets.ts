import { decodeUtf8, Utf8Error } from '@quorate/syntax';
import type { LabelledDer } from '@quorate/verify';
import type { Context } from '../context.ts';
import { derOf } from '../load/der.ts';
import { Unusable } from '../unusable.ts';
import type { BatchItem } from './batch-item.ts';
import { joined, linesOf } from './lines.ts';
import { pemBlocks } from './pem-blocks.ts';
import { filesBelow } from './walk.ts';

const EXPECTED = 'certificates, PEM or DER, or NDJSON, one object a line';
/** By so many bytes it must be clear what a file is. */
const HEAD = 64 * 1024;
/** A file that is one certificate, and a line of NDJSON, have at most so many bytes. */
const MOST = 4 * 1024 * 1024;
/** Certificates in a file that is one chain. */
const MAX_CHAIN = 100;

/**
 * All that is to be judged, in order. What cannot be read is among it and says so; nothing ends the run.
 *
 * @param chains whether a PEM file with several certificates is one target and the rest of its chain
 */
export async function* targetsOf(
  context: Context,
  paths: readonly string[],
  chains: boolean,
): AsyncGenerator<BatchItem, void> {
  for (const path of paths) {
    const files = path === '-' ? [{ path, problem: null }] : filesBelow(context, path);
    for await (const file of files) {
      if (file.problem === null) yield* readableTargets(context, file.path, chains);
      else yield problem(file.path, file.problem);
    }
  }
}

async function* readableTargets(context: Context, file: string, chains: boolean): AsyncGenerator<BatchItem, void> {
  try {
    yield* targetsOfFile(context, file, chains);
  } catch (error) {
    if (!(error instanceof Unusable)) throw error;
    yield problem(file, error.message, error.next);
  }
}

async function* targetsOfFile(context: Context, file: string, chains: boolean): AsyncGenerator<BatchItem, void> {
  const { head, pieces } = await beginning(context.pieces(file));
  if (isNdjson(head)) yield* linesAsTargets(file, pieces);
  else if (!isDer(head) && latin1.decode(head).includes('-----BEGIN ')) {
    yield* chains ? chainOf(file, pemTargets(file, pieces)) : pemTargets(file, pieces);
  } else {
    const { bytes } = derOf(file, await whole(file, pieces), ['CERTIFICATE'], EXPECTED);
    yield { type: 'certificate', id: file, target: { der: bytes, label: file }, intermediates: [] };
  }
}

async function* linesAsTargets(file: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<BatchItem, void> {
  for await (const { number, bytes } of linesOf(pieces, MOST)) {
    const id = `${file}:${number}`;
    if (bytes === null) {
      yield problem(id, `a line of more than ${MOST} bytes, which is the limit`);
      continue;
    }
    try {
      const text = decodeUtf8(number === 1 ? withoutMark(bytes) : bytes);
      if (text.trim() !== '') yield { type: 'line', id, text };
    } catch (error) {
      if (!(error instanceof Utf8Error)) throw error;
      yield problem(id, error.message);
    }
  }
}

/** Each block by itself; of several, each is called by its number. */
async function* pemTargets(file: string, pieces: AsyncIterable<Uint8Array>): AsyncGenerator<BatchItem, void> {
  let first: BatchItem | null = null;
  let number = 0;
  for await (const block of pemBlocks(pieces)) {
    number += 1;
    if (number === 2 && first !== null) yield { ...first, id: `${file}#1` };
    const id = number === 1 ? file : `${file}#${number}`;
    let item: BatchItem;
    if ('problem' in block) item = problem(id, block.problem);
    else if (block.label !== 'CERTIFICATE') {
      const next = block.label.includes('PRIVATE KEY') ? 'keep private keys elsewhere' : 'leave it out';
      item = problem(id, `a PEM block \`${block.label}\`, expected \`CERTIFICATE\``, next);
    } else item = { type: 'certificate', id, target: { der: block.bytes, label: id }, intermediates: [] };
    if (number === 1) first = item;
    else yield item;
  }
  if (first === null) yield problem(file, `a PEM file without a block, expected ${EXPECTED}`);
  else if (number === 1) yield first;
}

/** The certificates of one file as one target: the first, with the others to help it. A broken one spoils the file. */
async function* chainOf(file: string, items: AsyncIterable<BatchItem>): AsyncGenerator<BatchItem, void> {
  const chain: LabelledDer[] = [];
  for await (const item of items) {
    if (item.type !== 'certificate') {
      yield { ...item, id: file };
      return;
    }
    if (chain.length === MAX_CHAIN) {
      yield problem(file, `more than ${MAX_CHAIN} certificates, which is the limit of a chain`, 'leave out --chains');
      return;
    }
    chain.push({ der: item.target.der, label: item.id });
  }
  const [target, ...intermediates] = chain;
  if (target !== undefined) yield { type: 'certificate', id: file, target, intermediates };
}

function problem(id: string, message: string, next?: string): BatchItem {
  return { type: 'problem', id, message, ...(next === undefined ? {} : { next }) };
}

/** Reads as much as shows what a file is, and gives that and all of it. */
async function beginning(
  all: AsyncIterable<Uint8Array>,
): Promise<{ readonly head: Uint8Array; readonly pieces: AsyncIterable<Uint8Array> }> {
  const source = all[Symbol.asyncIterator]();
  const parts: Uint8Array[] = [];
  let head = new Uint8Array();
  while (head.length < HEAD && !isNdjson(head)) {
    const { value, done } = await source.next();
    if (done === true) break;
    parts.push(value);
    head = joined(parts, head.length + value.length) as Uint8Array<ArrayBuffer>;
  }
  return { head, pieces: continued(head, source) };
}

async function* continued(head: Uint8Array, source: AsyncIterator<Uint8Array>): AsyncGenerator<Uint8Array, void> {
  if (head.length > 0) yield head;
  yield* { [Symbol.asyncIterator]: () => source };
}

async function whole(file: string, pieces: AsyncIterable<Uint8Array>): Promise<Uint8Array> {
  const parts: Uint8Array[] = [];
  let length = 0;
  for await (const piece of pieces) {
    length += piece.length;
    if (length > MOST) throw new Unusable(`${file}: more than ${MOST} bytes, and it is not PEM and not NDJSON`);
    parts.push(piece);
  }
  return joined(parts, length);
}

function isNdjson(head: Uint8Array): boolean {
  return latin1.decode(withoutMark(head).subarray(0, 1024)).trimStart().startsWith('{');
}

/** A SEQUENCE whose length needs more than one octet, as that of every certificate does. */
function isDer(head: Uint8Array): boolean {
  return head[0] === 0x30 && (head[1] ?? 0) >= 0x80;
}

function withoutMark(bytes: Uint8Array): Uint8Array {
  return bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? bytes.subarray(3) : bytes;
}

const latin1 = new TextDecoder('latin1');
