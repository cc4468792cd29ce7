import { dirname, isAbsolute, join } from 'node:path';
import { decodeToken } from '@quorate/approval';
import { parseAttestation } from '@quorate/attestation';
import { type Policy, readPolicyJson, readPolicyTlv, readPolicyXml } from '@quorate/policy';
import { parsePolicyText } from '@quorate/policy/text';
import { decodeUtf8, type JsonValue, parseXml, TlvReader } from '@quorate/syntax';
import type { Context } from '../context.ts';
import { reading, Unusable } from '../unusable.ts';
import { documentInWords } from './document.ts';
import { isObject, type JsonObject, parseJsonFile } from './json.ts';
import { base64Body, kindInWords, kindOf, textOf } from './kind.ts';
import { tokenBytes } from './token.ts';

/** A policy, and what it was found in. */
export interface LoadedPolicy {
  /** `null`: the document says that the key has no policy. */
  readonly policy: Policy | null;
  /** For instance `attestation of CA.approver.securosys.com`. */
  readonly source: string;
}

const EXPECTED = 'a policy: REST JSON, text form, attestation XML, a modify approval token, or the binary form';
const RULES = ['ruleUse', 'ruleBlock', 'ruleUnblock', 'ruleModify'];
/** First elements of a policy and of a rule in the binary form (SKA.md 5.2). */
const RULE_USE = 0x104e;
const TOKEN_COUNT = 0x59;
/** Bodies that carry a policy, and the member that names the key. */
const WRAPPERS = [
  { wrapper: 'modifyRequest', label: 'modifyKeyName' },
  { wrapper: 'synchronousModifyRequest', label: 'modifyKeyName' },
];

/** Reads a policy from whichever document carries it. */
export async function loadPolicy(context: Context, file: string): Promise<LoadedPolicy> {
  const bytes = await context.read(file);
  const kind = kindOf(bytes);
  if (kind === 'json') return jsonPolicy(file, parseJsonFile(file, bytes, EXPECTED));
  if (kind === 'xml') {
    const root = reading(file, () => parseXml(decodeUtf8(bytes)), `${file} should be ${EXPECTED}`);
    if (root.name === 'policy') return { policy: reading(file, () => readPolicyXml(root)), source: 'policy' };
    const { label, policy } = reading(file, () => parseAttestation(bytes), `${file} should be ${EXPECTED}`);
    return { policy, source: `attestation of \`${label}\`` };
  }
  if (kind === 'empty' || kind === 'pem') {
    throw new Unusable(`${file}: this is ${kindInWords(kind)}, expected ${EXPECTED}`);
  }
  const next = `${file} should be ${EXPECTED}`;
  const words = kind === 'text' ? (textOf(bytes) ?? '') : '';
  if (kind === 'text' && base64Body(words) === null) return textPolicy(context, file, words);
  const binary = tokenBytes(file, bytes);
  const first = reading(file, () => TlvReader.of(binary).peek(), next);
  if (first === RULE_USE) return { policy: reading(file, () => readPolicyTlv(binary)), source: 'policy' };
  if (first === TOKEN_COUNT) throw new Unusable(`${file}: this is one rule, expected a whole policy`, { next });
  const token = reading(file, () => decodeToken(binary), next);
  if (token.policy === null) {
    throw new Unusable(`${file}: an approval token for \`${token.operation}\` carries no policy`, { next });
  }
  return { policy: token.policy, source: `modify approval token for \`${token.keyLabel}\`` };
}

/** The text form; files that it names stand beside it or below. */
function textPolicy(context: Context, file: string, words: string): LoadedPolicy {
  const resolve = (path: string): Uint8Array | null => {
    if (isAbsolute(path) || path.split(/[\\/]/).includes('..')) {
      throw new Unusable(`${file}: it names \`${path}\`, expected a file beside it or below`);
    }
    return context.readNow(join(dirname(file), path));
  };
  const next = `${file} should be ${EXPECTED}`;
  return { policy: reading(file, () => parsePolicyText(words, { resolve }), next), source: 'policy' };
}

function jsonPolicy(file: string, value: JsonValue): LoadedPolicy {
  if (value === null) return { policy: null, source: 'JSON null' };
  if (isObject(value)) {
    for (const { wrapper, label } of WRAPPERS) {
      const body = value[wrapper];
      if (isObject(body) && 'policy' in body) {
        return carried(file, body, `${wrapper}.policy`, 'modify', `request to modify ${named(body[label])}`);
      }
    }
    if ('policy' in value) return carried(file, value, 'policy', 'any', `request for ${named(value['label'])}`);
    if (RULES.some((rule) => rule in value) || 'keyStatus' in value) {
      return { policy: reading(file, () => readPolicyJson(value, { form: 'any' })), source: 'policy' };
    }
  }
  const found = documentInWords(value) ?? 'JSON of another shape';
  throw new Unusable(`${file}: this is ${found}, expected ${EXPECTED}`);
}

function carried(file: string, body: JsonObject, path: string, form: 'modify' | 'any', source: string): LoadedPolicy {
  return { policy: reading(file, () => readPolicyJson(body['policy'], { form, path })), source };
}

function named(label: JsonValue | undefined): string {
  return typeof label === 'string' ? `\`${label}\`` : 'a key';
}
