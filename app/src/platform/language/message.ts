import { MessageFormat, type Model, parseMessage } from 'messageformat';
import { makeKept } from '../kept.ts';
import type { Facts } from '../refusal.ts';
import { toLatin } from './latin.ts';

/** A message ready to be said: facts in, sentence out. */
export type Saying = (facts?: Facts) => string;

/** `Hello {$name}`: placeholders and text only, which is nearly every message; the library is 50 times slower. */
const SIMPLE = /^(?!\s*\.)(?:[^{}\\]|\{\$[a-zA-Z][\w-]*\})*$/;

/** A fact may end a sentence by itself (`2026.`, `who?`): the full stop after it would be one too many. */
const STOPPED_TWICE = /(?<!\.)([.?!…])([“”"»)]?)\.(?=\s|$)/g;
const stopOnce = (said: string): string => said.replace(STOPPED_TWICE, '$1$2');

/** What each plural keeps of what it has said: a list says "3 posts" fifty times on every view. */
const MOST_LETTERS = 20_000;

/**
 * Compiles one MessageFormat 2 message for a locale. With `latin`, the literal parts (never names, keys or facts)
 * are turned from Cyrillic to Latin. Throws a SyntaxError when the message is not MessageFormat 2.
 */
export function compileMessage(source: string, locale: string, latin = false): Saying {
  if (SIMPLE.test(source)) return compileSimple(source, latin);
  const model = parseMessage(source);
  const formatter = new MessageFormat(locale, latin ? latinModel(model) : model, { bidiIsolation: 'none' });
  const said = makeKept(MOST_LETTERS);
  return (facts) => said(JSON.stringify(facts ?? {}), () => stopOnce(formatter.format({ ...facts })));
}

function compileSimple(source: string, latin: boolean): Saying {
  const parts = source.split(/\{\$([\w-]+)\}/);
  if (latin) for (let at = 0; at < parts.length; at += 2) parts[at] = toLatin(parts[at]);
  if (parts.length === 1) return () => parts[0];
  return (facts) => {
    let said = parts[0];
    for (let at = 1; at < parts.length; at += 2) said += String(facts?.[parts[at]] ?? '') + parts[at + 1];
    return stopOnce(said);
  };
}

function latinModel(model: Model.Message): Model.Message {
  const pattern = (parts: Model.Pattern): Model.Pattern =>
    parts.map((part) => (typeof part === 'string' ? toLatin(part) : part));
  if (model.type === 'message') return { ...model, pattern: pattern(model.pattern) };
  return { ...model, variants: model.variants.map((variant) => ({ ...variant, value: pattern(variant.value) })) };
}
