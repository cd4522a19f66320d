import type { Context } from '#platform/context.ts';
import { notFound } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import type { AtReport } from '../../report-words.ts';
import { type Gathering, gatheringAt } from '../calling/find-gathering.ts';
import { speakerOfLink } from './find-speaker.ts';
import { type SpeakersWords, speakersWords } from './speakers-words.ts';

/** What a speaker without an account reads behind their link: their own words and nobody else's. */
export interface SpeakerLinkPage {
  readonly place: Community;
  readonly gathering: Gathering;
  readonly speaker: SpeakersWords;
}

/** The words of the speaker whose link this is. Throws `report.link-closed` when it is none or opens no longer. */
export async function showSpeakerLink(
  context: Context,
  { token, ...at }: AtReport & { readonly token: string },
): Promise<SpeakerLinkPage> {
  const { community: place, gathering } = await gatheringAt(context, at);
  const { id } = await speakerOfLink(context, gathering, token);
  const [speaker] = await speakersWords(context, gathering, id);
  if (!speaker) throw notFound('report.link-closed');
  return { place, gathering, speaker };
}
