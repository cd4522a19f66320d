import type { Actor } from './actor.ts';
import type { Db } from './database/tables.ts';
import type { Language } from './language/language.ts';
import type { Outgoing } from './outgoing/outgoing.ts';

/** Something that has happened, told in the past tense: `decisions.ballot-cast`. Plain data with ids, no sentences. */
export interface Announcement {
  readonly kind: string;
  /** The community it happened in; absent only for what belongs to no community. */
  readonly communityId?: string;
  /** True when no public page changes by it (a ballot in an open decision): caches stay. */
  readonly quiet?: boolean;
  /** True when only a screen that is open now changes by it (one more "me too"): no listener, no outbox, caches stay. */
  readonly fleeting?: boolean;
  readonly [fact: string]: unknown;
}

/** Settings an action may need; everything else of the environment stays outside. */
export interface ContextSettings {
  /** Written into the database at its first start, never by a request. */
  readonly demo: boolean;
  /** Scheme, host and port under which people reach this house. */
  readonly origin: string;
}

/** The world as an action sees it: nothing else comes in. */
export interface Context {
  readonly now: Date;
  readonly actor: Actor;
  /** The transaction that runAction opened; in a page's load the plain database. */
  readonly db: Db;
  readonly language: Language;
  readonly settings: ContextSettings;
  /** The way out of the house. Ask `can` at any time; `send` only in `afterwards`, never inside the transaction. */
  readonly outgoing: Outgoing;
  /** A new id that sorts by time. Never for anything secret. */
  newId(): string;
  /** A new id that says nothing of time or order. */
  newSecretId(): string;
  /** URL-safe random text of so many bytes. */
  newToken(bytes?: number): string;
  /** Random decimal digits. */
  newDigits(count: number): string;
  /** Puts it into the outbox in the same transaction; listeners hear it once after the commit. */
  announce(announcement: Announcement): void;
  /** Runs after the commit, in this process; for what must not happen inside a transaction (sending a code). */
  afterwards(task: () => Promise<void>): void;
}
