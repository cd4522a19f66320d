/// <reference types="vite/client" />
import type { RequestEvent } from '@sveltejs/kit';
import type { Language } from '#platform/language/language.ts';
import { nameFor } from '#rooms/communities/index.ts';
import { type CommunityFrame, showFrame } from '#rooms/communities/server/index.ts';
import type { Link } from '#ui/link.ts';
import type { Masthead } from './masthead.ts';
import { read } from './read.ts';

/** Rooms of a community in the order in which they are offered; the first part of the address under `/c/SLUG/`. */
const PLACES = ['needs', 'forum', 'decisions', 'gatherings', 'practice', 'members', 'about', 'desk'] as const;

/** Only what has a page is offered. */
const pages = Object.keys(import.meta.glob('/src/routes/*/c/*/*/+page.svelte'));
const built = PLACES.filter((place) => pages.some((path) => path.endsWith(`/c/[slug]/${place}/+page.svelte`)));

/** What every page of a community gets from its layout: `data.community`, `data.may`, `data.seat`, `data.waits`, the header. */
export async function loadFrame(event: RequestEvent): Promise<CommunityFrame & { masthead: Masthead }> {
  const slug = event.params.slug ?? '';
  const frame = await read(event, (context) => showFrame(context, slug));
  event.locals.touches.add(frame.community.id);
  return { ...frame, masthead: mastheadOf(event.locals.language, frame, event.url.pathname) };
}

function mastheadOf(language: Language, { community, may }: CommunityFrame, path: string): Masthead {
  const root = `/c/${community.slug}`;
  const offered: Readonly<Partial<Record<(typeof PLACES)[number], boolean>>> = {
    practice: community.kind === 'practice',
    members: may.seeMembers,
    desk: may.open,
  };
  const open = built.filter((place) => offered[place] ?? true);
  const nav: Link[] = open.map((place) => {
    const href = `${root}/${place}`;
    return {
      href,
      label: language.say(`communities.nav.${place}`),
      current: path === href || path.startsWith(`${href}/`),
    };
  });
  const name = nameFor(language, community);
  return {
    home: { href: root, label: name, current: path === root },
    about: `${language.say(`communities.kind.${community.kind}`)} · ${placeBeside(name, language.show(community.place, community.locale))}`,
    nav,
    navLabel: language.say('communities.nav.label'),
  };
}

/** A place often begins with the name above it, which need not be said twice. */
function placeBeside(name: string, place: string): string {
  const rest = place.startsWith(name) ? place.slice(name.length).replace(/^[\s,·–-]+/, '') : place;
  return rest || place;
}
