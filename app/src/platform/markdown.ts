import markdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';
import { makeKept } from './kept.ts';

/** What of Markdown a person may write: everywhere the same. */
export const personsMarkdown = markdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
  'emphasis',
  'strikethrough',
  'list',
  'blockquote',
  'link',
  'autolink',
  'newline',
  'escape',
  'entity',
]);

/** Letters of rendered text that are kept; a page of posts costs more here than in the database. */
const MOST_LETTERS = 2_000_000;
const rendered = makeKept(MOST_LETTERS);

/** A person's words as safe HTML: paragraphs, lists, quotes, emphasis, links; nothing that runs, nothing that loads. */
export const renderMarkdown = (text: string): string => rendered(text, render);

function render(text: string): string {
  return sanitizeHtml(personsMarkdown.render(text), {
    allowedTags: ['p', 'br', 'em', 'strong', 's', 'ul', 'ol', 'li', 'blockquote', 'a'],
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: { a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'nofollow ugc noopener' } }) },
  });
}
