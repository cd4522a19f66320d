/** A PostgreSQL to test on; `url` is absent, with the reason in `why`, when there is none. */
export function startPostgres(how?: {
  durable?: boolean;
}): Promise<{ readonly url?: string; readonly why: string; stop(): void }>;
