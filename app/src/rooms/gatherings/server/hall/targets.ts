import type { HallKind } from '../../hall-words.ts';

/** One thing of a hall that can be recorded: who was there, a sum, a total, a count of hands, the minutes. */
export type Target =
  | { readonly kind: 'attendance'; readonly by: 'person' | 'registration' | 'name'; readonly who: string }
  | { readonly kind: 'count'; readonly attribute: string; readonly group: string }
  | { readonly kind: 'speaking'; readonly group: string }
  | { readonly kind: 'hands'; readonly position: number; readonly attribute: string; readonly group: string }
  | { readonly kind: 'minutes' };

/** The subject under which an entry and a conflict are kept. */
export function subjectOf(target: Target): string {
  if (target.kind === 'attendance') return `${target.by}|${target.who}`;
  if (target.kind === 'count') return `${target.attribute}|${target.group}`;
  if (target.kind === 'speaking') return `group|${target.group}`;
  if (target.kind === 'hands') return `${target.position}|${target.attribute}|${target.group}`;
  return 'minutes';
}

/** The thing that a subject names. */
export function targetOf(kind: HallKind, subject: string): Target {
  const [first = '', ...rest] = subject.split('|');
  if (kind === 'attendance') return { kind, by: first as 'person' | 'registration' | 'name', who: rest.join('|') };
  if (kind === 'count') return { kind, attribute: first, group: rest.join('|') };
  if (kind === 'speaking') return { kind, group: rest.join('|') };
  if (kind === 'hands')
    return { kind, position: Number(first), attribute: rest[0] ?? '', group: rest.slice(1).join('|') };
  return { kind };
}
