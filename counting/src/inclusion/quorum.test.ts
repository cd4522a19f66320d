import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { inclusionChecks, PLAIN_RULES } from './checks.ts';
import { inclusionState, rulesInForce } from './state.ts';

const stories = JSON.parse(readFileSync(new URL('../../vectors/inclusion/quorum.json', import.meta.url), 'utf8'));

describe('inclusive decision (I8)', () => {
  for (const story of stories) {
    it(story.story, () => {
      const checks = inclusionChecks(story.facts, { ...PLAIN_RULES, ...story.rules });
      expect(checks.map((check) => [check.rule, check.group ?? null, check.result])).toEqual(story.expect.checks);
      const record = { opened: true, closed: true, checks };
      expect(inclusionState({ ...record, extended: false })).toBe(story.expect.first);
      expect(inclusionState({ ...record, extended: true })).toBe(story.expect.afterExtension);
    });
  }

  it('never shows a share of a secret decision, only passed or not', () => {
    const facts = {
      entitled: 50,
      voted: 40,
      groups: [{ group: 'women', entitled: 25, voted: 20, ballots: 20, approving: 9 }],
    };
    const secret = inclusionChecks(facts, { ...PLAIN_RULES, touched: ['women'], secret: true });
    expect(secret.at(-1)).toEqual({ rule: 'approval', group: 'women', needed: '0.4', result: 'met' });
    expect(inclusionChecks(facts, { ...PLAIN_RULES, touched: ['women'] }).at(-1)?.reached).toBe(0.45);
  });

  it('is a draft, then open, then closed, before anything is counted', () => {
    expect(inclusionState({ opened: false, closed: false, extended: false })).toBe('draft');
    expect(inclusionState({ opened: true, closed: false, extended: false })).toBe('open');
    expect(inclusionState({ opened: true, closed: true, extended: false })).toBe('closed');
  });

  it('lowers the bar only after a documented invitation and the one extension', () => {
    const lower = (invitationDocumented: boolean, extended: boolean) =>
      rulesInForce({ ...PLAIN_RULES, headcount: 30 }, { turnout: '0.3' }, { invitationDocumented, extended });
    expect(lower(true, false).turnout).toBe('0.6');
    expect(lower(false, true).turnout).toBe('0.6');
    expect(lower(true, true)).toEqual({ turnout: '0.3', approval: '0.4', headcount: 30 });
  });
});
