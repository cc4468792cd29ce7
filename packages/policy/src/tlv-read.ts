import { TlvError, TlvReader } from '@quorate/syntax';
import { ApproverReader } from './approver-key.ts';
import { PolicyError } from './error.ts';
import { PartCounter } from './parts.ts';
import { type Approver, type Group, type Policy, RULE_NAMES, type Rule, type RuleName, type Token } from './policy.ts';
import { Element, type PolicyTlvOptions, RULE_ELEMENTS } from './tlv-elements.ts';

const SECONDS_PER_MINUTE = 60;

/**
 * A policy out of an approval token: the four rules inside element 0x1058 (SKA.md 5.2). It has no key status; names are
 * optional, and an empty one is not an absent one; times are minutes there and seconds here. What it accepts,
 * `writePolicyTlv` writes again bit for bit.
 *
 * @param source the value of 0x1058 with its own length word, or a reader over its content; read to its end
 * @throws PolicyError
 */
export function readPolicyTlv(source: Uint8Array | TlvReader, options: PolicyTlvOptions = {}): Policy {
  const reader = new TlvPolicyReader(options);
  return reader.guard(() => {
    const level = source instanceof Uint8Array ? TlvReader.of(source) : source;
    const rule = (name: RuleName): Rule => {
      reader.path = name;
      return reader.rule(level.container(RULE_ELEMENTS[name]));
    };
    const [use, block, unblock, modify] = RULE_NAMES.map(rule) as [Rule, Rule, Rule, Rule];
    reader.path = '';
    level.finish();
    return { rules: { use, block, unblock, modify }, blocked: null };
  });
}

/**
 * One rule: the value of a rule element, or what PKCS#11 calls a serialized policy (SKA.md 5.2).
 *
 * @param bytes with their own length word
 * @throws PolicyError
 */
export function readRuleTlv(bytes: Uint8Array, options: PolicyTlvOptions = {}): Rule {
  const reader = new TlvPolicyReader(options);
  return reader.guard(() => reader.rule(TlvReader.of(bytes)));
}

/** What counts the parts of each kind, and what a part begins with when it has no name. */
const LISTS: Readonly<Record<'token' | 'group' | 'approver', { countType: number; starts: readonly number[] }>> = {
  token: { countType: Element.TOKEN_COUNT, starts: [Element.TIME] },
  group: { countType: Element.GROUP_COUNT, starts: [Element.QUORUM] },
  approver: { countType: Element.APPROVER_COUNT, starts: [Element.PUBLIC_KEY, Element.CERTIFICATE_GUESSED] },
};

class TlvPolicyReader {
  /** Where the reading is, for errors. */
  path = '';
  readonly #approvers = new ApproverReader();
  readonly #parts = new PartCounter();
  readonly #certificates: boolean;

  constructor(options: PolicyTlvOptions) {
    this.#certificates = options.certificateElement === 'guessed';
  }

  guard<T>(read: () => T): T {
    try {
      return read();
    } catch (cause) {
      if (cause instanceof TlvError)
        throw new PolicyError('tlv-invalid', { path: this.path, offset: cause.offset, cause });
      throw cause;
    }
  }

  rule(level: TlvReader): Rule {
    const path = this.path;
    const list = path === '' ? 'tokens' : `${path}.tokens`;
    const tokens = this.#list(level, 'token', list, () => this.#token(level));
    if (level.peek() !== null) {
      throw new PolicyError('count-mismatch', {
        path,
        offset: level.offset,
        expected: `the end after ${tokens.length} tokens`,
        actual: 'more elements',
      });
    }
    return { tokens };
  }

  #token(level: TlvReader): Token {
    const { path } = this;
    const name = level.optionalText(Element.NAME);
    const timelock = level.u32(Element.TIME) * SECONDS_PER_MINUTE;
    const timeout = level.u32(Element.TIME) * SECONDS_PER_MINUTE;
    const groups = this.#list(level, 'group', `${path}.groups`, () => this.#group(level));
    return { name, timelock, timeout, groups };
  }

  #group(level: TlvReader): Group {
    const { path } = this;
    const name = level.optionalText(Element.NAME);
    const quorum = level.u32(Element.QUORUM);
    const approvers = this.#list(level, 'approver', `${path}.approvers`, () => this.#approver(level));
    return { name, quorum, approvers };
  }

  #approver(level: TlvReader): Approver {
    const { path } = this;
    const name = level.optionalText(Element.NAME);
    if (level.peek() !== Element.CERTIFICATE_GUESSED) {
      return this.#approvers.publicKey(level.value(Element.PUBLIC_KEY), name, path);
    }
    if (!this.#certificates) {
      throw new PolicyError('certificate-element-unknown', {
        path,
        offset: level.offset,
        expected: 'a public key: the element of certificates is not published, 0x1053 is a guess',
        actual: '0x1053',
      });
    }
    return this.#approvers.certificate(level.value(Element.CERTIFICATE_GUESSED), name, path);
  }

  /** A count and that many parts. */
  #list<T>(level: TlvReader, kind: keyof typeof LISTS, path: string, read: () => T): T[] {
    const { countType, starts } = LISTS[kind];
    const outer = this.path;
    this.path = path;
    const { offset } = level;
    const count = level.u32(countType);
    this.#parts.add(kind, count, path);
    const items: T[] = [];
    while (items.length < count) {
      const next = level.peek();
      if (next !== Element.NAME && (next === null || !starts.includes(next))) {
        throw new PolicyError('count-mismatch', { path, offset, expected: `${items.length}`, actual: `${count}` });
      }
      this.path = `${path}[${items.length}]`;
      items.push(read());
    }
    this.path = outer;
    return items;
  }
}
