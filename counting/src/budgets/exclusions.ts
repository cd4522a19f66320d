import type { Option } from '../election.ts';

/** For each option the options that cannot win beside it: those with the same `excludes` label. */
export function exclusions(options: readonly Option[]): readonly (readonly number[])[] {
  const byLabel = new Map<string, number[]>();
  options.forEach((option, p) => {
    if (option.excludes === undefined) return;
    const others = byLabel.get(option.excludes);
    if (others) others.push(p);
    else byLabel.set(option.excludes, [p]);
  });
  return options.map((option, p) =>
    option.excludes === undefined ? [] : (byLabel.get(option.excludes) ?? []).filter((other) => other !== p),
  );
}
