import type { IncomingMessage } from 'node:http';
import type { Actor } from '#platform/actor.ts';
import type { Context } from '#platform/context.ts';
import type { House } from '#platform/house.ts';
import type { Language } from '#platform/language/language.ts';

declare global {
  /** The house of this process, opened by server.ts, by the development server or by a test. */
  var sofra: House | undefined;

  namespace App {
    interface Locals {
      house: House;
      /** What the parts of this page read through; made by the first of them. */
      reading?: Context;
      actor: Actor;
      language: Language;
      /** On every answer and log line, and shown on error pages. */
      requestId: string;
      /** Who is signed in; the header shows it. */
      signedIn?: { readonly personId: string; readonly name: string; readonly actingFor?: string };
      /** Ids of the communities this page shows; a load adds them, the cache in front drops the page when one is touched. */
      touches: Set<string>;
      /** The letters of the community under this address, for short links. */
      communityCode?: string;
      theme: 'auto' | 'light' | 'dark';
    }
    interface Platform {
      /** Node's own request; absent in the development server. */
      req?: IncomingMessage;
    }
    interface Error {
      message: string;
      requestId?: string;
    }
  }
}
