import { IssueError, type IssueErrorCode } from '../../src/index.ts';

/** The error that an attempt ends in, which must be an IssueError. */
export function refusal(attempt: () => unknown): IssueError {
  try {
    attempt();
  } catch (error) {
    if (error instanceof IssueError) return error;
    throw error;
  }
  throw new Error('was taken');
}

/** Code and path of that error. */
export function refused(attempt: () => unknown): [IssueErrorCode, string] {
  const { code, path } = refusal(attempt);
  return [code, path];
}
