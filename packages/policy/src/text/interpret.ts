import { PolicyError } from '../error.ts';
import { PartCounter } from '../parts.ts';
import type { Approver, Group, Policy, Rule, RuleName, Token } from '../policy.ts';
import { DeclarationReader, errorAt, type ResolveFile } from './approvers.ts';
import { nearest } from './nearest.ts';
import { shown } from './quote.ts';
import type { Alternative, Declaration, GroupSyntax, Place, Reference, RuleStatement, Syntax } from './syntax.ts';

/** What a text means. @throws PolicyTextError */
export function interpretSyntax(syntax: Syntax, resolve: ResolveFile | undefined): Policy {
  return new Interpreter(resolve).policy(syntax);
}

class Interpreter {
  readonly #declarations: DeclarationReader;
  readonly #approvers = new Map<string, Approver>();
  readonly #unused = new Map<string, Declaration>();
  readonly #parts = new PartCounter();
  /** Every approver is used, so all of them weigh no more than the policy. */
  readonly #declared = new PartCounter();

  constructor(resolve: ResolveFile | undefined) {
    this.#declarations = new DeclarationReader(resolve);
  }

  policy({ statements, end }: Syntax): Policy {
    const rules = new Map<RuleName, RuleStatement>();
    let blocked: boolean | null = null;
    // Names may be used before they are introduced, so all declarations come first.
    for (const statement of statements) {
      if (statement.kind === 'rule') {
        const first = rules.get(statement.rule);
        if (first !== undefined) throw repeated(statement.place, `the rule \`${statement.rule}\``, first.place);
        rules.set(statement.rule, statement);
      } else if (statement.kind === 'blocked') {
        if (blocked !== null) throw errorAt('repeated', statement.place, { actual: 'a second `blocked`' });
        blocked = statement.value;
      } else this.#declare(statement);
    }
    const rule = (name: RuleName): Rule => this.#rule(name, rules, end);
    const read = { use: rule('use'), block: rule('block'), unblock: rule('unblock'), modify: rule('modify') };
    for (const { label, labelPlace } of this.#unused.values()) {
      const suggestion = 'remove it, or put `#` before it';
      throw errorAt('approver-unused', labelPlace, {
        expected: 'a rule that names it',
        actual: shown(label),
        suggestion,
      });
    }
    return { rules: read, blocked };
  }

  #declare(declaration: Declaration): void {
    const { label, labelPlace } = declaration;
    const first = this.#unused.get(label);
    if (first !== undefined) throw repeated(labelPlace, shown(label), first.labelPlace);
    this.#count('approver', 1, labelPlace, this.#declared);
    this.#unused.set(label, declaration);
    this.#approvers.set(label, this.#declarations.approver(declaration));
  }

  #rule(name: RuleName, rules: ReadonlyMap<RuleName, RuleStatement>, end: Place): Rule {
    const statement = rules.get(name);
    if (statement === undefined) {
      const suggestion = `write \`${name}: nobody\` or \`${name}: everybody\` if that is meant`;
      throw errorAt('rule-missing', end, { expected: `the rule \`${name}\``, suggestion });
    }
    if (statement.nothing === 'everybody (rule null)') return null;
    if (statement.nothing === 'nobody (tokens null)') return { tokens: null };
    this.#count('token', statement.alternatives.length, statement.place);
    return { tokens: statement.alternatives.map((alternative) => this.#token(alternative)) };
  }

  #token({ name, groups, window, place }: Alternative): Token {
    this.#count('group', groups?.length ?? 0, place);
    const [timelock, timeout] = [window?.after ?? 0, window?.within ?? 0];
    return { name, timelock, timeout, groups: groups?.map((group) => this.#group(group)) ?? null };
  }

  #group({ name, quorum, approvers, place }: GroupSyntax): Group {
    this.#count('approver', approvers.length, place);
    return { name, quorum, approvers: approvers.map((reference) => this.#approver(reference)) };
  }

  #approver({ label, place }: Reference): Approver {
    const approver = this.#approvers.get(label);
    if (approver === undefined) {
      const near = nearest(label, this.#approvers.keys());
      const suggestion =
        near === undefined
          ? 'introduce it with `key`, `certificate` or `onboarded`'
          : `did you mean ${shown(near)}? else introduce it with \`key\`, \`certificate\` or \`onboarded\``;
      throw errorAt('approver-unknown', place, {
        expected: 'an approver introduced in this text',
        actual: shown(label),
        suggestion,
      });
    }
    this.#unused.delete(label);
    return approver;
  }

  #count(kind: 'token' | 'group' | 'approver', count: number, place: Place, parts: PartCounter = this.#parts): void {
    try {
      parts.add(kind, count, '');
    } catch (cause) {
      if (!(cause instanceof PolicyError)) throw cause;
      throw errorAt('limit-exceeded', place, { actual: cause.actual, limit: cause.limit });
    }
  }
}

function repeated(place: Place, what: string, first: Place): Error {
  const suggestion = `it stands in line ${first.line} already`;
  return errorAt('repeated', place, { expected: `${what} once`, suggestion });
}
