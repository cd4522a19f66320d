/** How a table is spread when one machine is not enough (docs/adr/0003). */
export type Distribution = 'reference' | 'community' | 'person' | 'local';

/** Who may ever see a row: decides export, erasure and logs. `secret` is never shown to anyone, not even exported by name. */
export type TableClass = 'public' | 'members' | 'personal' | 'sensitive' | 'secret';

/** A retention: as many months as the community itself says, counted from `agedBy`. */
export const AS_COMMUNITY_SAYS = 'as many months as the community says';

/** One line of the register: everything that must be known of a table apart from its columns. */
export interface RegisteredTable {
  /** `schema.table`; the schema is the room that owns it. */
  readonly table: string;
  readonly distribution: Distribution;
  readonly class: TableClass;
  /** How long a row is kept, in words a program may compare: `forever`, `P30D after unanswered` … */
  readonly retention: string;
  /** For a plain period (`P90D`) and for `AS_COMMUNITY_SAYS`: the column it is counted from. Rows in which it is empty stay. */
  readonly agedBy?: string;
  /** Whether the archive of a community carries it. */
  readonly archive: boolean;
  /** Columns that lead to the row these rows go with (`post_id`): whose that one is, theirs are these, in "download my data". */
  readonly through?: readonly string[];
  /** Whether "download my data" gives its rows; absent: unless they are `secret`. */
  readonly given?: boolean;
  /** Columns that open something, so that they are never given; what ends in `_hash` is one by its name. */
  readonly locks?: readonly string[];
}
