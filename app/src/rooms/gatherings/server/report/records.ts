import type { QuestionState } from '../../floor-words.ts';
import type { TextPlace } from '../../report-words.ts';
import type { GatheringKind } from '../../words.ts';

/** A text as it was written, with its language. */
export interface Written {
  readonly text: string;
  readonly locale: string;
}

/** Words of a speaker that they said yes to; `null` in their place: they wait for that yes. */
export type Approved = (Written & { readonly approvedAt: Date }) | null;

/** Somebody as the report names them: by name, as a member, as somebody who chose not to be named, or a former member. */
export type NamedAs = { readonly name: string } | { readonly unnamed: 'member' | 'former' | 'somebody' };

export interface SpeakerRecord {
  readonly id: string;
  readonly name: string;
  readonly organisation: string;
  readonly country: string | null;
  /** Absent: nothing was written. */
  readonly profile?: Approved;
  readonly case?: Approved;
}

export interface AnswerRecord {
  readonly by: string;
  readonly inWriting: boolean;
  /** Absent: answered aloud, and no words were kept. */
  readonly words?: Approved;
  readonly at: Date;
}

export interface QuestionRecord {
  readonly id: string;
  readonly number: number;
  readonly text: string;
  readonly locale: string;
  readonly by: NamedAs;
  readonly supports: number;
  readonly state: QuestionState;
  readonly answers: readonly AnswerRecord[];
  /** Who owes the answer, and by when if that was said. */
  readonly owed: { readonly by: string; readonly dueOn: string | null } | null;
  /** Why it was declined. */
  readonly declined: Written | null;
  /** A harmful line is folded: its text is not here. */
  readonly folded: boolean;
}

export interface ReflectionRecord extends Written {
  readonly by: NamedAs;
}

export interface ConclusionRecord extends Written {
  readonly number: number;
  /** How many of those who took part confirmed the wording that stands. */
  readonly confirmed: number;
  readonly amended: boolean;
  readonly at: Date;
}

export interface StepRecord extends Written {
  readonly id: string;
  readonly number: number;
  readonly by: NamedAs;
  readonly to: string | null;
  readonly dueOn: string | null;
  readonly state: string;
  /** What those it was given to said last. */
  readonly said: (Written & { readonly at: Date; readonly answer: string }) | null;
}

/** A number of people in public: null is hidden because so few stand behind it. */
export interface PeopleLine {
  readonly group: string;
  readonly count: number | null;
}

export interface PeopleRecord {
  /** Everyone who was there; null: too few to be shown, or nobody counted. */
  readonly total: number | null;
  readonly counted: boolean;
  /** By the kind of the organisation they belong to; `own` for those who came for themselves, `unknown` where nobody knows. */
  readonly kinds: readonly PeopleLine[];
  readonly countries: readonly PeopleLine[];
}

/** Everything a report is made of, as the other areas of the room keep it. */
export interface ReportRecords {
  readonly community: {
    readonly name: string;
    readonly slug: string;
    readonly locale: string;
    readonly timeZone: string;
  };
  readonly gathering: {
    readonly id: string;
    readonly number: number;
    readonly kind: GatheringKind;
    readonly theme: string;
    readonly about: string;
    readonly locale: string;
    readonly place: string;
    readonly link: string | null;
    readonly startsAt: Date;
    readonly endsAt: Date;
    readonly audience: 'public' | 'members';
  };
  readonly hosts: readonly { readonly name: string; readonly locale: string }[];
  readonly speakers: readonly SpeakerRecord[];
  readonly questions: readonly QuestionRecord[];
  readonly reflections: readonly ReflectionRecord[];
  readonly conclusions: readonly ConclusionRecord[];
  readonly steps: readonly StepRecord[];
  readonly people: PeopleRecord;
  readonly texts: ReadonlyMap<TextPlace, Written & { readonly writtenAt: Date }>;
  /** When it was made public; undefined while it is a draft. */
  readonly publishedAt: Date | undefined;
}
