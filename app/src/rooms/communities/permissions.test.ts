import { describe, expect, it } from 'vitest';
import { type Actor, nobody, system } from '#platform/actor.ts';
import { may, type PermissionTable } from '#platform/permissions.ts';
import { atDesk, onCommunity, onHouse, onOrganisation, type Scope } from './permissions.ts';

const here: Scope = { id: 'here' };
const ROLES = ['member', 'facilitator', 'steward', 'teller', 'official', 'observer', 'keeper'] as const;
const withRole = (role: string, scope: string): Actor => ({
  kind: 'person',
  personId: 'p',
  roles: new Map([[scope, [role]]]),
});
const tables: Record<string, PermissionTable<Scope>> = { onHouse, onCommunity, atDesk, onOrganisation };
const all = Object.entries(tables).flatMap(([table, permissions]) =>
  Object.entries(permissions).map(([verb, permission]) => ({ name: `${table}.${verb}`, permission })),
);
const forAnyone = (who: readonly string[]) => who.includes('anyone') || who.includes('person');

describe.each(all)('$name', ({ permission }) => {
  it('is held by the roles its sentence names, and by no other', () => {
    for (const role of ROLES) {
      const named = permission.who.includes(role) || forAnyone(permission.who);
      expect([role, may(permission, withRole(role, 'here'), here)]).toEqual([role, named]);
    }
  });

  it('is given by no role of another community', () => {
    for (const role of ROLES)
      expect([role, may(permission, withRole(role, 'elsewhere'), here)]).toEqual([role, forAnyone(permission.who)]);
  });

  it('is open to nobody in particular only where it says so, and to the house itself', () => {
    expect(may(permission, nobody, here)).toBe(permission.who.includes('anyone'));
    expect(may(permission, system('test'), here)).toBe(true);
  });
});
