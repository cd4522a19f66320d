import { sql } from 'kysely';
import { system } from '#platform/actor.ts';
import type { House } from '#platform/house.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Tick } from '#platform/room.ts';
import { runAction } from '#platform/run-action.ts';
import { closeDecision } from './box/close-decision.ts';
import { noteSwept } from './box/store.ts';
import { clearUnfinishedImports } from './import/import-pabulib.ts';
import { countDecision } from './outcome/count-decision.ts';
import { openDecision } from './paper/open-decision.ts';
import { drawTables } from './roll/draw-table.ts';

interface Due {
  readonly communityId: string;
  readonly decisionId: string;
}

/** Opens what was called to the table and whose minute has come. */
const openDue: Tick = {
  name: 'decisions.open-due',
  async run(house) {
    const due = await house.database.db
      .selectFrom('decisions.calling as call')
      .innerJoin('decisions.decision as d', (join) =>
        join.onRef('d.communityId', '=', 'call.communityId').onRef('d.id', '=', 'call.decisionId'),
      )
      .leftJoin('decisions.opening as o', (join) =>
        join.onRef('o.communityId', '=', 'call.communityId').onRef('o.decisionId', '=', 'call.decisionId'),
      )
      .leftJoin('decisions.withdrawal as w', (join) =>
        join.onRef('w.communityId', '=', 'call.communityId').onRef('w.decisionId', '=', 'call.decisionId'),
      )
      .select(['call.communityId', 'call.decisionId'])
      .where('o.openedAt', 'is', null)
      .where('w.withdrawnAt', 'is', null)
      .where('d.opensAt', '<=', house.now())
      .where('d.closesAt', '>', house.now())
      .execute();
    await forEach(house, due, async (one) => {
      await runAction(house, asking(house, 'decisions.open-due'), { action: openDecision, input: one });
    });
  },
};

/** Seals every box whose minute has passed, counts what is sealed, and sweeps away what linked ballots to people. */
const closeDue: Tick = {
  name: 'decisions.close-due',
  async run(house) {
    const { db } = house.database;
    const due = await db
      .selectFrom('decisions.openBox')
      .select(['communityId', 'decisionId'])
      .where('closesAt', '<=', house.now())
      .execute();
    await forEach(house, due, async (one) => {
      await runAction(house, asking(house, 'decisions.close-due'), { action: closeDecision, input: one });
    });
    const uncounted = await db
      .selectFrom('decisions.closure as c')
      .leftJoin('decisions.outcome as f', (join) =>
        join.onRef('f.communityId', '=', 'c.communityId').onRef('f.decisionId', '=', 'c.decisionId'),
      )
      .select(['c.communityId', 'c.decisionId'])
      .where('f.computedAt', 'is', null)
      .execute();
    await forEach(house, uncounted, (one) => countDecision(house, one));
    await sweepBoxes(house);
  },
};

/** Draws the table of open decisions again, at most once a day and only when five more took part. */
const drawDue: Tick = { name: 'decisions.draw-tables', run: drawTables };

const clearDue: Tick = { name: 'decisions.clear-unfinished-imports', run: clearUnfinishedImports };

export const decisionTicks: readonly Tick[] = [openDue, closeDue, drawDue, clearDue];

/**
 * Vacuums the tables whose deleted rows still said who marked what. Outside of any transaction, which is why it is not part of
 * sealing; until it has run the closure is remembered as unswept.
 */
export async function sweepBoxes(house: House): Promise<void> {
  const { db } = house.database;
  const ended = await db
    .selectFrom('decisions.closure')
    .select('decisionId')
    .where('sweptAt', 'is', null)
    .unionAll(db.selectFrom('decisions.withdrawal').select('decisionId').where('sweptAt', 'is', null))
    .execute();
  if (ended.length === 0) return;
  await sql`vacuum decisions.ballot`.execute(db);
  await sql`vacuum decisions.participation`.execute(db);
  await noteSwept(
    db,
    ended.map(({ decisionId }) => decisionId),
    house.now(),
  );
}

const asking = (house: House, name: string) => ({ actor: system(name), language: house.languages.source });

/** One that fails does not stop the others: a refusal is tried again with the next tick, a bug is logged by who runs the ticks. */
async function forEach(house: House, due: readonly Due[], work: (one: Due) => Promise<void>): Promise<void> {
  let failure: unknown;
  for (const one of due) {
    try {
      await work(one);
    } catch (error) {
      if (!(error instanceof Refusal)) failure ??= error;
      else console.error(JSON.stringify({ at: house.now(), decisionId: one.decisionId, refused: error.reason }));
    }
  }
  if (failure) throw failure;
}
