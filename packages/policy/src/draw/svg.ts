import { excerpt } from '@quorate/syntax';
import type { Policy } from '../policy.ts';
import { RULE_NAMES, type Rule } from '../policy.ts';
import { actionWords, ruleWords } from '../words.ts';
import { layoutPolicy } from './layout.ts';
import { DRAWN, outlinePolicy, type PolicyOutline } from './outline.ts';
import type { Shape } from './shapes.ts';
import { STYLE } from './style.ts';

export interface PolicySvgOptions {
  /** Above the drawing, and its text alternative; default `Policy`. Of more than 120 characters the rest is left out. */
  readonly title?: string;
  /** Begins the ids in the drawing; different for each of several drawings in one page. Default `policy`. */
  readonly id?: string;
}

/**
 * A policy as one SVG document: rules below each other, their alternatives as boxes with their windows, groups inside with
 * quorum and approvers. It reads in print, on light and on dark ground, has a title and a description for those who do not
 * see it, and neither scripts nor references to anything outside. Of more than 12 approvers, groups or alternatives it
 * draws 12 and says how many there are. Rules that say the same are drawn once.
 *
 * @returns XML that can stand alone or inside HTML; equal policies give equal texts
 * @throws TypeError when `id` is no plain name
 */
export function policySvg(policy: Policy, options: PolicySvgOptions = {}): string {
  const { id = 'policy' } = options;
  if (!/^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(id))
    throw new TypeError('`id` must be a letter and letters, digits, `-`, `_`');
  const title = excerpt(options.title ?? 'Policy', 120);
  const outline = outlinePolicy(policy);
  const { width, height, shapes } = layoutPolicy(outline, title);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-labelledby="${id}-title ${id}-desc" class="q-policy">`,
    `<title id="${id}-title">${escapeXml(title)}</title>`,
    `<desc id="${id}-desc">${escapeXml(describe(policy, outline))}</desc>`,
    `<style>${STYLE}</style>`,
    `<rect class="q-ground" width="${width}" height="${height}"/>`,
    ...shapes.map(element),
    '</svg>',
    '',
  ].join('\n');
}

/** What the drawing shows, as text. */
function describe(policy: Policy, { rules, status }: PolicyOutline): string {
  const lines: string[] = [];
  for (const name of RULE_NAMES) lines.push(`To ${actionWords(name)}: ${ruleWords(drawn(policy.rules[name]))}.`);
  const same = rules.length < RULE_NAMES.length ? ['Rules that say the same are drawn once.'] : [];
  return [...lines, ...same, ...(status === null ? [] : [status])].join(' ');
}

/** The rule as far as it is drawn. */
function drawn(rule: Rule): Rule {
  const tokens = rule?.tokens
    ?.slice(0, DRAWN)
    .map((token) => ({ ...token, groups: token.groups?.slice(0, DRAWN) ?? null }));
  return rule === null ? null : { tokens: tokens ?? null };
}

function element(shape: Shape): string {
  if (shape.kind === 'box') {
    const { x, y, width, height, style } = shape;
    return `<rect class="q-${style}" x="${round(x)}" y="${round(y)}" width="${round(width)}" height="${round(height)}" rx="6"/>`;
  }
  const { x, y, text, style, whole } = shape;
  const line = `<text class="q-${style}" x="${round(x)}" y="${round(y)}">${escapeXml(text)}</text>`;
  return whole === undefined || whole === text ? line : `<g><title>${escapeXml(whole)}</title>${line}</g>`;
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

/** Text for XML 1.0; U+FFFE and U+FFFF, which it cannot carry, become U+FFFD. Names come without control characters. */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? '').replace(/[\ufffe\uffff]/g, '\ufffd');
}
