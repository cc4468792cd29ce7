import { ApprovalError } from '../../src/index.ts';

/** The error that an attempt ends in, which must be an ApprovalError. */
export function refusal(attempt: () => unknown): ApprovalError {
  let value: unknown;
  try {
    value = attempt();
  } catch (error) {
    if (error instanceof ApprovalError) return error;
    throw error;
  }
  throw new Error(`was taken: ${JSON.stringify(value)?.slice(0, 200)}`);
}

/** Code and path of that error. */
export function refused(attempt: () => unknown): string {
  const { code, path } = refusal(attempt);
  return path === undefined ? code : `${code} ${path}`;
}

/** As {@link refusal}, of a promise. */
export async function rejection(attempt: Promise<unknown>): Promise<ApprovalError> {
  const settled = await attempt.then(
    (value) => ({ value }),
    (error: unknown) => ({ error }),
  );
  return refusal(() => {
    if ('error' in settled) throw settled.error;
    return settled.value;
  });
}
