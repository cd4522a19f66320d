import { Refusal } from '#platform/refusal.ts';
import {
  announceSpeakingTime,
  answerMinutes,
  gatheringAt,
  layMinutes,
  recordInHall,
  settleConflict,
  showHall,
  stopSpeakingTime,
} from '#rooms/gatherings/server/index.ts';
import { numberIn, read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const address = (event: RequestEvent) => ({ slug: event.params.slug, number: numberIn(event, event.params.number) });
const fixed = async (event: RequestEvent) => {
  const { gathering } = await read(event, (context) => gatheringAt(context, address(event)));
  return { communityId: gathering.communityId, gatheringId: gathering.id };
};
const back = (event: RequestEvent, part: string) => () => `${event.url.pathname}?done#${part}`;
/** Where one finds again what was just recorded. */
const PARTS: Readonly<Record<string, string>> = {
  attendance: 'here',
  count: 'here',
  speaking: 'speaking',
  hands: 'hands',
  minutes: 'write-minutes',
};

export const load: PageServerLoad = async (event) => {
  const page = await read(event, (context) => showHall(context, address(event as RequestEvent)));
  return {
    ...page,
    deviceId: crypto.randomUUID(),
    secure: event.url.protocol === 'https:' || /^(localhost|127\.0\.0\.1)$/.test(event.url.hostname),
  };
};

export const actions: Actions = {
  record: async (event) => {
    const happenedAt = event.locals.house.now().toISOString();
    let kind = '';
    return submit(event, recordInHall, {
      fixed: await fixed(event),
      shape: (form, data) => {
        kind = String(form.kind);
        return { deviceId: form.deviceId, entries: [{ ...form, key: data.get('_key'), happenedAt }] };
      },
      next: ({ answers: [one] }) => {
        if (one?.answer === 'refused') throw new Refusal(one.reason ?? 'hall.not-understood', { kind: 'invalid' });
        return back(event, one?.answer === 'conflict' ? 'conflicts' : (PARTS[kind] ?? 'here'))();
      },
    });
  },
  announce: async (event) =>
    submit(event, announceSpeakingTime, { fixed: await fixed(event), next: back(event, 'speaking') }),
  stop: async (event) => submit(event, stopSpeakingTime, { fixed: await fixed(event), next: back(event, 'speaking') }),
  settle: async (event) => submit(event, settleConflict, { fixed: await fixed(event), next: back(event, 'conflicts') }),
  lay: async (event) => submit(event, layMinutes, { fixed: await fixed(event), next: back(event, 'minutes') }),
  answer: async (event) => submit(event, answerMinutes, { fixed: await fixed(event), next: back(event, 'minutes') }),
};
