import { extensionOf, type KnownExtension } from '../object/extension-value.ts';
import type { LintObject } from '../object/lint-object.ts';
import type { RuleFinding } from '../rule.ts';

/**
 * One finding when the first extension of this name is not marked as it should be; none when there is no such extension.
 *
 * @param expected whether it should be critical
 */
export function findCriticality(object: LintObject, name: KnownExtension, expected: boolean): readonly RuleFinding[] {
  const extension = extensionOf(object, name);
  if (extension === null || extension.critical === expected) return [];
  const message = expected ? `${name} is not critical` : `${name} is critical`;
  const text = (critical: boolean): string => (critical ? 'critical' : 'not critical');
  return [
    {
      message,
      where: `extensions.${name}`,
      at: extension.bytes,
      expected: text(expected),
      actual: text(extension.critical),
    },
  ];
}
