import { plainCharter } from '#rooms/communities/index.ts';
import {
  askRecall,
  editCommunity,
  enterHelpLine,
  invitePerson,
  joinCommunity,
  proposeRole,
} from '#rooms/communities/server/index.ts';
import type { Examples } from './test-example.ts';
import { ORGANISATION_FORM } from './test-people.ts';
import { ORGANISATION, SLUG, type Town } from './test-town.ts';

const slug = SLUG;
export const COMMUNITY_FORM = {
  kind: 'village',
  name: 'Lipovac',
  englishName: '',
  locale: 'sr-Cyrl',
  place: 'Lipovac',
  country: 'RS',
  timeZone: 'Europe/Belgrade',
  latitude: '',
  longitude: '',
  joining: 'open',
};
const RULES = { answersForData: 'Mira', law: 'ZZPL' };

const requestId = async (town: Town): Promise<string> => {
  await town.as('mira', editCommunity, { slug, ...COMMUNITY_FORM, joining: 'approval' });
  await town.as('newcomer', joinCommunity, { slug, belonging: 'lives-here', oldEnough: 'yes' });
  const { id } = await town.db.selectFrom('communities.joinRequest').select('id').executeTakeFirstOrThrow();
  return id;
};

const changeId = async (town: Town): Promise<string> => {
  const { id } = await town.db
    .selectFrom('communities.roleChange')
    .select('id')
    .where('closedAt', 'is', null)
    .executeTakeFirstOrThrow();
  return id;
};

const proposed = async (town: Town): Promise<string> => {
  await town.as('mira', proposeRole, { slug, personId: town.people.luka, role: 'teller', change: 'grant' });
  return changeId(town);
};

const token = async (town: Town): Promise<string> => {
  const { path } = await town.as<{ path: string }>('mira', invitePerson, { slug, name: 'Vera' });
  return path.split('/').at(-1) ?? '';
};

const recall = (town: Town) => ({ slug, personId: town.people.petar, why: 'He never answers the door' });

/** How to ask for each action of communities. */
export const communitiesExamples: Examples = {
  'communities.begin-house': () => ({
    input: { slug: 'novo', ...COMMUNITY_FORM, ...RULES, yourName: 'Vera', keptMonths: 60, ageToJoin: 15 },
  }),
  'communities.found-community': () => ({ input: { slug: 'novo', ...COMMUNITY_FORM, ...RULES } }),
  'communities.edit-community': () => ({ input: { slug, ...COMMUNITY_FORM, name: 'Lipovac na reci' } }),
  'communities.write-charter': () => ({
    input: { slug, rules: plainCharter({ country: 'RS', locale: 'sr-Cyrl', ...RULES }), why: 'Clearer' },
  }),
  'communities.set-benchmark': () => ({
    input: { slug, lines: [{ attribute: 'gender', group: 'woman', percent: '51' }], source: 'Census', year: 2022 },
  }),
  'communities.enter-help-line': () => ({ input: { slug, name: 'Sigurna kuća', contact: '0800 222 003' } }),
  'communities.end-help-line': async (town) => {
    await town.as('mira', enterHelpLine, { slug, name: 'Sigurna kuća', contact: '0800 222 003' });
    const { id } = await town.db.selectFrom('communities.helpLine').select('id').executeTakeFirstOrThrow();
    return { input: { slug, helpLineId: id } };
  },
  'communities.join-community': () => ({ input: { slug, belonging: 'lives-here', oldEnough: 'yes' } }),
  'communities.withdraw-request': () => ({ input: { slug } }),
  'communities.admit-request': async (town) => ({ input: { slug, requestId: await requestId(town) } }),
  'communities.decline-request': async (town) => ({ input: { slug, requestId: await requestId(town) } }),
  'communities.leave-community': () => ({ input: { slug } }),
  'communities.change-belonging': () => ({ input: { slug, belonging: 'from-here' } }),
  'communities.give-card': (town) => ({ input: { slug, personId: town.people.luka } }),
  'communities.seat-people': () => ({ input: { slug, names: 'Rada\nStojan', belonging: 'lives-here' } }),
  'communities.reprint-card': (town) => ({ input: { slug, personId: town.people.luka } }),
  'communities.vouch-for': (town) => ({ input: { slug, personId: town.people.luka } }),
  'communities.unvouch-for': (town) => ({ input: { slug, personId: town.people.luka } }),
  'communities.propose-role': (town) => ({
    input: { slug, personId: town.people.luka, role: 'teller', change: 'grant' },
  }),
  'communities.second-role': async (town) => ({ input: { slug, changeId: await proposed(town) } }),
  'communities.decline-role': async (town) => ({ input: { slug, changeId: await proposed(town) } }),
  'communities.step-down': () => ({
    input: async (actor) => ({
      slug,
      role:
        ['steward', 'teller', 'official', 'observer', 'keeper'].find((role) => actor.startsWith(role)) ?? 'facilitator',
    }),
  }),
  'communities.ask-recall': (town) => ({ input: recall(town) }),
  'communities.support-recall': async (town) => {
    await town.as('luka', askRecall, recall(town));
    return { input: { slug, changeId: await changeId(town) } };
  },
  'communities.say-attribute': () => ({ input: { slug, attribute: 'gender', group: 'woman' } }),
  'communities.withdraw-attribute': () => ({ input: { slug, attribute: 'gender' } }),
  'communities.register-organisation': () => ({ input: { ...ORGANISATION_FORM, slug: 'nova-zora' } }),
  'communities.edit-organisation': () => ({ input: { ...ORGANISATION_FORM, name: 'Nova zora' } }),
  'communities.add-to-organisation': (town) => ({
    input: { organisation: ORGANISATION, personId: town.people.luka, role: 'member' },
  }),
  'communities.end-in-organisation': (town) => ({
    input: { organisation: ORGANISATION, personId: town.people.staff },
  }),
  'communities.bring-organisation': () => ({ input: { slug, organisation: ORGANISATION } }),
  'communities.part-organisation': () => ({ input: { slug, organisation: ORGANISATION } }),
  'communities.hold-invitations': () => ({
    input: {
      slug,
      source: 'Spisak',
      fileName: 'a.csv',
      bytes: new TextEncoder().encode('name,email\nVera,v@example.org\n'),
    },
  }),
  'communities.invite-person': () => ({ input: { slug, name: 'Vera' } }),
  'communities.accept-invitation': async (town) => ({
    input: { slug, token: await token(town), belonging: 'lives-here', oldEnough: 'yes' },
  }),
  'communities.decline-invitation': async (town) => ({ input: { slug, token: await token(town) } }),
  'communities.undo-list': async (town) => {
    await token(town);
    const { id } = await town.db.selectFrom('communities.invitationList').select('id').executeTakeFirstOrThrow();
    return { input: { slug, listId: id } };
  },
};
