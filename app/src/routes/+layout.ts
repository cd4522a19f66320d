/** No page is hydrated: what needs JavaScript brings a small module of its own from static/js. */
export const csr = false;
