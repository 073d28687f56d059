import { useId } from 'react';
import { useWords } from '../shell/index.ts';
import styles from './cases.module.css';
import { type Box, type Drawn, layOut, type Layout, type Line, type Step } from './diagram-layout.ts';

const width = 148;
const height = 40;
const across = 176;
const down = 76;
const gutter = 16;

type Place = { x: number; y: number };

const placeOf = ({ row, column }: Box, { lanes }: Layout): Place => ({ x: (lanes.back + 1) * gutter + column * across, y: 8 + row * down });

const courseOf = (line: Line, from: Place, to: Place, right: number): string => {
  // To another column: out at the side and down, clear of the words of the line that goes straight.
  if (line.course === 'down') return from.x < to.x ? `M${from.x + width},${from.y + height / 2} L${to.x + width / 2},${from.y + height / 2} L${to.x + width / 2},${to.y}` : `M${from.x + width / 2},${from.y + height} L${to.x + width / 2},${to.y}`;
  if (line.course === 'side') return from.x < to.x ? `M${from.x + width},${from.y + height / 2} L${to.x},${to.y + height / 2}` : `M${from.x},${from.y + height / 2} L${to.x + width},${to.y + height / 2}`;
  // Past other rows, in a lane beside all boxes; lanes enter at heights of their own, so that lines do not lie on each other.
  if (line.course === 'back' && to.x > from.x) return `M${from.x + width},${from.y + height / 2} L${to.x + width / 2},${from.y + height / 2} L${to.x + width / 2},${to.y + height}`;
  const shift = (line.lane + 1) * 6;
  const lane = line.course === 'back' ? gutter * (line.lane + 0.5) : right + gutter * (line.lane + 0.5);
  const [start, end] = line.course === 'back' ? [from.x, to.x] : [from.x + width, to.x + width];
  return `M${start},${from.y + height / 2 - shift + 6} L${lane},${from.y + height / 2 - shift + 6} L${lane},${to.y + height / 2 + shift - 6} L${end},${to.y + height / 2 + shift - 6}`;
};

// A label of two lines where one would leave the box.
const linesOf = (label: string): string[] => {
  if (label.length <= 20) return [label];
  const words = label.split(' ');
  const first: string[] = [];
  while (words.length > 0 && [...first, words[0]].join(' ').length <= Math.ceil(label.length / 2) + 2) first.push(words.shift() ?? '');
  return [first.join(' '), words.join(' ')].filter((it) => it !== '');
};

/** The procedure of a case as a drawing, with the way it took; the same as a list for who does not see it. */
export const CaseDiagram = ({ drawn, state, way, title }: { drawn: Drawn; state: string; way: readonly Step[]; title: string }) => {
  const words = useWords();
  const id = useId();
  const layout = layOut(drawn, way);
  const place = new Map(layout.boxes.map((it) => [it.name, placeOf(it, layout)]));
  const right = (layout.lanes.back + 1) * gutter + (layout.columns - 1) * across + width;
  const size = { width: right + (layout.lanes.ahead + 1) * gutter, height: 16 + (layout.rows - 1) * down + height };
  const drawnLines = layout.lines.toSorted((a, b) => Number(a.taken) - Number(b.taken));
  const labelOf = (name: string) => drawn.states.find((it) => it.name === name)?.label ?? name;
  return (
    <div className={styles['drawing']}>
      <svg viewBox={`0 0 ${size.width} ${size.height}`} width={size.width} role="img" aria-labelledby={`${id}-title`} aria-describedby={`${id}-steps`}>
        <title id={`${id}-title`}>{title}</title>
        <defs>
          {(['taken', 'open'] as const).map((it) => (
            <marker key={it} id={`${id}-${it}`} viewBox="0 0 8 8" refX="7" refY="4" markerWidth="8" markerHeight="8" markerUnits="userSpaceOnUse" orient="auto">
              <path d="M0,0 L8,4 L0,8 z" className={styles['tip']} data-taken={it === 'taken' || undefined} />
            </marker>
          ))}
        </defs>
        {drawnLines.map((line) => {
          const [from, to] = [place.get(line.from), place.get(line.to)];
          if (!from || !to) return null;
          return (
            <g key={`${line.from} ${line.to}`}>
              <path className={styles['line']} d={courseOf(line, from, to, right)} data-taken={line.taken || undefined} markerEnd={`url(#${id}-${line.taken ? 'taken' : 'open'})`} />
              {line.course === 'down' && from.x === to.x && (
                <text className={styles['lineLabel']} x={from.x + width / 2 + 8} y={(from.y + height + to.y) / 2 + 4}>
                  {line.labels.join(', ')}
                </text>
              )}
            </g>
          );
        })}
        {layout.boxes.map((box) => {
          const at = place.get(box.name) ?? { x: 0, y: 0 };
          const told = linesOf(box.label);
          return (
            <g key={box.name} className={styles['box']} data-now={box.name === state || undefined} data-visited={box.visited || undefined}>
              <rect x={at.x} y={at.y} width={width} height={height} rx={box.final ? height / 2 : 4} />
              {told.map((text, row) => (
                <text key={text} x={at.x + width / 2} y={at.y + height / 2 + 4 + (row - (told.length - 1) / 2) * 14}>
                  {text}
                </text>
              ))}
            </g>
          );
        })}
      </svg>
      <details className={styles['steps']}>
        <summary>{words.t('cases.stepsInWords')}</summary>
        <ul id={`${id}-steps`}>
          {layout.lines.map((line) => (
            <li key={`${line.from} ${line.to}`}>
              {words.t(line.taken ? 'cases.stepTaken' : 'cases.step', { from: labelOf(line.from), to: labelOf(line.to), moves: line.labels.join(', ') })}
            </li>
          ))}
        </ul>
      </details>
    </div>
  );
};
