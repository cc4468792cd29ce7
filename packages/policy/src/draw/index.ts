/** Drawings of a policy: Mermaid text and SVG. */
export { policyMermaid } from './mermaid.ts';
export { type PolicySvgOptions, policySvg } from './svg.ts';
