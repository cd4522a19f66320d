import { personsMarkdown } from '../markdown.ts';
import type { Block, Rich, Run } from './document.ts';

type Token = ReturnType<typeof personsMarkdown.parse>[number];

/** What a person wrote, as blocks of a document: paragraphs, lists, quotes, emphasis and links; nothing else gets through. */
export function blocksOfMarkdown(text: string, lang?: string): Block[] {
  const blocks: Block[] = [];
  let list: { ordered: boolean; items: Rich[]; depth: number } | undefined;
  let quoted: Rich[] | undefined;
  let quotes = 0;
  for (const token of personsMarkdown.parse(text, {})) {
    if (token.type === 'bullet_list_open' || token.type === 'ordered_list_open') {
      if (list) list.depth += 1;
      else list = { ordered: token.type === 'ordered_list_open', items: [], depth: 1 };
    } else if (token.type === 'bullet_list_close' || token.type === 'ordered_list_close') {
      if (list && --list.depth === 0) {
        if (!quoted) blocks.push({ kind: 'list', items: list.items, ordered: list.ordered, lang });
        else quoted.push(...list.items);
        list = undefined;
      }
    } else if (token.type === 'blockquote_open') {
      quotes += 1;
      quoted ??= [];
    } else if (token.type === 'blockquote_close') {
      quotes -= 1;
      if (quotes > 0 || !quoted) continue;
      blocks.push({ kind: 'quote', lines: quoted, lang });
      quoted = undefined;
    } else if (token.type === 'inline') {
      const rich = richOf(token);
      if (list) list.items.push(rich);
      else if (quoted) quoted.push(rich);
      else blocks.push({ kind: 'paragraph', text: rich, lang });
    }
  }
  return blocks;
}

function richOf(token: Token): Rich {
  const runs: Run[] = [];
  let strong = 0;
  let leaning = 0;
  let href: string | undefined;
  for (const child of token.children ?? []) {
    if (child.type === 'strong_open') strong += 1;
    else if (child.type === 'strong_close') strong -= 1;
    else if (child.type === 'em_open') leaning += 1;
    else if (child.type === 'em_close') leaning -= 1;
    else if (child.type === 'link_open') href = safeLink(String(child.attrGet('href') ?? ''));
    else if (child.type === 'link_close') href = undefined;
    else {
      const text = child.type === 'softbreak' || child.type === 'hardbreak' ? '\n' : child.content;
      if (text === '') continue;
      runs.push({
        text,
        ...(strong > 0 && { strong: true }),
        ...(leaning > 0 && { leaning: true }),
        ...(href && { href }),
      });
    }
  }
  return runs.every((run) => Object.keys(run).length === 1) ? runs.map((run) => run.text).join('') : runs;
}

/** Only what leads somewhere a reader expects. */
function safeLink(href: string): string | undefined {
  return /^(https?:|mailto:|tel:)/i.test(href) ? href : undefined;
}
