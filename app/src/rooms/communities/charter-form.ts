type Form = Readonly<Record<string, unknown>>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);
const partOf = (value: unknown): Form => (typeof value === 'object' && value !== null ? (value as Form) : {});

/**
 * The charter's form as its schema takes it: `rules.…` as written, the lists of check boxes beside it, and each protected
 * group out of one text `attribute:group`.
 */
export function charterFromForm(form: Form): { rules: Form; why: unknown } {
  const rules = partOf(form.rules);
  const inclusion = partOf(rules.inclusion);
  return {
    why: form.why,
    rules: {
      ...rules,
      languages: listOf(form.languages),
      voteBy: listOf(form.voteBy),
      attributesOn: listOf(form.attributesOn),
      inclusion: {
        ...inclusion,
        protected: listOf(form.protected).map(groupFrom),
        subjects: listOf(form.subjects).flatMap((line) => {
          const { subject, group } = partOf(line);
          return subject || group ? [{ subject, ...groupFrom(group ?? '') }] : [];
        }),
      },
    },
  };
}

function groupFrom(text: unknown): { attribute: string; group: string } {
  const [attribute = '', ...group] = String(text).split(':');
  return { attribute, group: group.join(':') };
}

/** One line of the benchmark's form: three fields of one row. Rows without a group are left out. */
export const benchmarkFromForm = (form: Form): Form => ({
  ...form,
  lines: listOf(form.lines).filter((line) => partOf(line).group),
});
