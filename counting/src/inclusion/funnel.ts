/** How many of the group and of the rest came this far. */
export interface FunnelStage {
  /** For example invited, reached, registered, attended, spoke, proposed, decided, leads. */
  readonly stage: string;
  readonly group: number;
  readonly rest: number;
}

/** Measure I5: for each step the group's passage beside the rest's. */
export interface Funnel {
  readonly steps: readonly {
    readonly from: string;
    readonly to: string;
    /** Who went on ÷ who stood at the step before; null when nobody stood there. */
    readonly group: number | null;
    readonly rest: number | null;
    /** group ÷ rest; null when it can't be measured. */
    readonly ratio: number | null;
  }[];
  /** Where the group is lost: the stage entered with the lowest ratio below 1, the earlier of equals; null when nowhere. */
  readonly lostAt: string | null;
}

const passage = (to: number, from: number): number | null => (from > 0 ? to / from : null);

/** Measure I5 from the stages in order. A stage that was not recorded is left out by the caller, never given as zero. */
export function funnel(stages: readonly FunnelStage[]): Funnel {
  const steps = stages.slice(1).map((to, index) => {
    const from = stages[index];
    const group = passage(to.group, from.group);
    const rest = passage(to.rest, from.rest);
    const ratio = group === null || rest === null ? null : passage(group, rest);
    return { from: from.stage, to: to.stage, group, rest, ratio };
  });
  let lowest = 1;
  let lostAt: string | null = null;
  for (const step of steps) {
    if (step.ratio === null || step.ratio >= lowest) continue;
    lowest = step.ratio;
    lostAt = step.to;
  }
  return { steps, lostAt };
}
