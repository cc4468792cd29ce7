import type { RawAttribute, RawName } from '../object/raw-name.ts';
import type { RuleFinding } from '../rule.ts';

/** The attributes of this type (dotted text) in a name, in its order. */
export function attributesOf(name: RawName, type: string): readonly RawAttribute[] {
  return name.rdns.flat().filter((attribute) => attribute.type === type);
}

/**
 * One finding for each attribute of this type that is longer than its upper bound (RFC 5280, A.1).
 *
 * @param field for instance `subject.commonName`
 * @param limit in characters; of a value that is no text, or no valid text, octets are counted
 */
export function findLongAttributes(name: RawName, type: string, field: string, limit: number): readonly RuleFinding[] {
  return attributesOf(name, type).flatMap(({ text, content, value }) => {
    const length = text === null ? content.length : [...text].length;
    if (length <= limit) return [];
    const message = `${field} is too long`;
    return [{ message, where: field, at: value, expected: `at most ${limit} characters`, actual: `${length}` }];
  });
}
