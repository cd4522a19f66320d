import { createHash } from 'node:crypto';

/** What the database knows of an invitation's link. */
export const hashToken = (token: string): string => createHash('sha256').update(token).digest('hex');
