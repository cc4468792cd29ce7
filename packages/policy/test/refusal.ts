import { PolicyError, type PolicyErrorCode } from '../src/index.ts';

/** The error that an attempt ends in, which must be a PolicyError. */
export function refusal(attempt: () => unknown): PolicyError {
  let value: unknown;
  try {
    value = attempt();
  } catch (error) {
    if (error instanceof PolicyError) return error;
    throw error;
  }
  throw new Error(`was taken: ${JSON.stringify(value)}`);
}

/** Code and path of that error. */
export function refused(attempt: () => unknown): [PolicyErrorCode, string] {
  const { code, path } = refusal(attempt);
  return [code, path];
}
