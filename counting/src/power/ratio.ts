/** Where a partner stands: the lead, a community or local organisation (L), or neither. */
export type PartnerSide = 'lead' | 'local' | 'other';

/** One partner's share of what is seen, beside the share it should be measured by. */
export interface PartnerRatio {
  readonly id: string;
  readonly side: PartnerSide;
  /** Share of speaking (P8) or of credit (P9), 0 to 1; null when nothing was recorded at all. */
  readonly share: number | null;
  /** Share of the members (P8) or of the contributions (P9), 0 to 1; null when nothing was recorded. */
  readonly due: number | null;
  /** share ÷ due; null when it can't be measured. */
  readonly ratio: number | null;
}

/** Ratio of the lead and of all local partners together, and which of the two bounds was crossed. */
export interface RatioSignals {
  readonly lead: number | null;
  readonly local: number | null;
  readonly signals: readonly ('lead-above' | 'local-below')[];
}

/** The bounds of P8 and P9: ours, not a norm of the sector. */
export const RATIO_BOUNDS = { lead: 1.5, local: 0.67 };

/** part ÷ whole, or null when there is no whole. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? part / whole : null);

const together = (partners: readonly PartnerRatio[]): number | null => {
  let share = 0;
  let due = 0;
  for (const partner of partners) {
    if (partner.share === null || partner.due === null) return null;
    share += partner.share;
    due += partner.due;
  }
  return shareOf(share, due);
};

/** Compares the lead and the local partners with the bounds. A ratio that can't be measured raises no signal. */
export function ratioSignals(partners: readonly PartnerRatio[], bounds = RATIO_BOUNDS): RatioSignals {
  const lead = together(partners.filter((partner) => partner.side === 'lead'));
  const local = together(partners.filter((partner) => partner.side === 'local'));
  const signals: ('lead-above' | 'local-below')[] = [];
  if (lead !== null && lead > bounds.lead) signals.push('lead-above');
  if (local !== null && local < bounds.local) signals.push('local-below');
  return { lead, local, signals };
}
