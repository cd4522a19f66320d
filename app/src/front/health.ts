import type { Env } from '#env';

/** What `GET /health` answers: whether the house is open, and in plain words what is not set up yet. */
export interface Health {
  readonly open: boolean;
  readonly missing: readonly string[];
}

/** Catalogue keys of what this house still lacks. */
export function missingParts(env: Env): string[] {
  const missing: string[] = [];
  if (!env.smtpUrl) missing.push('front.missing.mail');
  if (!env.smsGatewayUrl) missing.push('front.missing.sms');
  if (!env.backupDir) missing.push('front.missing.backups');
  if (!env.originGiven) missing.push('front.missing.origin');
  return missing;
}
