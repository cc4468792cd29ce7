import { type LabelledDer, type PathReport, type PathRequest, parsePeerName, verifyPath } from '@quorate/verify';

/** A question about a certification path as JSON carries it: DER in base64. */
export interface PathInput {
  readonly target: string;
  readonly anchors: readonly string[];
  readonly intermediates: readonly string[];
  readonly crls?: readonly string[];
  readonly time: number;
  readonly policies?: readonly string[];
  readonly purpose?: string;
  readonly peer?: string;
}

/** What `verifyPath` answers, and whether it says the same whatever the order of what was given. */
export interface PathAnswer {
  readonly report: PathReport;
  readonly sameInAnyOrder: boolean;
}

/** Asks about one path as it stands, and with everything that was given turned round, moved on and sorted. */
export function answerPath(input: PathInput): PathAnswer {
  const report = verifyPath(requestOf(input, (list) => list));
  const text = JSON.stringify(report);
  const orders = [
    (list: readonly string[]) => [...list].reverse(),
    (list: readonly string[]) => [...list.slice(1), ...list.slice(0, 1)],
    (list: readonly string[]) => [...list].sort(),
  ];
  const sameInAnyOrder = orders.every((order) => JSON.stringify(verifyPath(requestOf(input, order))) === text);
  return { report: JSON.parse(text), sameInAnyOrder };
}

function requestOf(input: PathInput, order: (list: readonly string[]) => readonly string[]): PathRequest {
  const { target, anchors, intermediates, crls, time, policies, purpose, peer } = input;
  return {
    target: octets(target),
    anchors: order(anchors).map(octets),
    intermediates: order(intermediates).map(labelled),
    time,
    ...(crls === undefined ? {} : { crls: order(crls).map(octets) }),
    ...(policies === undefined ? {} : { policies }),
    ...(purpose === undefined ? {} : { purpose }),
    ...(peer === undefined ? {} : { peer: parsePeerName(peer) }),
  };
}

/** With a label that does not depend on the order, for what cannot be read. */
function labelled(base64: string): LabelledDer {
  return { der: octets(base64), label: `the one that starts with ${base64.slice(0, 8)}` };
}

function octets(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
}
