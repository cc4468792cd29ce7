import { contentOf, DerReader, encodeElement, Tag } from '@quorate/der';
import type { Random } from '../../path/support/small-cases.ts';

/** DER as a tree, so that a part can be changed and the lengths around it stay right. */
export interface DerTree {
  readonly tag: number;
  /** `null` for what has no elements inside. An OCTET STRING has some where its content is DER. */
  readonly children: readonly DerTree[] | null;
  readonly content: Uint8Array;
}

export function treeOf(der: Uint8Array): DerTree {
  const [tree] = treesIn(der);
  if (tree === undefined) throw new Error('no element');
  return tree;
}

function treesIn(bytes: Uint8Array): DerTree[] {
  const reader = DerReader.of(bytes);
  const trees: DerTree[] = [];
  while (reader.offset < reader.end) {
    const element = reader.element();
    const { tag } = element;
    const content = contentOf(element);
    const inside = (tag & 0x20) !== 0 || (tag === Tag.OCTET_STRING && content.length > 1);
    trees.push({ tag, content, children: inside ? childrenOf(content) : null });
  }
  return trees;
}

function childrenOf(content: Uint8Array): DerTree[] | null {
  try {
    return treesIn(content);
  } catch {
    return null;
  }
}

export function derOfTree({ tag, children, content }: DerTree): Uint8Array {
  return children === null ? encodeElement(tag, content) : encodeElement(tag, ...children.map(derOfTree));
}

/** All trees within one. */
export function partsOf(tree: DerTree): DerTree[] {
  return [tree, ...(tree.children ?? []).flatMap(partsOf)];
}

/**
 * The tree with one part of it left out, doubled, exchanged for another, given another tag, reordered or scratched.
 *
 * @param way the places of the children that lead to what is changed; from its end on chance decides
 * @param grafts what may be put in
 */
export function mutated(random: Random, tree: DerTree, way: readonly number[], grafts: readonly DerTree[]): DerTree {
  const { children } = tree;
  const [first, ...rest] = way;
  if (children === null || children.length === 0) return scratched(random, tree);
  const at = first ?? random(children.length);
  const child = children[at] as DerTree;
  const deeper = first !== undefined || ((child.children?.length ?? 0) > 0 && random(4) > 0);
  const changed = deeper ? [mutated(random, child, rest, grafts)] : replacement(random, child, grafts);
  return { ...tree, children: [...children.slice(0, at), ...changed, ...children.slice(at + 1)] };
}

const TAGS = [
  1, 2, 3, 4, 5, 6, 10, 12, 19, 20, 22, 23, 24, 28, 30, 48, 49, 128, 129, 130, 134, 135, 160, 161, 162, 164,
];

function replacement(random: Random, tree: DerTree, grafts: readonly DerTree[]): DerTree[] {
  const graft = grafts[random(grafts.length)] as DerTree;
  switch (random(8)) {
    case 0:
      return [];
    case 1:
      return [tree, tree];
    case 2:
      return [graft];
    case 3:
      return [tree, graft];
    case 4:
      return [{ ...tree, tag: random(2) === 0 ? graft.tag : (TAGS[random(TAGS.length)] as number) }];
    case 5:
      return [tree.children === null ? scratched(random, tree) : { ...tree, children: tree.children.toReversed() }];
    default:
      return [scratched(random, tree)];
  }
}

/** Octets of the content changed; what was inside is then taken as it comes. */
function scratched(random: Random, tree: DerTree): DerTree {
  const content =
    tree.children === null ? tree.content.slice() : derOfTree(tree).slice(-tree.content.length || undefined);
  if (content.length === 0) return { ...tree, children: null, content: Uint8Array.of(random(256)) };
  const at = random(content.length);
  content[at] = random(2) === 0 ? random(256) : (content[at] as number) ^ (1 << random(8));
  return { ...tree, children: null, content };
}
