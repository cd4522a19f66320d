import { expect, test } from 'vitest';
import { renderMarkdown } from './markdown.ts';

test('words keep their emphasis, lists and links', () => {
  const html = renderMarkdown('**Voda** i *put*\n\n- jedan\n- dva\n\n[mapa](https://example.org)');
  expect(html).toContain('<strong>Voda</strong>');
  expect(html).toContain('<li>jedan</li>');
  expect(html).toContain('<a href="https://example.org" rel="nofollow ugc noopener">mapa</a>');
});

test('nothing that runs or loads gets through', () => {
  const evil =
    '<script>alert(1)</script> <img src=x onerror=alert(1)> [x](javascript:alert(1)) ![p](https://example.org/p.png)';
  const html = renderMarkdown(evil);
  expect(html).not.toMatch(/<script|<img|href="javascript/);
});
