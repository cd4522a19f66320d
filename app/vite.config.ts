import adapter from '@sveltejs/adapter-node';
import { sveltekit } from '@sveltejs/kit/vite';
import { defineConfig, type Plugin } from 'vite';

const MARKS = /<!--(?:\[-?\d*|\[!|\])?-->/g;
const NOTHING_PUSHED = /\$\$renderer\.push\((""|``)\)/g;

/** No page is hydrated (ADR 2): the comments by which Svelte would find its blocks again are left out of what it renders. */
const withoutMarks: Plugin = {
  name: 'without-marks',
  enforce: 'post',
  applyToEnvironment: ({ name }) => name === 'ssr',
  transform(code, id) {
    if (/\/svelte\/src\/internal\/server\/(hydration|blocks\/html)\.js$/.test(id))
      return code.replace(/([`'])<!--[^`']*-->\1/g, "''");
    return id.endsWith('.svelte') ? code.replace(MARKS, '').replace(NOTHING_PUSHED, 'void 0') : undefined;
  },
};

/**
 * Svelte walks the whole page to find out whether a part asked to hear of its end: left out until one does. An update that has
 * taken one of these places away is an error when we build.
 */
const HEARS_END: readonly (readonly [string, string])[] = [
  ['(this.#on_destroy ??= []).push(fn);', '(this.#on_destroy ??= []).push(fn); Renderer.hears_end = true;'],
  ['#run_on_destroy(suppress_errors) {', '#run_on_destroy(suppress_errors) {\n\t\tif (!Renderer.hears_end) return;'],
];

const endUnheard: Plugin = {
  name: 'end-unheard',
  applyToEnvironment: ({ name }) => name === 'ssr',
  transform(code, id) {
    if (!id.endsWith('/svelte/src/internal/server/renderer.js')) return undefined;
    return HEARS_END.reduce((text, [from, to]) => {
      if (!text.includes(from)) throw new Error(`${id} has no “${from}” any more: look whether the walk is cheap now.`);
      return text.replace(from, to);
    }, code);
  },
};

export default defineConfig({
  plugins: [
    withoutMarks,
    endUnheard,
    sveltekit({
      adapter: adapter({ out: 'build', precompress: false }),
      inlineStyleThreshold: 0,
      paths: { relative: false },
      csp: {
        mode: 'hash',
        directives: {
          'default-src': ['self'],
          'script-src': ['self'],
          'style-src': ['self'],
          'img-src': ['self', 'data:', 'blob:'],
          'connect-src': ['self'],
          'form-action': ['self'],
          'frame-ancestors': ['none'],
          'base-uri': ['self'],
          'object-src': ['none'],
        },
      },
      // Webhooks and one-click unsubscribe post from elsewhere; src/web refuses every other cross-site POST.
      csrf: { trustedOrigins: ['*'] },
    }),
  ],
  ssr: {
    noExternal: [
      '@sofra/counting',
      'kysely',
      'zod',
      'messageformat',
      'markdown-it',
      'libphonenumber-js',
      'uqr',
      'd3-scale',
      'd3-shape',
    ],
  },
  // Fonts and pictures stay files: a data: address would be refused by the policy and could not be cached.
  build: { assetsInlineLimit: 0 },
  environments: {
    ssr: {
      build: {
        // All parts share one sheet, loaded once and kept: a handful of small files is slow on the hall's one phone line.
        rolldownOptions: {
          input: { sofra: 'src/sofra.ts' },
          output: { codeSplitting: { groups: [{ name: 'parts', test: /\/src\/ui\// }] } },
        },
      },
    },
  },
});
