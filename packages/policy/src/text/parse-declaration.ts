import type { Cursor } from './cursor.ts';
import type { Lexeme } from './lexer.ts';
import { PATH_MAX_CHARACTERS, VALUE_MAX_BYTES } from './limits.ts';
import type { Declaration, Value } from './syntax.ts';

/** What follows `key`, `certificate` or `onboarded`. */
export function parseDeclaration(cursor: Cursor, kind: Declaration['kind'], head: Lexeme): Declaration {
  const labelPlace = cursor.name('a name');
  const label = labelPlace.value;
  const name = parseNaming(cursor, kind, label, labelPlace);
  const value = kind === 'onboarded' ? null : parseValue(cursor, kind);
  return { kind, label, labelPlace, name, value, place: head, comments: cursor.comments() };
}

function parseNaming(cursor: Cursor, kind: Declaration['kind'], label: string, labelPlace: Lexeme): string | null {
  if (kind !== 'onboarded' && cursor.takes('unnamed')) return null;
  const named = cursor.takes('named') ? cursor.name('a name') : labelPlace;
  if (kind === 'onboarded' && named.value === '') {
    throw cursor.error('name-missing', named, { expected: 'the onboarded name', actual: '`""`' });
  }
  return named === labelPlace ? label : named.value;
}

function parseValue(cursor: Cursor, kind: 'key' | 'certificate'): Value {
  if (cursor.takes('from')) {
    const path = cursor.peek();
    if (path?.kind !== 'text') throw cursor.unexpected([], 'the path of a file in quotation marks');
    cursor.take();
    const length = path.value.length;
    if (length === 0) throw cursor.error('file-missing', path, { expected: 'the path of a file', actual: '`""`' });
    if (length > PATH_MAX_CHARACTERS) {
      const actual = `a path of ${length} characters`;
      throw cursor.error('limit-exceeded', path, { actual, limit: PATH_MAX_CHARACTERS });
    }
    return { kind: 'file', path: path.value, place: path };
  }
  if (!cursor.takes('=')) throw cursor.unexpected(['=', 'from', 'named', 'unnamed']);
  const what = kind === 'key' ? 'a SubjectPublicKeyInfo in base64' : 'a certificate in base64';
  const first = cursor.peek();
  if (first?.kind !== 'base64') {
    const suggestion = first?.kind === 'text' ? 'for a file write `from` in place of `=`' : undefined;
    throw cursor.unexpected([], what, suggestion);
  }
  const pieces: string[] = [];
  let length = 0;
  for (let piece = cursor.peek(); piece?.kind === 'base64'; piece = cursor.peek()) {
    pieces.push(cursor.take().value);
    length += piece.value.length;
  }
  if (length > (VALUE_MAX_BYTES / 3) * 4) {
    throw cursor.error('limit-exceeded', first, { actual: `${length} characters of base64`, limit: VALUE_MAX_BYTES });
  }
  return { kind: 'base64', text: pieces.join(''), place: first };
}
