/** A posted rule: attribute and group stand in one choice, `gender:woman`. */
export function ruleOfForm({ of, ...form }: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const [attribute, ...group] = String(of ?? '').split(':');
  return { ...form, attribute, group: group.join(':') };
}
