import type { Cursor } from './cursor.ts';
import { formatDuration, readDuration } from './duration.ts';
import { shown } from './quote.ts';
import { parseRemark } from './remark.ts';
import type { WindowSyntax } from './syntax.ts';

/**
 * `after D within D`, in either order, each at most once; both count from the HSM's timestamp. A window that ends before
 * it opens must say `(never)`, since `within 10m after 1h` sounds like ten minutes that begin after an hour.
 */
export function parseWindow(cursor: Cursor): WindowSyntax | null {
  const place = cursor.peek();
  const times = { after: 0, within: 0 };
  for (;;) {
    const word = cursor.sees('after') ? 'after' : cursor.sees('within') ? 'within' : null;
    if (word === null) break;
    if (times[word] !== 0) {
      throw cursor.error('repeated', cursor.peek() ?? cursor.end, { actual: `a second \`${word}\`` });
    }
    cursor.take();
    times[word] = parseDuration(cursor);
  }
  if (place === null || (times.after === 0 && times.within === 0)) return null;
  const inverted = times.within > 0 && times.after > times.within;
  const remark = parseRemark(cursor, ['never']);
  if (inverted !== (remark !== null)) throw wrongRemark(cursor, place, times, inverted);
  return { ...times, place, comments: cursor.comments() };
}

function parseDuration(cursor: Cursor): number {
  const lexeme = cursor.peek();
  if (lexeme?.kind !== 'number') throw cursor.unexpected([], 'a span of time such as `10m`');
  const read = readDuration(lexeme.value);
  if (typeof read === 'number') {
    cursor.take();
    return read;
  }
  cursor.take();
  // `10 m` and `10 minutes`: the unit stands apart.
  const unit = cursor.peek();
  const apart =
    /^\d{1,16}$/.test(lexeme.value) && unit?.kind === 'word' ? readUnit(`${lexeme.value}${unit.value}`) : null;
  const expected = 'a span of time such as `10m`, `90s`, `1h30m` or `2d`, at most 9007199254740991 s';
  const suggestion = apart ?? read.suggestion;
  throw cursor.error('duration-invalid', lexeme, { expected, actual: shown(lexeme.value), suggestion });
}

function readUnit(text: string): string | null {
  const read = readDuration(text);
  if (typeof read === 'number') return `did you mean \`${text}\`?`;
  return read.suggestion?.startsWith('did') === true ? read.suggestion : null;
}

function wrongRemark(
  cursor: Cursor,
  place: { readonly line: number; readonly column: number },
  { after, within }: { readonly after: number; readonly within: number },
  inverted: boolean,
): Error {
  if (!inverted) {
    return cursor.error('window-inverted', place, { expected: 'no `(never)`: this window opens' });
  }
  const [opens, ends, both] = [after, within, after + within].map(formatDuration);
  return cursor.error('window-inverted', place, {
    expected: 'a window that opens before it ends',
    actual: `\`after ${opens} within ${ends}\``,
    suggestion: `both count from the HSM's timestamp: did you mean \`after ${opens} within ${both}\`? if it shall never open, add \`(never)\``,
  });
}
