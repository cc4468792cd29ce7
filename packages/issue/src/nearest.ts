const MAX_LENGTH = 64;

/**
 * The known name that a misspelt one was probably meant to be: the same but for letter case, or with the fewest letters
 * put in, left out, changed or swapped with their neighbour, at most a third of its length.
 *
 * @returns `null` when none is near
 */
export function nearest(name: string, known: readonly string[]): string | null {
  if (name.length > MAX_LENGTH) return null;
  const lower = name.toLowerCase();
  let [best, least] = [null as string | null, Math.max(1, Math.floor(name.length / 3)) + 1];
  for (const candidate of known) {
    const distance = candidate.length > MAX_LENGTH ? least : distanceOf(lower, candidate.toLowerCase());
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Edits between two texts, a swap of neighbours counted as one (optimal string alignment). */
function distanceOf(a: string, b: string): number {
  let [before, last]: [number[], number[]] = [[], Array.from({ length: b.length + 1 }, (_, k) => k)];
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let k = 1; k <= b.length; k++) {
      const same = a[i - 1] === b[k - 1];
      let cost = Math.min((last[k] ?? 0) + 1, (row[k - 1] ?? 0) + 1, (last[k - 1] ?? 0) + (same ? 0 : 1));
      if (i > 1 && k > 1 && a[i - 1] === b[k - 2] && a[i - 2] === b[k - 1])
        cost = Math.min(cost, (before[k - 2] ?? 0) + 1);
      row.push(cost);
    }
    [before, last] = [last, row];
  }
  return last[b.length] ?? 0;
}
