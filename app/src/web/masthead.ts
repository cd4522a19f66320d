import type { Link } from '#ui/link.ts';

/**
 * Whose page it is, for the header: a layout below the root (a community's) gives it as `masthead` in its data.
 * Absent: the house itself.
 */
export interface Masthead {
  readonly home: Link;
  /** One line under the name. */
  readonly about?: string;
  readonly nav?: readonly Link[];
  readonly navLabel?: string;
}
