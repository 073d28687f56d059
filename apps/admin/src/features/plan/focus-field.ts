import { nameOfPlace, type Place } from './json/place.ts';

const elementOf = (place: Place): HTMLElement | null => {
  for (let length = place.length; length > 0; length -= 1) {
    const found = document.getElementById(`field-${nameOfPlace(place.slice(0, length))}`);
    if (found) return found;
  }
  return null;
};

/** How many times the page is given to draw the field before its nearest frame is taken. */
const tries = 20;

/** Goes to the field of a place, or to what is nearest around it, once the page has drawn it. */
export const focusField = (place: Place, left = tries): void => {
  requestAnimationFrame(() => {
    const exact = document.getElementById(`field-${nameOfPlace(place)}`);
    if (!exact && left > 0) return focusField(place, left - 1);
    const found = exact ?? elementOf(place);
    found?.scrollIntoView({ block: 'center' });
    found?.focus({ preventScroll: true });
  });
};
