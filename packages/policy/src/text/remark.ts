import type { Cursor } from './cursor.ts';

/** A remark in parentheses, one of those that can stand here, or `null` without one. */
export function parseRemark<const R extends string>(cursor: Cursor, remarks: readonly R[]): R | null {
  if (!cursor.takes('(')) return null;
  const place = cursor.peek() ?? cursor.end;
  let words = '';
  for (let word = cursor.peek(); word !== null && word.kind === 'word' && words.length < 40; word = cursor.peek()) {
    words += `${words === '' ? '' : ' '}${cursor.take().value}`;
  }
  const remark = remarks.find((candidate) => candidate === words);
  if (remark === undefined) {
    const expected = remarks.map((one) => `\`(${one})\``).join(' or ');
    throw cursor.error('word-unexpected', place, { expected, actual: `\`(${words}\`` });
  }
  cursor.expect(')');
  return remark;
}
