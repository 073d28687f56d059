import { Button } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import type { IsoDate } from '@saubac/domain/values';
import { DayField } from '@saubac/ui/dates';
import { type KeyboardEvent, type PointerEvent, useEffect, useRef, useState } from 'react';
import { useWords } from '../../shell/index.ts';
import type { UnitDay } from './queries.ts';
import { dayAt, dayByKey, daysBetween, nextChange, placeOf, timeMarks, timeRange, yearsOf } from './time-marks.ts';
import styles from './time-slider.module.css';

type Parts = { days: readonly UnitDay[]; on: IsoDate; today: IsoDate; onDay: (on: IsoDate) => void };

// Whoever drags or holds a key down asks for the day at which he stops.
const restMs = 150;

const percent = (at: number): string => `${at * 100}%`;

/** The day of the tree: typed, or moved along a line on which the days of change are marked. */
export const TimeSlider = ({ days, on, today, onDay }: Parts) => {
  const words = useWords();
  const [shown, setShown] = useState(on);
  const track = useRef<HTMLDivElement>(null);
  useEffect(() => setShown(on), [on]);
  const rest = useDebouncedCallback(onDay, restMs);
  const go = (day: IsoDate | undefined): void => {
    if (day === undefined) return;
    setShown(day);
    rest(day);
  };
  const range = timeRange(days, today, on);
  const marks = timeMarks(days, range);
  const onKeyDown = (event: KeyboardEvent): void => {
    const day = dayByKey(event.key, event.shiftKey, shown, range);
    if (day === undefined) return;
    event.preventDefault();
    go(day);
  };
  const follow = (event: PointerEvent): void => {
    const box = track.current?.getBoundingClientRect();
    if (box && event.buttons > 0) go(dayAt(marks, range, (event.clientX - box.left) / box.width));
  };
  const before = nextChange(days, shown, -1);
  const after = nextChange(days, shown, 1);
  const here = days.find((it) => it.on === shown);
  return (
    <div className={styles['time']}>
      <div className={styles['day']}>
        <DayField label={words.t('unitTree.on')} value={shown} onChange={go} />
        <Button variant="default" disabled={shown === today} onClick={() => go(today)}>
          {words.t('unitTree.today')}
        </Button>
      </div>
      <div className={styles['line']}>
        <div
          ref={track} className={styles['track']}
          onPointerDown={(event) => {
            event.currentTarget.setPointerCapture(event.pointerId);
            follow(event);
          }}
          onPointerMove={follow}
        >
          <div className={styles['passed']} style={{ width: percent(placeOf(range, shown)) }} />
          {marks.map((it) => (
            <span key={it.on} className={styles['mark']} data-large={it.large || undefined} style={{ left: percent(it.at) }} title={words.date(it.on)} />
          ))}
          <span className={styles['now']} style={{ left: percent(placeOf(range, today)) }} title={words.t('unitTree.today')} />
          <div
            className={styles['thumb']} role="slider" tabIndex={0} aria-label={words.t('unitTree.slider')} aria-valuemin={0} aria-valuemax={daysBetween(range.first, range.last)}
            aria-valuenow={daysBetween(range.first, shown)} aria-valuetext={words.date(shown)} aria-describedby="time-keys" style={{ left: percent(placeOf(range, shown)) }} onKeyDown={onKeyDown}
          />
        </div>
        <div className={styles['years']} aria-hidden="true">
          {yearsOf(range).map(({ year, at }) => (
            <span key={year} style={{ left: percent(at) }}>
              {year}
            </span>
          ))}
        </div>
        <p id="time-keys" className={styles['keys']}>{words.t('unitTree.sliderKeys')}</p>
      </div>
      <div className={styles['steps']}>
        <Button variant="default" disabled={before === undefined} onClick={() => go(before)}>
          {words.t('unitTree.changeBefore')}
        </Button>
        <Button variant="default" disabled={after === undefined} onClick={() => go(after)}>
          {words.t('unitTree.changeAfter')}
        </Button>
        <p role="status" className={styles['told']}>
          {here ? words.t('unitTree.dayDid', { day: here.on, began: here.began, ended: here.ended, changed: here.changed }) : words.t('unitTree.dayDidNothing', { day: shown })}
        </p>
      </div>
    </div>
  );
};
