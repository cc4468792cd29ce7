import { decodePem } from '@quorate/der';
import { decodeBase64, parseIsoTime, parseJson, readShape } from '@quorate/syntax';
import { type LabelledDer, type PathRequest, PeerNameError, parsePeerName } from '@quorate/verify';
import { array, type InferOutput, number, optional, strictObject, string, union } from 'valibot';
import { isObject } from '../load/json.ts';
import { purposeOfWord } from '../purpose-word.ts';
import { isPackageError, Unusable } from '../unusable.ts';

/** A certificate to judge, and what is asked about it that is not asked about all. */
export interface BatchTarget {
  readonly id: string | number;
  readonly target: LabelledDer;
  readonly intermediates: readonly LabelledDer[];
  readonly overrides: Partial<Pick<PathRequest, 'time' | 'peer' | 'purpose'>>;
}

const LINE = strictObject({
  id: optional(union([string(), number()])),
  certificate: string(),
  intermediates: optional(array(string())),
  time: optional(string()),
  name: optional(string()),
  purpose: optional(string()),
});

const SHAPE =
  'a line is one object: certificate (base64 of DER, or PEM), and if wanted id, intermediates, time, name, purpose';

/** A line that is none: what it is called, and why. */
export interface BadLine {
  readonly id: string | number;
  readonly problem: Unusable;
}

/**
 * Reads one line of NDJSON. Members that are not known are refused: a name that is misspelt would be a check not made.
 *
 * @param place what the line is called unless it has an id
 */
export function readBatchLine(place: string, text: string): BatchTarget | BadLine {
  let id: string | number = place;
  try {
    const value = parseJson(text);
    if (!isObject(value)) throw new Unusable('a line that is no object', { next: SHAPE });
    if (typeof value['id'] === 'string' || typeof value['id'] === 'number') id = value['id'];
    return targetOf(id, readShape(LINE, value));
  } catch (cause) {
    if (cause instanceof Unusable) return { id, problem: cause };
    if (isPackageError(cause)) return { id, problem: new Unusable(cause.message, { next: SHAPE, cause }) };
    throw cause;
  }
}

function targetOf(id: string | number, line: InferOutput<typeof LINE>): BatchTarget {
  const [target, ...others] = certificatesOf('certificate', line.certificate);
  if (target === undefined) throw new Unusable('`certificate`: no certificate in it', { next: SHAPE });
  const given = (line.intermediates ?? []).flatMap((item, i) => certificatesOf(`intermediates[${i}]`, item));
  return {
    id,
    target,
    intermediates: [...others, ...given],
    overrides: {
      ...(line.time === undefined ? {} : { time: timeOf(line.time) }),
      ...(line.name === undefined ? {} : { peer: peerOf(line.name) }),
      ...(line.purpose === undefined ? {} : { purpose: purposeOf(line.purpose) }),
    },
  };
}

/** PEM, with the certificates of a chain behind it if there are several, or base64 of DER. */
function certificatesOf(member: string, text: string): LabelledDer[] {
  try {
    if (!text.includes('-----BEGIN ')) {
      return [{ der: decodeBase64(text.replace(/\s+/g, '')), label: `\`${member}\`` }];
    }
    const blocks = decodePem(text);
    const other = blocks.find(({ label }) => label !== 'CERTIFICATE');
    if (other !== undefined) {
      throw new Unusable(`\`${member}\`: a PEM block \`${other.label}\`, expected \`CERTIFICATE\``, { next: SHAPE });
    }
    return blocks.map(({ bytes: der }, i) => ({
      der,
      label: blocks.length === 1 ? `\`${member}\`` : `\`${member}\`, block ${i + 1}`,
    }));
  } catch (cause) {
    if (isPackageError(cause)) throw new Unusable(`\`${member}\`: ${cause.message}`, { next: SHAPE, cause });
    throw cause;
  }
}

function timeOf(text: string): number {
  const seconds = parseIsoTime(text);
  if (seconds !== null) return seconds;
  throw new Unusable(`\`time\`: expected a time such as 2024-08-14T18:03:02Z, found \`${text}\``, { next: SHAPE });
}

function purposeOf(text: string): string {
  const oid = purposeOfWord(text);
  if (oid !== null) return oid;
  throw new Unusable(`\`purpose\`: expected serverAuth, clientAuth, codeSigning, ... or an OID, found \`${text}\``, {
    next: SHAPE,
  });
}

function peerOf(text: string): NonNullable<PathRequest['peer']> {
  try {
    return parsePeerName(text);
  } catch (cause) {
    if (cause instanceof PeerNameError) throw new Unusable(`\`name\`: ${cause.message}`, { cause, next: SHAPE });
    throw cause;
  }
}
