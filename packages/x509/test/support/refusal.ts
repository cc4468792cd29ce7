import { X509Error } from '../../src/index.ts';

/** The error that an attempt ends in, which must be an X509Error. */
export function refusal(attempt: () => unknown): X509Error {
  let value: unknown;
  try {
    value = attempt();
  } catch (error) {
    if (error instanceof X509Error) return error;
    throw error;
  }
  throw new Error(
    `was taken: ${JSON.stringify(value, (_, each) => (typeof each === 'bigint' ? `${each}` : each))?.slice(0, 200)}`,
  );
}

/** Code and, where a lower room found the fault, its code. */
export function refused(attempt: () => unknown): string {
  const { code, cause } = refusal(attempt);
  return cause === undefined ? code : `${code} ${(cause as { code: string }).code}`;
}
