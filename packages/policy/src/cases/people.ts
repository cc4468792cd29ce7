import { Base64Error, decodeBase64, excerpt, joinPath } from '@quorate/syntax';
import { analysisIdentity, demandAnalyzable } from '../analysis/model.ts';
import { approvalIdentity } from '../approver-key.ts';
import { PolicyError } from '../error.ts';
import { type Approver, type Policy, RULE_NAMES } from '../policy.ts';
import { certificateName } from '../resolve.ts';
import type { PolicyCases } from './case.ts';

const PREFIX = /^[0-9a-f]{8,64}$/;
const DER_SEQUENCE = 0x30;

/** More than one key goes by a name. */
const SEVERAL: unique symbol = Symbol('several');

/**
 * Who is meant in the cases of one policy. A name in `by` is looked up in the people of the file, once; a name that is not
 * there is itself the reference. A reference is the name of an approver in the policy (as written, else a certificate's
 * common name), the first 8 or more hexadecimal digits of a key's identity, `onboarded:NAME`, or a public key
 * (SubjectPublicKeyInfo in base64), which need not stand in the policy. It must mean one key whichever way it is read.
 *
 * The key of an onboarded approver is not known: the identity `onboarded:NAME` stands for it.
 */
export class ResolvedPeople {
  /** The identity that stands for each onboarded approver, for `evaluateRule`. */
  readonly onboarded: ReadonlyMap<string, string>;
  readonly #people: ReadonlyMap<string, string>;
  readonly #byName = new Map<string, string | typeof SEVERAL>();
  /** Sorted. */
  readonly #identities: readonly string[];
  readonly #found = new Map<string, string>();
  /** The first name by which an identity was asked for. */
  readonly #asked = new Map<string, string>();
  /** A name of each identity, once it is needed. */
  #names: ReadonlyMap<string | typeof SEVERAL, string> | null = null;

  /** @throws PolicyError `limit-exceeded` for a policy with more approvers than analysis takes */
  constructor(policy: Policy, { people }: Pick<PolicyCases, 'people'>) {
    demandAnalyzable(policy);
    this.#people = people;
    const onboarded = new Map<string, string>();
    const identities = new Set<string>();
    for (const approver of approversOf(policy)) {
      const identity = analysisIdentity(approver);
      identities.add(identity);
      if (approver.identity === null) onboarded.set(approver.name, identity);
      const name = nameOf(approver);
      if (name === null) continue;
      const known = this.#byName.get(name);
      this.#byName.set(name, known === undefined || known === identity ? identity : SEVERAL);
    }
    this.onboarded = onboarded;
    this.#identities = [...identities].sort();
  }

  /**
   * The identity of a person.
   *
   * @param path where the person is named, for the error
   * @throws PolicyError `person-unknown`, `person-ambiguous`, `key-invalid`
   */
  identity(by: string, path: string): string {
    const known = this.#found.get(by);
    if (known !== undefined) return known;
    const reference = this.#people.get(by);
    const identity =
      reference === undefined ? this.#resolve(by, path) : this.#resolve(reference, joinPath('people', excerpt(by, 60)));
    this.#found.set(by, identity);
    if (!this.#asked.has(identity)) this.#asked.set(identity, by);
    return identity;
  }

  /**
   * A short reference to a key that means this key only: the name of a person asked for before, an approver's name, or
   * digits.
   */
  reference(identity: string): string {
    const person = this.#asked.get(identity);
    if (person !== undefined) return person;
    this.#names ??= new Map([...this.#byName].map(([name, it]) => [it, name]));
    for (const candidate of [this.#names.get(identity), identity.slice(0, 16)]) {
      if (candidate !== undefined && this.#means(candidate, identity)) return candidate;
    }
    return identity;
  }

  #means(by: string, identity: string): boolean {
    try {
      return this.identity(by, '') === identity;
    } catch (cause) {
      if (cause instanceof PolicyError) return false;
      throw cause;
    }
  }

  #resolve(reference: string, path: string): string {
    const candidates = new Set<string>();
    const named = this.#byName.get(reference);
    if (named === SEVERAL) throw ambiguous(reference, path);
    if (named !== undefined) candidates.add(named);
    if (PREFIX.test(reference) || reference.startsWith('onboarded:')) {
      const exact = reference.length === 64 || !PREFIX.test(reference);
      for (const identity of this.#startingWith(reference, exact)) candidates.add(identity);
      if (candidates.size === 0 && reference.length === 64 && PREFIX.test(reference)) return reference;
    }
    const key = keyIn(reference);
    if (key !== null) {
      try {
        candidates.add(approvalIdentity(key, path));
      } catch (cause) {
        // A name may look like base64; it is then no key.
        if (!(cause instanceof PolicyError) || candidates.size === 0) throw cause;
      }
    }
    const [identity, ...others] = candidates;
    if (others.length > 0) throw ambiguous(reference, path);
    if (identity !== undefined) return identity;
    const expected = 'a name in `people`, the name of an approver, the beginning of an identity, or a public key';
    throw new PolicyError('person-unknown', { path, expected, actual: `\`${excerpt(reference, 60)}\`` });
  }

  /** At most two identities: one more than is wanted. */
  #startingWith(start: string, exact: boolean): string[] {
    let [low, high] = [0, this.#identities.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if ((this.#identities[middle] as string) < start) low = middle + 1;
      else high = middle;
    }
    return this.#identities.slice(low, low + 2).filter((it) => (exact ? it === start : it.startsWith(start)));
  }
}

/** All approvers of a policy, rule by rule. */
function* approversOf(policy: Policy): Generator<Approver> {
  for (const name of RULE_NAMES) {
    for (const token of policy.rules[name]?.tokens ?? [])
      for (const group of token.groups ?? []) yield* group.approvers;
  }
}

function nameOf(approver: Approver): string | null {
  return approver.name ?? (approver.type === 'certificate' ? certificateName(approver) : null);
}

function keyIn(reference: string): Uint8Array | null {
  try {
    const bytes = decodeBase64(reference);
    return bytes[0] === DER_SEQUENCE ? bytes : null;
  } catch (cause) {
    if (cause instanceof Base64Error) return null;
    throw cause;
  }
}

function ambiguous(reference: string, path: string): PolicyError {
  const actual = `\`${excerpt(reference, 60)}\`, which several have`;
  return new PolicyError('person-ambiguous', { path, expected: 'a name, digits or a key of one approver', actual });
}
