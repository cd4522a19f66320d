/** One asking of the pulse: how it stood, or that nobody answered. */
export interface Asking {
  readonly label: string;
  /** What was answered, in words. */
  readonly answer: string;
  readonly state: 'alive' | 'ailing' | 'gone' | 'silent';
}
