import { For } from 'solid-js';
import type { Comparison } from '../../../model/comparison';
import type { PairVerdict } from '../../../model/judgement';
import type { MachineLink } from '../calls';
import './machine-graph.css';

const WIDTH = 480;
const HEIGHT = 260;
const LABEL_LETTERS = 18;

const LEGEND: readonly (readonly [PairVerdict, string])[] = [
  ['strong', 'strong'],
  ['likely', 'likely'],
  ['weak', 'weak'],
  ['conflict', 'conflict'],
];

/** What ties the records of a machine: each a point on an ellipse, a line for each pair that has something in common. */
export function MachineGraph(props: { comparison: Comparison; links: readonly MachineLink[] }) {
  const count = () => Math.max(0, ...props.links.flatMap(({ between }) => between)) + 1;
  const place = (index: number) => {
    const angle = (2 * Math.PI * index) / count() - Math.PI / 2;
    return {
      x: WIDTH / 2 + Math.cos(angle) * (WIDTH / 2 - 90),
      y: HEIGHT / 2 + Math.sin(angle) * (HEIGHT / 2 - 34),
    };
  };
  const idOf = (index: number) => props.comparison.assets[index]?.assetId ?? '';
  const nodes = () => Array.from({ length: count() }, (_, index) => index);
  const shown = () => LEGEND.filter(([verdict]) => props.links.some((link) => link.verdict === verdict));
  return (
    <figure class="machine-graph">
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label="What ties the records">
        <For each={props.links}>
          {(link) => {
            const from = () => place(link.between[0]);
            const to = () => place(link.between[1]);
            return (
              <line class={`link-${link.verdict}`} x1={from().x} y1={from().y} x2={to().x} y2={to().y}>
                <title>
                  {idOf(link.between[0])} and {idOf(link.between[1])}: {link.verdict}. {link.says}
                </title>
              </line>
            );
          }}
        </For>
        <For each={nodes()}>
          {(index) => (
            <g>
              <circle cx={place(index).x} cy={place(index).y} r="6" />
              <text
                x={place(index).x}
                y={place(index).y + (place(index).y < HEIGHT / 2 ? -12 : 22)}
                text-anchor="middle"
              >
                {idOf(index).slice(0, LABEL_LETTERS)}
              </text>
            </g>
          )}
        </For>
      </svg>
      <figcaption>
        <For each={shown()}>
          {([verdict, word]) => (
            <span class="legend">
              <svg viewBox="0 0 28 8" aria-hidden="true">
                <line class={`link-${verdict}`} x1="0" y1="4" x2="28" y2="4" />
              </svg>
              {word}
            </span>
          )}
        </For>
      </figcaption>
    </figure>
  );
}
