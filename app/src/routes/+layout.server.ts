import type { LayoutServerLoad } from './$types';

export const load: LayoutServerLoad = ({ locals }) => ({
  locale: locals.language.locale,
  theme: locals.theme,
  signedIn: locals.signedIn,
  demo: locals.house.settings.demo,
});
