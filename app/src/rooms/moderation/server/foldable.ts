import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Kept } from '../tables.ts';

/** Something that somebody wrote, as its room knows it. */
export interface Thing {
  readonly communityId: string;
  readonly id: string;
  /** Who wrote it, is told and may appeal; null where nobody with an account did. */
  readonly authorId: string | null;
  /** What its author and those who decide call it by: it may be a part of what is folded. */
  readonly title: string;
  /** What everybody may call it by, while it is folded too: a number, or the title of what it stands in. */
  readonly called: string;
  readonly text: string;
  /** Where it is read, below the community's address: `needs/12#offers`. */
  readonly page: string;
  /** This reader may know of it. */
  readonly known: boolean;
  /** Who decides on it besides the desk. */
  readonly leaders?: readonly string[];
  /** Hashes of its pictures: they are held back with it. */
  readonly pictures?: readonly string[];
  /** What goes along with the announcements about it, so that open screens of its room hear. */
  readonly facts?: Readonly<Record<string, string>>;
}

/** A kind of thing that can be reported and folded: what its room has to say and to do. */
export interface Foldable {
  /** The word for it in rows, forms and the catalogue (`moderation.kind.post`). */
  readonly kind: string;
  /** The things with these ids, each as it stands; unknown ids are left out. */
  find(context: Context, communityId: string, ids: readonly string[]): Promise<readonly Thing[]>;
  /** Takes it out of sight, in the same transaction as the fold. What is taken out of its place comes back to `show`. */
  hide(context: Context, thing: Thing): Promise<Kept | undefined>;
  /** Puts it back into sight; `back` is what `hide` gave. */
  show(context: Context, thing: Pick<Thing, 'communityId' | 'id'>, back: unknown): Promise<void>;
}

const kinds = new Map<string, Foldable>();

/** Hands kinds of things to this room; called once by the room that owns them, at its door. */
export function foldable(...handed: readonly Foldable[]): void {
  for (const kind of handed) kinds.set(kind.kind, kind);
}

/** The kind under its word. Throws a Refusal `not-found` for any other. */
export function kindCalled(kind: string): Foldable {
  const found = kinds.get(kind);
  if (!found) throw notFound();
  return found;
}
