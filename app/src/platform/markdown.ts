import markdownIt from 'markdown-it';
import sanitizeHtml from 'sanitize-html';

const parser = markdownIt('zero', { html: false, linkify: false, breaks: true }).enable([
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

/** A person's words as safe HTML: paragraphs, lists, quotes, emphasis, links; nothing that runs, nothing that loads. */
export function renderMarkdown(text: string): string {
  return sanitizeHtml(parser.render(text), {
    allowedTags: ['p', 'br', 'em', 'strong', 's', 'ul', 'ol', 'li', 'blockquote', 'a'],
    allowedAttributes: { a: ['href', 'rel'] },
    allowedSchemes: ['http', 'https', 'mailto', 'tel'],
    transformTags: { a: (tagName, attribs) => ({ tagName, attribs: { ...attribs, rel: 'nofollow ugc noopener' } }) },
  });
}
