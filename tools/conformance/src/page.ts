const START = '<!-- table -->\n';
const END = '<!-- end of table -->\n';

/**
 * A page with another table between its two marks.
 *
 * @throws Error if the page has not both marks
 */
export function pageWith(page: string, table: string): string {
  const [before, rest] = page.split(START);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('the page has no marks around its table');
  return `${before}${START}\n${table}\n${END}${after}`;
}

/** The numbers of the table in a page, line by line. */
export function tableOf(page: string): string {
  return page.split(START)[1]?.split(END)[0]?.trim() ?? '';
}
