import {
  Base64Error,
  childrenOf,
  convertText,
  decodeBase64,
  excerpt,
  onlyAttributes,
  onlyChildren,
  requiredChild,
  textOf,
  type XmlElement,
  XmlError,
} from '@quorate/syntax';
import { ApproverReader } from './approver-key.ts';
import { PolicyError } from './error.ts';
import { PartCounter } from './parts.ts';
import type { Approver, Group, Policy, Rule, Token } from './policy.ts';

/**
 * A policy out of an attestation: the element `policy` (SKA.md 6.2), times in seconds. Key status and all four rules
 * must be there, nothing else may be. A rule without tokens is read as `tokens: []`, a token without groups as
 * `groups: []`, absent name attributes as `null`. Onboarded approvers have no place here: the server has put their
 * certificates instead.
 *
 * @throws PolicyError
 */
export function readPolicyXml(element: XmlElement): Policy {
  try {
    return new XmlPolicyReader().policy(element);
  } catch (cause) {
    if (!(cause instanceof XmlError)) throw cause;
    throw new PolicyError('xml-invalid', { path: cause.path ?? element.path, line: cause.line, cause });
  }
}

class XmlPolicyReader {
  readonly #approvers = new ApproverReader();
  readonly #parts = new PartCounter();

  policy(element: XmlElement): Policy {
    if (element.name !== 'policy') {
      const { line, path, name } = element;
      throw new XmlError('unexpected-element', { line, path, expected: '`policy`', actual: name });
    }
    onlyAttributes(element, []);
    onlyChildren(element, ['key_status', 'rule_use', 'rule_block', 'rule_unblock', 'rule_modify']);
    const status = requiredChild(element, 'key_status');
    onlyAttributes(status, []);
    onlyChildren(status, ['blocked']);
    const blocked = requiredChild(status, 'blocked');
    onlyAttributes(blocked, []);
    const rule = (name: string): Rule => this.#rule(requiredChild(element, name));
    return {
      rules: {
        use: rule('rule_use'),
        block: rule('rule_block'),
        unblock: rule('rule_unblock'),
        modify: rule('rule_modify'),
      },
      blocked: convertText(blocked, booleanOf, '`true` or `false`'),
    };
  }

  #rule(element: XmlElement): Rule {
    onlyAttributes(element, []);
    onlyChildren(element, [], ['token']);
    this.#parts.add('token', element.children.length, element.path);
    return { tokens: element.children.map((child) => this.#token(child)) };
  }

  #token(element: XmlElement): Token {
    onlyAttributes(element, ['name']);
    onlyChildren(element, ['timelock', 'timeout'], ['group']);
    const groups = childrenOf(element, 'group');
    this.#parts.add('group', groups.length, element.path);
    return {
      name: element.attributes.get('name') ?? null,
      timelock: countOf(requiredChild(element, 'timelock')),
      timeout: countOf(requiredChild(element, 'timeout')),
      groups: groups.map((child) => this.#group(child)),
    };
  }

  #group(element: XmlElement): Group {
    onlyAttributes(element, ['name']);
    onlyChildren(element, ['quorum'], ['approval']);
    const approvals = childrenOf(element, 'approval');
    this.#parts.add('approver', approvals.length, element.path);
    return {
      name: element.attributes.get('name') ?? null,
      quorum: countOf(requiredChild(element, 'quorum')),
      approvers: approvals.map((child) => this.#approver(child)),
    };
  }

  #approver(element: XmlElement): Approver {
    onlyAttributes(element, ['type', 'name']);
    const name = element.attributes.get('name') ?? null;
    const type = element.attributes.get('type') ?? null;
    const { line, path } = element;
    switch (type) {
      case 'public_key':
        return this.#approvers.publicKey(bytesOf(element), name, path);
      case 'certificate':
        return this.#approvers.certificate(bytesOf(element), name, path);
      default: {
        const actual = type === null ? 'nothing' : `\`${excerpt(type, 60)}\``;
        throw new PolicyError('type-unknown', { path, line, expected: '`public_key` or `certificate`', actual });
      }
    }
  }
}

function bytesOf(element: XmlElement): Uint8Array {
  const { line, path } = element;
  const text = textOf(element);
  if (text === '') throw new PolicyError('value-missing', { path, line, expected: 'base64 (DER)', actual: 'nothing' });
  try {
    return decodeBase64(text);
  } catch (cause) {
    if (cause instanceof Base64Error) throw new PolicyError('base64-invalid', { path, line, cause });
    throw cause;
  }
}

function countOf(element: XmlElement): number {
  onlyAttributes(element, []);
  return convertText(element, integerOf, 'an integer from 0, in decimal digits');
}

function integerOf(text: string): number | null {
  const value = /^(?:0|[1-9][0-9]{0,15})$/.test(text) ? Number(text) : Number.NaN;
  return Number.isSafeInteger(value) ? value : null;
}

function booleanOf(text: string): boolean | null {
  return text === 'true' ? true : text === 'false' ? false : null;
}
