/** How much a task tells, each level more than the one before (SKA.md 3.5); the sixth only towards VaultCode executables. */
export type DetailLevel = 'level1' | 'level2' | 'level3' | 'level4' | 'level5' | 'level6';

const LEVELS: readonly string[] = ['level1', 'level2', 'level3', 'level4', 'level5', 'level6'] satisfies DetailLevel[];

/**
 * Whether the level that a task claims includes another. Without a claim it is the first, which is the interface's
 * default; a claim that is not known includes everything, so that nothing goes missing unseen.
 */
export function includesLevel(claimed: string | null, level: DetailLevel): boolean {
  const at = claimed === null ? 0 : LEVELS.indexOf(claimed);
  return at === -1 || at >= LEVELS.indexOf(level);
}
