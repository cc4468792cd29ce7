import type { RawName } from '../object/raw-name.ts';
import type { RuleFinding } from '../rule.ts';
import { attributesOf } from './attributes.ts';

/** One finding when a subject has no attribute of this type with something in it. */
export function findMissingAttribute(subject: RawName, type: string, attribute: string): readonly RuleFinding[] {
  if (attributesOf(subject, type).some(({ content, text }) => content.length > 0 && text?.trim() !== '')) return [];
  return [{ message: `the subject has no ${attribute}`, where: 'subject', at: subject.bytes }];
}
