import { describe, expect, it } from 'vitest';
import { fundingConcentration } from './concentration.ts';
import { visibility } from './visibility.ts';
import { voiceRatio } from './voice-ratio.ts';

describe('fundingConcentration', () => {
  it('sees 1.9 effective partners of 4 when one receives 70 percent, and signals it', () => {
    const measure = fundingConcentration([70, 15, 10, 5]);
    expect(measure.hhi).toBeCloseTo(0.525, 12);
    expect(measure.effectivePartners).toBeCloseTo(1.9, 1);
    expect(measure.signal).toBe(true);
    expect(fundingConcentration([30, 25, 25, 20]).signal).toBe(false);
  });
});

describe('voiceRatio', () => {
  const lead = { id: 'lead', side: 'lead', members: 2, seconds: 600, words: 3000 } as const;
  const local = { id: 'village', side: 'local', members: 6, seconds: 200, words: 1000 } as const;

  it('signals a lead that speaks three times its share and local partners who speak a third of theirs', () => {
    const measure = voiceRatio([lead, local]);
    expect(measure.lead).toBeCloseTo(3, 12);
    expect(measure.local).toBeCloseTo(1 / 3, 12);
    expect(measure.signals).toEqual(['lead-above', 'local-below']);
  });

  it('weighs time and words alike, whatever their units', () => {
    const measure = voiceRatio([
      { ...lead, words: 0 },
      { ...local, words: 8 },
    ]);
    expect(measure.partners[0].share).toBeCloseTo((0.75 + 0) / 2, 12);
  });

  it('uses what was recorded, and measures nothing when nothing was', () => {
    const spoken = { words: 0 };
    expect(
      voiceRatio([
        { ...lead, ...spoken },
        { ...local, ...spoken },
      ]).lead,
    ).toBeCloseTo(3, 12);
    const silent = { words: 0, seconds: 0 };
    const measure = voiceRatio([
      { ...lead, ...silent },
      { ...local, ...silent },
    ]);
    expect(measure).toMatchObject({ lead: null, local: null, signals: [] });
  });
});

describe('visibility', () => {
  const contributors = [
    { id: 'agency', side: 'lead', given: 1000, hours: 0, wantsCredit: true },
    { id: 'school', side: 'local', given: 0, hours: 100, wantsCredit: true },
    { id: 'club', side: 'local', given: 0, hours: 100, wantsCredit: true },
    { id: 'neighbour', side: 'local', given: 0, hours: 100, wantsCredit: false },
  ] as const;

  it('splits the credit of an output among those it names and lists who was left out', () => {
    const measure = visibility({ contributors, outputs: [['agency'], ['agency', 'school']], hourRate: 10 });
    expect(measure.partners.map((partner) => partner.share)).toEqual([0.75, 0.25, 0, 0]);
    expect(measure.partners.map((partner) => partner.ratio)).toEqual([3, 1, 0, 0]);
    expect(measure.uncredited).toEqual(['club']);
    expect(measure.local).toBeCloseTo(1 / 3, 12);
    expect(measure.signals).toEqual(['lead-above', 'local-below']);
  });

  it('counts a name once even when an output repeats it', () => {
    const measure = visibility({ contributors, outputs: [['agency', 'agency', 'school']], hourRate: 10 });
    expect(measure.partners.map((partner) => partner.share)).toEqual([0.5, 0.5, 0, 0]);
  });

  it('measures nothing while there are no public outputs', () => {
    expect(visibility({ contributors, outputs: [], hourRate: 10 })).toMatchObject({ lead: null, signals: [] });
  });
});
