import type { Context } from '#platform/context.ts';
import { authorize } from '#platform/permissions.ts';
import { Refusal } from '#platform/refusal.ts';
import type { Community } from '#rooms/communities/index.ts';
import { onPractice } from '../../permissions.ts';
import { findPractice } from '../find-practice.ts';
import { type Choice, myVoices } from '../parties.ts';
import { findCase } from './find-case.ts';

/** What the form of a new case shows. */
export interface NewCasePage {
  readonly practice: Community;
  /** The case it learned from. */
  readonly from: { readonly number: number; readonly title: string; readonly locale: string } | null;
  /** For whom the reader may tell it. */
  readonly voices: readonly Choice[];
}

/** The form of a case; with a number the one of a case that learned from it, which is open to who isn't of this practice. */
export async function showNewCase(
  context: Context,
  { slug, from }: { readonly slug: string; readonly from?: number },
): Promise<NewCasePage> {
  const { practice, subject } = await findPractice(context, slug);
  if (from === undefined) {
    authorize(onPractice.write, context.actor, subject);
    return { practice, from: null, voices: await myVoices(context, subject) };
  }
  authorize(onPractice.takeUp, context.actor, subject);
  const { one, of } = await findCase(context, { slug, number: from });
  if (!of.open) throw new Refusal('practice.case-not-open');
  const { number, title, locale } = one;
  return { practice, from: { number, title, locale }, voices: await myVoices(context) };
}
