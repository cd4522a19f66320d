import { join, resolve } from 'node:path';
import { z } from 'zod';

const optional = z.string().trim().min(1).optional();

const Settings = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: optional,
  /** A direct address for LISTEN, migrations and jobs, when DATABASE_URL goes through a pooler. */
  DATABASE_DIRECT_URL: optional,
  DATABASE_POOL: z.coerce.number().int().min(1).max(100).default(10),
  ORIGIN: z.url().optional(),
  SOFRA_DEMO: z.enum(['yes', 'no']).optional(),
  /** Days by which the clock of a demo runs ahead: what is asked about after three months can be shown today. */
  SOFRA_DEMO_DAYS: z.coerce.number().int().min(0).max(3650).default(0),
  TRUSTED_PROXY: z.enum(['yes', 'no']).default('no'),
  SMTP_URL: optional,
  MAIL_FROM: optional,
  SMS_GATEWAY_URL: optional,
  SMS_GATEWAY_TOKEN: optional,
  BACKUP_DIR: optional,
  /** One `.pmtiles` file with the streets of the region, which the host puts there; `map.pmtiles` in DATA_DIR when absent. */
  MAP_FILE: optional,
  JOBS: z.enum(['here', 'apart']).default('here'),
});

/** Every setting of the house, checked once. */
export interface Env {
  readonly port: number;
  readonly host: string;
  readonly dataDir: string;
  readonly databaseUrl?: string;
  readonly databaseDirectUrl?: string;
  readonly databasePool: number;
  readonly origin: string;
  readonly originGiven: boolean;
  /** What the host asked for; whether the house *is* a demo is written in the database at its first start. */
  readonly demo?: 'yes' | 'no';
  /** Days by which the clock of a demo runs ahead; 0 in a real house. */
  readonly demoDaysAhead: number;
  readonly trustedProxy: boolean;
  readonly smtpUrl?: string;
  readonly mailFrom?: string;
  readonly smsGatewayUrl?: string;
  readonly smsGatewayToken?: string;
  readonly backupDir?: string;
  /** Where streets for the map may lie; that a file is missing matters only where it was named. */
  readonly mapFile: string;
  readonly mapFileGiven: boolean;
  readonly jobsHere: boolean;
}

/** Reads the settings. Throws an Error with one line that names the setting and what is wrong with it. */
export function readEnv(source: Readonly<Record<string, string | undefined>>): Env {
  const parsed = Settings.safeParse(source);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    throw new Error(`${issue.path.join('.')}: ${issue.message}`);
  }
  const env = parsed.data;
  return {
    port: env.PORT,
    host: env.HOST,
    dataDir: resolve(env.DATA_DIR),
    databaseUrl: env.DATABASE_URL,
    databaseDirectUrl: env.DATABASE_DIRECT_URL,
    databasePool: env.DATABASE_POOL,
    origin: (env.ORIGIN ?? `http://localhost:${env.PORT}`).replace(/\/$/, ''),
    originGiven: env.ORIGIN !== undefined,
    demo: env.SOFRA_DEMO,
    demoDaysAhead: env.SOFRA_DEMO_DAYS,
    trustedProxy: env.TRUSTED_PROXY === 'yes',
    smtpUrl: env.SMTP_URL,
    mailFrom: env.MAIL_FROM,
    smsGatewayUrl: env.SMS_GATEWAY_URL,
    smsGatewayToken: env.SMS_GATEWAY_TOKEN,
    backupDir: env.BACKUP_DIR,
    mapFile: resolve(env.MAP_FILE ?? join(env.DATA_DIR, 'map.pmtiles')),
    mapFileGiven: env.MAP_FILE !== undefined,
    jobsHere: env.JOBS === 'here',
  };
}

/** SvelteKit takes this file for its own list of variables; it declares none, so that nothing is read at build time. */
export const variables = {};
