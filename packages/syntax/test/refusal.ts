/** The error that an attempt ends in, which must be of the class given: nothing else may escape. */
export function refusal<E extends Error>(kind: new (...args: never[]) => E, attempt: () => unknown): E {
  let value: unknown;
  try {
    value = attempt();
  } catch (error) {
    if (error instanceof kind) return error;
    throw error;
  }
  throw new Error(`was taken: ${String(JSON.stringify(value)).slice(0, 200)}`);
}
