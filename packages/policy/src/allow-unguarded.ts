import type { RuleName } from './policy.ts';

/** Permission for rules that let everybody do their operation. */
export interface AllowUnguarded {
  /**
   * Which rules may need no approval: `true` for all, or their names. Default: none. Warning: with it everybody who
   * reaches the HSM through the broker may do the operation.
   */
  readonly allowUnguarded?: boolean | readonly RuleName[];
}

/** Whether a rule may be unguarded. */
export function mayBeUnguarded(name: RuleName, { allowUnguarded = false }: AllowUnguarded): boolean {
  return typeof allowUnguarded === 'boolean' ? allowUnguarded : allowUnguarded.includes(name);
}
