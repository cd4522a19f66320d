import { appealNeedFold, showNeedFold } from '#rooms/needs/server/index.ts';
import { read } from '#web/read.ts';
import { submit } from '#web/submit.ts';
import type { Actions, PageServerLoad } from './$types';

const address = ({ params }: { params: { slug: string; fold: string } }) => ({
  slug: params.slug,
  foldId: params.fold,
});

export const load: PageServerLoad = (event) => read(event, (context) => showNeedFold(context, address(event)));

export const actions: Actions = {
  default: (event) => submit(event, appealNeedFold, { fixed: address(event), next: () => event.url.pathname }),
};
