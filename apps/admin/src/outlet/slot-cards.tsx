import type { SlotPlace, SlotProps } from '@saubac/plugin-api/admin';
import { Section } from '@saubac/ui/frame';
import { useWords } from '../shell/index.ts';
import { PluginBoundary } from './boundary.tsx';
import { loadPlugin } from './found-plugins.ts';
import { PluginHostRoot, type SearchPart } from './host.tsx';
import { Part } from './part.tsx';
import type { Caller } from './open-plugins.ts';
import { cardsAt } from './cards-at.ts';
import styles from './outlet.module.css';

// A card stands on a page of the core, whose address is not its own.
const noSearch: SearchPart = { search: {}, setSearch: () => undefined };

const loadCard = async (plugin: string, slot: string) => {
  const load = (await loadPlugin(plugin))?.slots[slot]?.load;
  if (!load) throw new Error(`The build has no card ${slot} of the plugin ${plugin}.`);
  return load();
};

/** The cards of plugins at a place, each in a boundary with its plugin's name. */
export const SlotCards = <At extends SlotPlace>({ me, at, given }: { me: Caller; at: At; given: SlotProps[At] }) => {
  const words = useWords();
  return (
    <div className={styles['cards']}>
      {cardsAt(me.plugins, at).map(({ plugin, slot }) => (
        <Section key={`${plugin.id} ${slot.name}`} title={words.text(slot.title)} tools={words.text(slot.title) !== words.text(plugin.title) && <span className={styles['whose']}>{words.text(plugin.title)}</span>}>
          <PluginBoundary key={JSON.stringify(given)} plugin={words.text(plugin.title)}>
            {(attempt) => (
              <PluginHostRoot me={me} plugin={plugin} search={noSearch}>
                <Part key={attempt} load={() => loadCard(plugin.id, slot.name)} props={given as never} rows={2} />
              </PluginHostRoot>
            )}
          </PluginBoundary>
        </Section>
      ))}
    </div>
  );
};
