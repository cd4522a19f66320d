/**
 * Plain data as the text of a `<script type="application/ld+json">`. No browser runs such a block, so the content policy
 * lets it pass without a hash; nothing in it can end the block or begin another.
 */
export const renderJsonLd = (data: Readonly<Record<string, unknown>>): string =>
  `<script type="application/ld+json">${JSON.stringify({ '@context': 'https://schema.org', ...data }).replace(
    /[<>&\u2028\u2029]/g,
    (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )}</script>`;
