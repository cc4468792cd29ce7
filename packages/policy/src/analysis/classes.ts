/** Keys that stand in exactly the same groups: for every question about these groups one is as good as another. */
export interface KeyClass {
  /** Identities, sorted, none twice. */
  readonly members: readonly string[];
  /** Indices of the groups they stand in, ascending. */
  readonly groups: readonly number[];
}

/** All keys of some groups, in classes of interchangeable ones. */
export interface Classes {
  /** Sorted by their smallest member, so the order of the groups does not matter. */
  readonly classes: readonly KeyClass[];
  /** How many keys each class has: the bounds of the variables of {@link solve}. */
  readonly counts: readonly number[];
  /** For each group given the indices of its classes, ascending. */
  readonly ofGroup: readonly (readonly number[])[];
}

/**
 * Puts the keys of groups into classes by the groups they stand in. The groups may come from several tokens, rules and
 * policies; a list of keys that must not be mixed with others (lost ones, say) is given as one more group. The work grows
 * with the sum of the groups' sizes, apart from sorting.
 *
 * @param groups identities; one that stands twice in a group counts once
 */
export function classesOf(groups: readonly Iterable<string>[]): Classes {
  const indexOf = new Map<string, number>();
  /** For each key its class; classes are split group by group. */
  const classOf: number[] = [];
  let fresh = 1;
  for (const group of groups) {
    const split = new Map<number, number>();
    for (const key of new Set(group)) {
      let index = indexOf.get(key);
      if (index === undefined) {
        index = classOf.length;
        indexOf.set(key, index);
        classOf.push(0);
      }
      const before = classOf[index] as number;
      let after = split.get(before);
      if (after === undefined) {
        after = fresh++;
        split.set(before, after);
      }
      classOf[index] = after;
    }
  }
  const members = new Map<number, string[]>();
  for (const key of [...indexOf.keys()].sort()) {
    const id = classOf[indexOf.get(key) as number] as number;
    const list = members.get(id);
    if (list === undefined) members.set(id, [key]);
    else list.push(key);
  }
  const lists = [...members.values()];
  const place = new Map<string, number>(lists.map((list, i) => [list[0] as string, i]));
  const ofGroup = groups.map((group) => {
    const found: number[] = [];
    for (const key of group) {
      const i = place.get(key);
      if (i !== undefined) found.push(i);
    }
    return [...new Set(found)].sort((a, b) => a - b);
  });
  const groupsOf: number[][] = lists.map(() => []);
  ofGroup.forEach((list, group) => {
    for (const i of list) groupsOf[i]?.push(group);
  });
  return {
    classes: lists.map((list, i) => ({ members: list, groups: groupsOf[i] ?? [] })),
    counts: lists.map((list) => list.length),
    ofGroup,
  };
}

/**
 * So many keys of each class, by identity: always the smallest, so the same counts name the same keys.
 *
 * @param counts how many of each class, as {@link solve} gives them
 * @returns identities, sorted
 * @throws TypeError when a class has fewer keys
 */
export function witnessOf(classes: Classes, counts: readonly number[]): string[] {
  const chosen = classes.classes.flatMap(({ members }, i) => {
    const count = counts[i] ?? 0;
    if (count > members.length) throw new TypeError('more keys are asked for than the class has');
    return members.slice(0, count);
  });
  return chosen.sort();
}
