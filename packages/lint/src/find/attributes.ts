import type { RawAttribute, RawName } from '../object/raw-name.ts';
import { remembered } from '../object/remembered.ts';
import type { RuleFinding } from '../rule.ts';

const NONE: readonly RawAttribute[] = [];

/** The attributes of a name, in its order. */
export const flatAttributes: (name: RawName) => readonly RawAttribute[] = remembered(({ rdns }) => rdns.flat());

const attributesByType: (name: RawName) => ReadonlyMap<string, readonly RawAttribute[]> = remembered((name) => {
  const byType = new Map<string, RawAttribute[]>();
  for (const attribute of flatAttributes(name)) {
    const same = byType.get(attribute.type);
    if (same === undefined) byType.set(attribute.type, [attribute]);
    else same.push(attribute);
  }
  return byType;
});

/** The attributes of this type (dotted text) in a name, in its order. */
export function attributesOf(name: RawName, type: string): readonly RawAttribute[] {
  return attributesByType(name).get(type) ?? NONE;
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
