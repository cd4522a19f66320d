import { getContext, setContext } from 'svelte';

/** What a refused form gets back from `submit`: one sentence, one for each field, and what the person had typed. */
export interface RefusedForm {
  readonly sentence: string;
  readonly fields: Readonly<Record<string, string>>;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the fields of a form know of it. */
export interface FormState {
  readonly id: string;
  readonly refused?: RefusedForm;
}

const KEY = Symbol('form');

/** Called by Form; a function, so that a later refusal is seen. */
export const provideForm = (state: () => FormState): void => {
  setContext(KEY, state);
};

/** What a field needs to know of itself inside its form: its id, what had been typed, and what was wrong. */
export interface FieldState {
  readonly id: string;
  readonly typed: unknown;
  readonly error?: string;
}

/** Looks a field up by its name (`title`, `options[]`, `rows.3.title`) in the form around it. */
export function useField(): (name: string) => FieldState {
  const form = getContext<(() => FormState) | undefined>(KEY);
  return (name) => {
    const { id, refused } = form?.() ?? { id: 'form' };
    const key = name.replace(/\[\]$/, '');
    return { id: fieldId(id, name), typed: follow(refused?.values, key), error: refused?.fields[key] };
  };
}

/** The id of a field's input, also the address the error summary links to. */
export const fieldId = (formId: string, name: string): string =>
  `${formId}-${name.replace(/\[\]$/, '').replaceAll('.', '-')}`;

function follow(values: unknown, path: string): unknown {
  let node = values;
  for (const part of path.split('.')) {
    if (typeof node !== 'object' || node === null) return undefined;
    node = (node as Record<string, unknown>)[part];
  }
  return node;
}

/** Text for `aria-describedby`: the ids of what is really there. */
export const describedBy = (id: string, has: { hint?: unknown; error?: unknown }): string | undefined =>
  [has.hint && `${id}-hint`, has.error && `${id}-error`].filter(Boolean).join(' ') || undefined;
