import type { Policy } from '../policy.ts';
import type { ResolveFile } from './approvers.ts';
import { PolicyTextError } from './error.ts';
import { interpretSyntax } from './interpret.ts';
import { TEXT_MAX_CHARACTERS } from './limits.ts';
import { parseSyntax } from './parse.ts';
import { printSyntax } from './print.ts';
import { representPolicy } from './represent.ts';

export interface ParsePolicyTextOptions {
  /**
   * Gives the bytes of a file named behind `from`, DER or one block of PEM, or `null` if there is none. It is asked once
   * for each path, just as the path is written; what it throws comes through. Default: there are no files.
   */
  readonly resolve?: ResolveFile;
}

/**
 * A policy out of its text form, whose grammar is in `docs/policy-language.md`. Strict: all four rules are written, every
 * approver that a rule names is introduced and every one introduced is used, and each way of saying nothing has its own
 * words. It does not judge: a policy that lets everybody do everything is read; ask `checkPolicy`.
 *
 * @param text at most 16 Mi characters and 500,000 words and signs; the policy in it weighs at most 65,535 bytes
 * @throws PolicyTextError with line and column, and a suggestion where one is likely
 */
export function parsePolicyText(text: string, options: ParsePolicyTextOptions = {}): Policy {
  return interpretSyntax(parseSyntax(text), options.resolve);
}

/**
 * The text form of a policy, keys and certificates inside, in the one layout that {@link formatPolicyText} makes. What it
 * writes, `parsePolicyText` reads as the same policy; equal policies have the same text.
 *
 * Approvers come first, in the order in which the rules name them. The first approver of a name has it as its label;
 * others of the same name, and those without, get labels with numbers.
 *
 * @throws PolicyTextError `not-representable`: numbers that are not integers from 0, an empty onboarded name, bytes that
 *   are no key or certificate, an identity that is not that of the bytes; `limit-exceeded`: names above 65,535 bytes,
 *   keys and certificates above 1 MiB, a policy above 65,535 bytes, a text above 16 Mi characters. `path` says where
 */
export function renderPolicyText(policy: Policy): string {
  const text = printSyntax(representPolicy(policy));
  if (text.length <= TEXT_MAX_CHARACTERS) return text;
  const actual = `${text.length} characters`;
  throw new PolicyTextError('limit-exceeded', { path: '', actual, limit: TEXT_MAX_CHARACTERS });
}

/**
 * A text in the one layout there is: comments, labels, references to files, and the order of statements stay. Nothing is
 * looked up, so it also works on texts whose files are not at hand or whose names are wrong. The result means the same,
 * and formatting it again changes nothing.
 *
 * @throws PolicyTextError when the text does not follow the grammar
 */
export function formatPolicyText(text: string): string {
  return printSyntax(parseSyntax(text));
}
