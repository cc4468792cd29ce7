import { AttestationError } from '../../src/index.ts';

/** The error that an attempt ends in, which must be an AttestationError. */
export function refusal(attempt: () => unknown): AttestationError {
  let value: unknown;
  try {
    value = attempt();
  } catch (error) {
    if (error instanceof AttestationError) return error;
    throw error;
  }
  throw new Error(`was taken: ${JSON.stringify(value)?.slice(0, 200)}`);
}

/** Code and path of that error. */
export function refused(attempt: () => unknown): string {
  const { code, path } = refusal(attempt);
  return path === undefined ? code : `${code} ${path}`;
}
