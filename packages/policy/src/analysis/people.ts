import { PolicyError } from '../error.ts';
import type { ApproverBook } from './book.ts';

/** Who holds which keys, and who belongs to which team. */
export interface PeopleMap {
  /** For each person what they hold: identities, `onboarded:NAME`, or names of approvers in the policy. */
  readonly people: Readonly<Record<string, readonly string[]>>;
  /** For each team its members: people, or other teams; not in a circle. Default: no teams. */
  readonly teams?: Readonly<Record<string, readonly string[]>>;
}

/** Who holds which keys of one policy. */
export interface Holders {
  /** For each person the identities they hold. */
  readonly people: ReadonlyMap<string, ReadonlySet<string>>;
  /** For each team what its people hold together. */
  readonly teams: ReadonlyMap<string, ReadonlySet<string>>;
  /** What people are said to hold and the policy does not have, each once, sorted. */
  readonly unmatched: readonly string[];
}

/** Keys that people and teams may hold, counted for each of them: people share few, so this is far beyond any use. */
const MAX_HELD = 2_000_000;

class Work {
  #held = 0;

  add(count: number, path: string): void {
    this.#held += count;
    if (this.#held <= MAX_HELD) return;
    throw new PolicyError('limit-exceeded', { path, actual: 'more keys than that', limit: MAX_HELD });
  }
}

/** Entries of a people map, at most: many more than a policy can have approvers. */
const MAX_ENTRIES = 100_000;

/**
 * Finds the keys that people and teams hold. A name that several approvers have gives all their keys: it is safer to
 * think too much of a person than too little.
 *
 * @throws PolicyError `people-cyclic` for teams in a circle, `people-invalid` for a member that is neither person nor team,
 *   or a name for both, `limit-exceeded` beyond 100,000 entries or 2,000,000 keys held
 */
export function holdersOf(map: PeopleMap, book: ApproverBook): Holders {
  const people = Object.entries(map.people);
  const teams = Object.entries(map.teams ?? {});
  demandSmall([...people, ...teams]);
  const byName = new Map<string, string[]>();
  const known = new Set(book.identities());
  for (const identity of known) {
    for (const name of book.names(identity)) {
      const owners = byName.get(name);
      if (owners === undefined) byName.set(name, [identity]);
      else owners.push(identity);
    }
  }
  const unmatched = new Set<string>();
  const work = new Work();
  const held = new Map<string, ReadonlySet<string>>();
  for (const [person, entries] of people) {
    const keys = new Set<string>();
    for (const entry of entries) {
      const found = known.has(entry) ? [entry] : byName.get(entry);
      if (found === undefined) unmatched.add(entry);
      for (const key of found ?? []) keys.add(key);
      work.add(found?.length ?? 0, `people.${person}`);
    }
    held.set(person, keys);
  }
  return { people: held, teams: teamKeys(new Map(teams), held, work), unmatched: [...unmatched].sort() };
}

function demandSmall(entries: readonly (readonly [string, readonly string[]])[]): void {
  const count = entries.reduce((sum, [, list]) => sum + 1 + list.length, 0);
  if (count <= MAX_ENTRIES) return;
  throw new PolicyError('limit-exceeded', { path: 'people', actual: `${count} entries`, limit: MAX_ENTRIES });
}

type Members = ReadonlyMap<string, readonly string[]>;

function teamKeys(
  teams: Members,
  people: ReadonlyMap<string, ReadonlySet<string>>,
  work: Work,
): Map<string, ReadonlySet<string>> {
  const result = new Map<string, ReadonlySet<string>>();
  for (const team of inOrder(teams, people)) {
    const keys = new Set<string>();
    for (const member of teams.get(team) ?? []) {
      const inner = people.get(member) ?? result.get(member) ?? new Set<string>();
      for (const key of inner) keys.add(key);
      work.add(inner.size, `teams.${team}`);
    }
    result.set(team, keys);
  }
  return new Map([...teams.keys()].map((team) => [team, result.get(team) ?? new Set()]));
}

/** Teams so that each comes after the teams in it. */
function inOrder(teams: Members, people: ReadonlyMap<string, unknown>): string[] {
  const order: string[] = [];
  const waiting = new Map<string, number>();
  const within = new Map<string, string[]>();
  for (const [team, members] of teams) {
    if (people.has(team)) throw invalid(`teams.${team}`, 'a name that no person has', team);
    const inner = new Set(members.filter((member) => !people.has(member)));
    for (const member of inner) {
      if (!teams.has(member)) throw invalid(`teams.${team}`, 'a person or a team', member);
      const outer = within.get(member);
      if (outer === undefined) within.set(member, [team]);
      else outer.push(team);
    }
    waiting.set(team, inner.size);
    if (inner.size === 0) order.push(team);
  }
  for (const team of order) {
    for (const outer of within.get(team) ?? []) {
      const left = (waiting.get(outer) ?? 0) - 1;
      waiting.set(outer, left);
      if (left === 0) order.push(outer);
    }
  }
  for (const team of teams.keys()) {
    if ((waiting.get(team) ?? 0) > 0) {
      throw new PolicyError('people-cyclic', {
        path: `teams.${team}`,
        expected: 'teams that do not contain themselves',
      });
    }
  }
  return order;
}

function invalid(path: string, expected: string, actual: string): PolicyError {
  return new PolicyError('people-invalid', { path, expected, actual: `\`${actual.slice(0, 200)}\`` });
}
