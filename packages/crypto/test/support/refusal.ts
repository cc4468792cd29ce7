import { CryptoError } from '../../src/index.ts';

/** The code of the CryptoError that `run` ends with, or `accepted`; anything else that is thrown passes through. */
export function refusal(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (!(error instanceof CryptoError)) throw error;
    return error.code;
  }
  return 'accepted';
}
