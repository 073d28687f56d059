import { isObject, type Json } from './json/place.ts';
import { ChangedMeanwhile, useWords } from '../../shell/index.ts';
import { differingElements, differingSections } from './differences.ts';
import { nameOfElement, textOf } from './form/labels.ts';

type Parts = { yours: Json; theirs: Json | undefined; busy: boolean; onKeepYours: () => void; onKeepTheirs: () => void; onClose: () => void };

/** Somebody else has saved the draft meanwhile: where both differ, section by section, and which to keep. */
export const DraftConflict = ({ yours, theirs, ...parts }: Parts) => {
  const words = useWords();
  const told = (own: Json, other: Json) => {
    const differing = differingElements(own, other);
    if (differing.length > 0) return <ul>{differing.map((it) => <li key={JSON.stringify(it)}>{nameOfElement(words, it) || words.t('planEditor.anElement')}</li>)}</ul>;
    return Array.isArray(own) ? words.t('planEditor.elements', { count: own.length }) : isObject(own) ? textOf(words, own) || words.t('planEditor.changedHere') : words.t('planEditor.changedHere');
  };
  const differences = theirs === undefined ? [] : differingSections(yours, theirs).map((it) => ({ label: words.t(`planForm.section-${it.section.key}`), yours: told(it.yours, it.theirs), theirs: told(it.theirs, it.yours) }));
  return <ChangedMeanwhile opened={theirs !== undefined} differences={differences} {...parts} />;
};
