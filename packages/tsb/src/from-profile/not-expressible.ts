/** Something that a profile says and a body does not bring about. */
export interface NotExpressible {
  /** The place in the profile, for instance `basicConstraints.pathLen`; of a subject from a request `csr.subject[0]`. */
  readonly path: string;
  /** Why, and what will come instead where that is known; lower case, without a full stop. */
  readonly why: string;
  /**
   * `false`: the body cannot say it. `true`: the body says it, and servers are known to do otherwise, always or in some
   * versions.
   */
  readonly inBody: boolean;
}

/** What the body cannot say. */
export function unsaid(path: string, why: string): NotExpressible {
  return { path, why, inBody: false };
}

/** What the body says, in vain. */
export function unheard(path: string, why: string): NotExpressible {
  return { path, why, inBody: true };
}
