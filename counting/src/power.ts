/** Balance of power between partners: measures P4, P5, P8 and P9 (see methods/power.md). */
export { banzhaf, banzhafSwings, HOLDERS_LIMIT } from './power/banzhaf.ts';
export { type FundingConcentration, fundingConcentration } from './power/concentration.ts';
export type { PartnerRatio, PartnerSide, RatioSignals } from './power/ratio.ts';
export { type Visibility, type VisibilityFacts, visibility } from './power/visibility.ts';
export { type PartnerVoice, type VoiceRatio, voiceRatio } from './power/voice-ratio.ts';
