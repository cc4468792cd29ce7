import { checkPrimitive, inSetOrder } from './content.ts';
import { DerError } from './error.ts';
import { type DerElement, readHeader } from './header.ts';
import { admit, type DerLimits } from './limits.ts';
import { isConstructed, isDerForm, Tag } from './tag.ts';

/** Called for every element, outer before inner, in the order of the bytes. `depth` is 0 for the outermost. */
export type DerVisitor = (element: DerElement, depth: number) => void;

/**
 * Checks that the bytes are one strict DER element and nothing else: every header, the content of every primitive of a
 * universal type, the order of every SET, down through all constructed elements. What OCTET STRINGs and BIT STRINGs
 * hold, and what IMPLICIT tags hide, is for a schema to read. Runs without recursion, in one pass.
 *
 * @param bytes the input
 * @param visit told of every element, after its header is checked
 * @param limits depth and size; see {@link DerLimits}
 * @throws DerError any code but `unexpected-tag`, `element-missing` and those of typed values
 */
export function walkDer(bytes: Uint8Array, visit?: DerVisitor, limits: DerLimits = {}): void {
  const maxDepth = admit(bytes, limits);
  const open: DerElement[] = [];
  const lastInSet: (DerElement | null)[] = [];
  let at = 0;
  let limit = bytes.length;
  for (;;) {
    const element = readHeader(bytes, at, limit);
    const depth = open.length;
    const parent = open[depth - 1];
    if (parent !== undefined && parent.tag === Tag.SET) {
      const previous = lastInSet[depth - 1];
      if (previous && !inSetOrder(previous, element)) throw new DerError('set-not-sorted', { offset: at });
      lastInSet[depth - 1] = element;
    }
    if (!isDerForm(element.tag)) throw new DerError('form-invalid', { offset: at });
    if (visit !== undefined) visit(element, depth);
    if (isConstructed(element.tag)) {
      if (depth >= maxDepth) throw new DerError('depth-exceeded', { offset: at, limit: maxDepth });
      open.push(element);
      lastInSet.push(null);
      at = element.content;
      limit = element.end;
    } else {
      checkPrimitive(element);
      at = element.end;
    }
    while (at === limit && open.length > 0) {
      open.pop();
      lastInSet.pop();
      limit = open[open.length - 1]?.end ?? bytes.length;
    }
    if (open.length === 0) break;
  }
  if (at !== bytes.length) throw new DerError('trailing-bytes', { offset: at });
}
