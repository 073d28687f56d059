import type { LocalText } from '@saubac/domain/values';
import { createWords } from '@saubac/i18n';

const words = { vi: createWords('vi'), en: createWords('en') };

/** The words of a workflow of the core: `name`, `state.<state>`, `move.<move>`, `refusal.<guard>`. */
export const caseWord = (workflow: string) => (key: string): LocalText => {
  const name = key === 'name' ? workflow : `${workflow}-${key.replace('.', '-')}`;
  return { vi: words.vi.named('caseWords', name), en: words.en.named('caseWords', name) };
};
