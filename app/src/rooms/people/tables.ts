import type { Generated } from 'kysely';
import type { RegisteredTable } from '#platform/register.ts';

declare module '#platform/database/tables.ts' {
  interface Tables {
    'people.person': {
      id: string;
      name: string;
      locale: string;
      theme: Generated<string>;
      signsAs: Generated<string>;
      cameAt: Date;
      madeBy: Generated<string | null>;
    };
    'people.erasure': { personId: string; erasedAt: Date };
    'people.address': {
      id: string;
      personId: string;
      channel: 'email' | 'phone';
      value: string;
      knownBy: 'code' | 'seed' | 'facilitator';
      addedAt: Date;
      confirmedAt: Date | null;
    };
    'people.code': {
      id: string;
      knockHash: string;
      purpose: 'sign-in' | 'address';
      channel: 'email' | 'phone';
      target: string;
      personId: string | null;
      codeHash: string;
      demoCode: string | null;
      sentAt: Date;
      expiresAt: Date;
      tries: Generated<number>;
      provenAt: Generated<Date | null>;
      usedAt: Generated<Date | null>;
    };
    'people.session': {
      personId: string;
      id: string;
      secretHash: string;
      how: 'code' | 'card' | 'passkey';
      device: string;
      startedAt: Date;
      seenAt: Date;
      expiresAt: Date;
      endedAt: Generated<Date | null>;
      actingForId: Generated<string | null>;
    };
    'people.passkey': {
      personId: string;
      credentialId: string;
      publicKey: string;
      counter: number;
      transports: string;
      label: string;
      madeAt: Date;
      usedAt: Generated<Date | null>;
    };
    'people.challenge': {
      id: string;
      knockHash: string;
      purpose: 'sign-in' | 'register';
      challenge: string;
      madeAt: Date;
      usedAt: Generated<Date | null>;
    };
    'people.card': {
      id: string;
      personId: string;
      codeHash: string;
      madeAt: Date;
      madeBy: string | null;
      usedAt: Generated<Date | null>;
      revokedAt: Generated<Date | null>;
      revokedBy: Generated<string | null>;
    };
  }
}

/** This room's lines of the register. */
export const peopleTables: readonly RegisteredTable[] = [
  { table: 'people.person', distribution: 'reference', class: 'personal', retention: 'until erased', archive: true },
  { table: 'people.erasure', distribution: 'reference', class: 'personal', retention: 'forever', archive: true },
  { table: 'people.address', distribution: 'reference', class: 'personal', retention: 'until erased', archive: false },
  { table: 'people.code', distribution: 'local', class: 'secret', retention: 'P1D', agedBy: 'sent_at', archive: false },
  {
    table: 'people.session',
    distribution: 'person',
    class: 'secret',
    retention: 'P30D after ended',
    archive: false,
    given: true,
  },
  {
    table: 'people.passkey',
    distribution: 'person',
    class: 'secret',
    retention: 'until erased',
    archive: false,
    given: true,
    locks: ['credential_id', 'public_key', 'counter'],
  },
  {
    table: 'people.challenge',
    distribution: 'local',
    class: 'secret',
    retention: 'P1D',
    agedBy: 'made_at',
    archive: false,
  },
  {
    table: 'people.card',
    distribution: 'reference',
    class: 'secret',
    retention: 'until erased',
    archive: false,
    given: true,
  },
];
