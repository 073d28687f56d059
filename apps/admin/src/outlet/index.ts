export { withPluginPages } from './navigation.ts';
export { PluginSlots } from './plugin-slots.tsx';
