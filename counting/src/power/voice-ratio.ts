import {
  type PartnerRatio,
  type PartnerSide,
  RATIO_BOUNDS,
  type RatioSignals,
  ratioSignals,
  shareOf,
} from './ratio.ts';

/** What one partner's people said in a period. */
export interface PartnerVoice {
  readonly id: string;
  readonly side: PartnerSide;
  /** People this partner has at the table. */
  readonly members: number;
  /** Speaking time in meetings, in seconds. */
  readonly seconds: number;
  /** Words written online. */
  readonly words: number;
}

/** Measure P8 of a partnership: every partner's ratio, then lead and local partners against the bounds. */
export interface VoiceRatio extends RatioSignals {
  readonly partners: readonly PartnerRatio[];
}

/**
 * Measure P8: share of speaking ÷ share of members. Seconds and words have no common unit, so the share of speaking is the
 * mean of the share of seconds and the share of words, or the one of them that was recorded.
 */
export function voiceRatio(voices: readonly PartnerVoice[], bounds = RATIO_BOUNDS): VoiceRatio {
  const total = (read: (voice: PartnerVoice) => number): number => voices.reduce((sum, voice) => sum + read(voice), 0);
  const seconds = total((voice) => voice.seconds);
  const words = total((voice) => voice.words);
  const members = total((voice) => voice.members);
  const partners = voices.map((voice) => {
    const known = [shareOf(voice.seconds, seconds), shareOf(voice.words, words)].filter((share) => share !== null);
    const share = known.length === 0 ? null : known.reduce((sum, value) => sum + value, 0) / known.length;
    const due = shareOf(voice.members, members);
    return {
      id: voice.id,
      side: voice.side,
      share,
      due,
      ratio: share === null || due === null ? null : shareOf(share, due),
    };
  });
  return { partners, ...ratioSignals(partners, bounds) };
}
