import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { policyMermaid } from '../../src/draw/index.ts';
import { displayName, type Policy } from '../../src/index.ts';
import { jsonCarries, policy } from '../arbitrary.ts';
import { crowded, nasty, usual } from './samples.ts';

/** A label: signs without meaning, line breaks of ours, and numbered entities. */
const LABEL = String.raw`(?:[\p{L}\p{M}\p{N}\p{Join_Control} ,()'/@.…:-]|<br/>|#\d+;)*`;
const NODE = new RegExp(String.raw`^ {2}(\w+)(?:\(\["${LABEL}"\]\)|\["${LABEL}"\]|\{\{"${LABEL}"\}\})$`, 'u');
const EDGE = /^ {2}(\w+) -->(?:\|(?:or|and)\|)? (\w+)$/;

/** What Mermaid makes of a label's entities. */
const decoded = (text: string): string =>
  text.replace(/#(\d+);/g, (_whole, code) => String.fromCodePoint(Number(code)));

/** Every line is a node or an edge between nodes that are there; gives the nodes' number. */
function read(text: string): number {
  const [first, ...lines] = text.split('\n');
  expect(first).toBe('flowchart LR');
  expect(lines.pop()).toBe('');
  const nodes = new Set<string>();
  const ends: string[] = [];
  for (const line of lines) {
    const node = NODE.exec(line);
    if (node !== null) {
      expect(nodes.has(node[1] as string)).toBe(false);
      nodes.add(node[1] as string);
      continue;
    }
    const edge = EDGE.exec(line);
    expect(edge, line).not.toBeNull();
    ends.push(...(edge?.slice(1) ?? []));
  }
  for (const end of ends) expect(nodes.has(end)).toBe(true);
  return nodes.size;
}

describe('Mermaid text', () => {
  it('is nodes and edges and nothing else, whatever the names are', () => {
    for (const sample of [usual, nasty, crowded]) expect(read(policyMermaid(sample))).toBeGreaterThan(5);
    fc.assert(
      fc.property(policy(jsonCarries), (it) => {
        read(policyMermaid(it));
      }),
      { numRuns: 200 },
    );
  });

  it('shows every name as it is', () => {
    const text = decoded(policyMermaid(nasty));
    const names = (nasty as Policy).rules.use?.tokens?.flatMap((token) =>
      (token.groups ?? []).flatMap((group) => group.approvers.map((approver) => approver.name ?? '')),
    );
    expect(names).toHaveLength(9);
    for (const name of names ?? []) expect(text).toContain(displayName(name));
  });

  it('has no line that looks like Markdown or like a style', () => {
    const group = { name: null, quorum: 1, approvers: [] };
    const named = (name: string): string =>
      policyMermaid({
        rules: {
          use: { tokens: [{ name, timelock: 0, timeout: 0, groups: [group] }] },
          block: null,
          unblock: null,
          modify: null,
        },
        blocked: null,
      });
    expect(named('1. one')).toContain('"1#46; one<br/>');
    expect(named('- one')).toContain('"#45; one<br/>');
    expect(named('style x:#fff;')).toContain('"style x#58;#35;fff#59;<br/>');
    expect(named('a"b')).toContain('"a#34;b<br/>');
  });

  it('says how many are not drawn', () => {
    const text = policyMermaid(crowded);
    for (const words of ['and 88 more', 'or 8 more ways', 'and 5 more groups']) expect(text).toContain(words);
    expect(text).not.toContain('approver-13');
  });
});
