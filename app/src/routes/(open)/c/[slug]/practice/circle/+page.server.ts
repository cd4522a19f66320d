import { endCircleSeat, nameToCircle, showCircle } from '#rooms/practice/server/index.ts';
import { read } from '#web/read.ts';
import { submitHere } from '#web/submit-here.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = (event) => read(event, (context) => showCircle(context, event.params.slug));

export const actions: Actions = { seat: submitHere(nameToCircle), end: submitHere(endCircleSeat) };
