const [quoteMark, backslash, newline, comma] = [0x22, 0x5c, 0x0a, 0x2c];
const opening = new Set([0x5b, 0x7b]);
const closing = new Set([0x5d, 0x7d]);

/** The lines, from 1, on which the items of the list `name` of the outermost object begin. The text must be JSON. */
export function linesOfItems(text: string, name: string): number[] {
  const lines: number[] = [];
  let line = 1;
  let depth = 0;
  let word = '';
  let inList = false;
  let awaited = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === newline) line++;
    if (sign <= 0x20) continue;
    if (inList && awaited && !closing.has(sign)) {
      lines.push(line);
      awaited = false;
    }
    if (sign === quoteMark) {
      const from = at + 1;
      at = endOfText(text, from);
      if (depth === 1) word = text.slice(from, at);
    } else if (opening.has(sign)) {
      if (depth === 1) inList = word === name;
      awaited = inList && depth === 1;
      depth++;
    } else if (closing.has(sign)) depth--;
    else if (sign === comma && depth === 2) awaited = inList;
    else if (sign === comma && depth === 1) inList = false;
  }
  return lines;
}

/** The line, from 1, on which the name of a member of the outermost object stands; 1 when it has none. The text must be JSON. */
export function lineOfName(text: string, name: string): number {
  let depth = 0;
  let line = 1;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === newline) line++;
    else if (opening.has(sign)) depth++;
    else if (closing.has(sign)) depth--;
    else if (sign === quoteMark) {
      const end = endOfText(text, at + 1);
      if (depth === 1 && text.slice(at + 1, end) === name && /^\s*:/.test(text.slice(end + 1, end + 100))) return line;
      at = end;
    }
  }
  return 1;
}

/** Where the quote stands that ends a text. */
function endOfText(text: string, from: number): number {
  let at = from;
  while (at < text.length && text.charCodeAt(at) !== quoteMark) at += text.charCodeAt(at) === backslash ? 2 : 1;
  return at;
}
