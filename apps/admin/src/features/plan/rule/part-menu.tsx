import { Button, Menu } from '@mantine/core';
import { isNot, type Rule } from '@saubac/domain/rules';
import { useWords } from '../../../shell/index.ts';
import { canUnwrap, formOf, moved, partAt, type PartPath, removed, unwrapped, wrapped } from './rule-tree.ts';

type Parts = { rule: Rule; path: PartPath; onChange: (rule: Rule) => void };

/** What can be done with one part of a rule. */
export const PartMenu = ({ rule, path, onChange }: Parts) => {
  const words = useWords();
  const part = partAt(rule, path);
  if (!part) return null;
  const up = moved(rule, path, -1);
  const down = moved(rule, path, 1);
  const above = path.length > 0 ? partAt(rule, path.slice(0, -1)) : undefined;
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button size="compact-sm" variant="subtle">
          {words.t(formOf(part) === 'condition' ? 'planEditor.conditionMenu' : 'planEditor.groupMenu')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        {up !== rule && <Menu.Item onClick={() => onChange(up)}>{words.t('planEditor.moveUp')}</Menu.Item>}
        {down !== rule && <Menu.Item onClick={() => onChange(down)}>{words.t('planEditor.moveDown')}</Menu.Item>}
        <Menu.Item onClick={() => onChange(wrapped(rule, path, 'any'))}>{words.t('planEditor.wrapAny')}</Menu.Item>
        <Menu.Item onClick={() => onChange(wrapped(rule, path, 'all'))}>{words.t('planEditor.wrapAll')}</Menu.Item>
        {!isNot(part) && !(above && isNot(above)) && <Menu.Item onClick={() => onChange(wrapped(rule, path, 'not'))}>{words.t('planEditor.turnRound')}</Menu.Item>}
        {canUnwrap(rule, path) && <Menu.Item onClick={() => onChange(unwrapped(rule, path))}>{words.t(isNot(part) ? 'planEditor.turnBack' : 'planEditor.unwrap')}</Menu.Item>}
        {path.length > 0 && <Menu.Item onClick={() => onChange(removed(rule, path))}>{words.t('planEditor.remove')}</Menu.Item>}
      </Menu.Dropdown>
    </Menu>
  );
};
