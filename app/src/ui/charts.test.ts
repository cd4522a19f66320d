import { render } from 'svelte/server';
import { expect, test } from 'vitest';
import BarChart from './BarChart.svelte';
import LineChart from './LineChart.svelte';
import StackedBar from './StackedBar.svelte';
import TableRound from './TableRound.svelte';

const bars = [61, 43, 12].map((value) => ({ label: `option ${value}`, value, shown: `${value} ballots` }));

test('a bar is as long as its number, and the number stands beside it', () => {
  const html = render(BarChart, { props: { caption: '…', bars, most: 100 } }).body;
  expect([...html.matchAll(/class="bar[^>]*width="([\d.]+)"/g)].map((match) => Number(match[1]))).toEqual([61, 43, 12]);
  for (const { label, shown } of bars) expect(html).toMatch(new RegExp(`${label}</th>[\\s\\S]*${shown}</td>`));
});

test('a chart of nothing draws nothing and does not divide by it', () => {
  const none = bars.map((bar) => ({ ...bar, value: 0 }));
  for (const html of [
    render(BarChart, { props: { caption: '…', bars: none } }).body,
    render(StackedBar, { props: { caption: '…', parts: none } }).body,
    render(StackedBar, { props: { caption: '…', parts: [] } }).body,
  ])
    expect(html).not.toMatch(/NaN|Infinity|undefined/);
});

test('the parts of a whole fill it exactly', () => {
  const html = render(StackedBar, { props: { caption: '…', parts: bars } }).body;
  const widths = [...html.matchAll(/x="[\d.]+" y="0" width="([\d.]+)"/g)].map((match) => Number(match[1]));
  expect(widths.reduce((sum, width) => sum + width, 0)).toBeCloseTo(100, 1);
});

test('a month nobody knows breaks the line and is a dash in the numbers', () => {
  const props = {
    caption: '…',
    marks: ['1', '2', '3', '4'],
    series: [{ label: 'came', values: [1, 2, undefined, 4] }],
    show: String,
    numbersLabel: '…',
    marksLabel: '…',
  };
  const html = render(LineChart, { props }).body;
  expect(/ d="([^"]*)"/.exec(html)?.[1]?.match(/M/g)).toHaveLength(2);
  expect(html).toContain('>–</td>');
});

test('who is at the table can be heard, and read in numbers', () => {
  const props = {
    label: 'Who is at the table',
    groups: [
      { label: 'women', seats: 6, filled: 4 },
      { label: 'men', seats: 5, filled: 5 },
    ],
    sentence: 'Two chairs are empty.',
    heads: ['group', 'chairs', 'taken'] as [string, string, string],
  };
  const html = render(TableRound, { props }).body;
  expect(html).toContain('aria-label="Who is at the table. Two chairs are empty."');
  expect(html).toMatch(/1 · women<\/th>[\s\S]*>6<\/td>[\s\S]*>4<\/td>/);
});

test('a table nobody has sat down at yet can be drawn', () => {
  const props = { label: '…', groups: [], sentence: '…', heads: ['', '', ''] as [string, string, string] };
  expect(render(TableRound, { props }).body).not.toMatch(/NaN|Infinity/);
});
