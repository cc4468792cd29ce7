import { encodeBase64 } from '@quorate/syntax';
import { type ParsePolicyTextOptions, PolicyTextError, parsePolicyText } from '../../src/text/index.ts';
import { certificate, keys } from '../keys.ts';

export const KEY = encodeBase64(keys[2] as Uint8Array);
export const OTHER = encodeBase64(keys[3] as Uint8Array);
export const CERTIFICATE = encodeBase64(certificate(keys[4] as Uint8Array, 'officer-3'));

/** Two officers, and three rules that say nothing. */
export const HEAD = `key officer-1 = ${KEY}\nkey officer-2 = ${OTHER}\n`;
export const REST = '\nblock: nobody\nunblock: nobody\nmodify: nobody\n';

/** A text whose rule `use` begins in line 3 with what is given. */
export function withUse(body: string): string {
  return `${HEAD}use: ${body}${REST}`;
}

/** The error that reading gives; fails if there is none, or another. */
export function refusal(text: string, options?: ParsePolicyTextOptions): PolicyTextError {
  try {
    parsePolicyText(text, options);
  } catch (error) {
    if (error instanceof PolicyTextError) return error;
    throw error;
  }
  throw new Error(`was read: ${text.slice(0, 200)}`);
}
