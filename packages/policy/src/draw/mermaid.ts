import type { Policy } from '../policy.ts';
import { type GroupOutline, outlinePolicy, type RuleOutline, type TokenOutline } from './outline.ts';

/**
 * A policy as a Mermaid flowchart, for documents that draw such text: rules, their alternatives with their windows, and
 * the groups with their approvers. Of more than 12 approvers, groups or alternatives it draws 12 and says how many there
 * are. Rules that say the same are drawn once.
 *
 * Whatever a name holds stays inside its label: characters that mean something to Mermaid, HTML or Markdown are written as
 * Mermaid's numbered entities.
 *
 * @returns lines that end in line feeds; equal policies give equal texts
 */
export function policyMermaid(policy: Policy): string {
  const { rules, status } = outlinePolicy(policy);
  const chart = new Chart();
  for (const [i, rule] of rules.entries()) drawRule(chart, rule, `r${i + 1}`);
  if (status !== null) chart.node('status', '(["', [label(status)], '"])');
  return chart.text();
}

class Chart {
  readonly #lines: string[] = ['flowchart LR'];

  node(id: string, open: string, lines: readonly string[], close: string): void {
    this.#lines.push(`  ${id}${open}${lines.join('<br/>')}${close}`);
  }

  edge(from: string, to: string, word = ''): void {
    this.#lines.push(`  ${from} -->${word === '' ? '' : `|${word}|`} ${to}`);
  }

  text(): string {
    return this.#lines.map((line) => `${line}\n`).join('');
  }
}

function drawRule(chart: Chart, rule: RuleOutline, id: string): void {
  chart.node(id, '(["', [label(rule.heading)], '"])');
  if (rule.whole !== null) {
    chart.node(`${id}w`, '["', [label(rule.whole)], '"]');
    chart.edge(id, `${id}w`);
  }
  for (const [i, token] of rule.tokens.entries()) {
    const inner = `${id}t${i + 1}`;
    drawToken(chart, token, inner);
    chart.edge(id, inner, i === 0 ? '' : 'or');
  }
  if (rule.moreTokens === null) return;
  chart.node(`${id}more`, '["', [label(rule.moreTokens)], '"]');
  chart.edge(id, `${id}more`);
}

function drawToken(chart: Chart, token: TokenOutline, id: string): void {
  const lines = [token.name, token.note, token.window].filter((line) => line !== null);
  chart.node(id, '{{"', lines.map(label), '"}}');
  for (const [i, group] of token.groups.entries()) {
    const inner = `${id}g${i + 1}`;
    chart.node(inner, '["', groupLines(group).map(label), '"]');
    chart.edge(id, inner, i === 0 ? '' : 'and');
  }
  if (token.moreGroups === null) return;
  chart.node(`${id}more`, '["', [label(token.moreGroups)], '"]');
  chart.edge(id, `${id}more`);
}

function groupLines({ name, quorum, approvers, moreApprovers }: GroupOutline): string[] {
  const names = approvers.map((approver) => approver.name);
  return [name === null ? quorum : `${name}: ${quorum}`, ...names, ...(moreApprovers === null ? [] : [moreApprovers])];
}

/**
 * Only letters, digits, spaces and signs without meaning stand for themselves. A line that begins like an entry of a list
 * would be taken for Markdown, so its first sign is escaped too; and a colon before a sign for a style, whose entity
 * Mermaid would cut.
 */
function label(text: string): string {
  return text
    .replace(/[^\p{L}\p{M}\p{N}\p{Join_Control} ,:()'/@.…-]|:(?! )/gu, entity)
    .replace(/^(\d*)([-.)])/u, (_whole, digits: string, sign: string) => `${digits}${entity(sign)}`);
}

function entity(character: string): string {
  return `#${character.codePointAt(0)};`;
}
