/** What can be done on the way to using a key; blocking it never helps. */
export type EscalationAction = 'use' | 'unblock' | 'modify';

/** One step of a way, before anybody is chosen for it. */
export interface WayStep {
  readonly action: EscalationAction;
  /** Whether the rule for this action was rewritten before, so that nobody need approve. */
  readonly rewritten: boolean;
}

interface State {
  readonly blocked: boolean;
  /** A modify let everybody do everything: no rewriting lets more people do more. */
  readonly rewritten: boolean;
}

/**
 * All ways to use a key that come to no state twice, found by walking through the states (blocked or not, rules rewritten
 * or not). A blocked key cannot be used until it is unblocked (SKA.md 2.4).
 *
 * @param modifyWhileBlocked whether the HSM changes the policy of a blocked key, which is not documented
 */
export function waysToUse(blocked: boolean, modifyWhileBlocked: boolean): readonly (readonly WayStep[])[] {
  const ways: WayStep[][] = [];
  const open: { readonly states: readonly State[]; readonly steps: readonly WayStep[] }[] = [
    { states: [{ blocked, rewritten: false }], steps: [] },
  ];
  for (let path = open.shift(); path !== undefined; path = open.shift()) {
    const state = path.states.at(-1) as State;
    const { rewritten } = state;
    const go = (action: EscalationAction, next: State): void => {
      if (path.states.some((it) => it.blocked === next.blocked && it.rewritten === next.rewritten)) return;
      open.push({ states: [...path.states, next], steps: [...path.steps, { action, rewritten }] });
    };
    if (!state.blocked) ways.push([...path.steps, { action: 'use', rewritten }]);
    if (state.blocked) go('unblock', { ...state, blocked: false });
    if (!rewritten && (!state.blocked || modifyWhileBlocked)) go('modify', { ...state, rewritten: true });
  }
  return ways;
}
