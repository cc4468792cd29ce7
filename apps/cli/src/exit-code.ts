/** How a command ends. */
export const ExitCode = {
  /** The answer is yes. */
  YES: 0,
  /** The answer is no. */
  NO: 1,
  /** The question could not be asked: usage, or input that cannot be read. */
  UNUSABLE: 2,
  /** A required check could not be made. */
  INCOMPLETE: 3,
} as const;

export type ExitCode = (typeof ExitCode)[keyof typeof ExitCode];

const ofVerdict = { pass: ExitCode.YES, fail: ExitCode.NO, incomplete: ExitCode.INCOMPLETE } as const;

/** The exit code of a report's verdict. */
export function exitCodeOf(report: { readonly verdict: keyof typeof ofVerdict }): ExitCode {
  return ofVerdict[report.verdict];
}
