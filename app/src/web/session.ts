import type { Actor } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { rolesOfPerson } from '#rooms/communities/server/index.ts';
import { findSession } from '#rooms/people/server/index.ts';

/** The cookie that carries a session: `personId.sessionId.secret`. HttpOnly, SameSite=Lax, Secure on https only. */
export const SESSION_COOKIE = 'seat';

/** Who stands behind a cookie: the actor with every role, and what the header shows. Undefined when it opens nothing. */
export async function readSession(
  house: House,
  cookie: string | undefined,
  address: string,
): Promise<{ actor: Actor; signedIn: App.Locals['signedIn']; locale: string; theme: string } | undefined> {
  if (!cookie) return undefined;
  const { db } = house.database;
  const session = await findSession(db, cookie, house.now());
  if (!session) return undefined;
  const { roles, organisations } = await rolesOfPerson(db, session.personId);
  const actingFor = session.actingForId ? organisations.get(session.actingForId) : undefined;
  const actor: Actor = {
    kind: 'person',
    personId: session.personId,
    sessionId: session.sessionId,
    actingForId: actingFor ? session.actingForId : undefined,
    roles,
    address,
  };
  return {
    actor,
    signedIn: { personId: session.personId, name: session.name, actingFor },
    locale: session.locale,
    theme: session.theme,
  };
}
