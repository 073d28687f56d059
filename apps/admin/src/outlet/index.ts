export { PluginSlots } from './plugin-slots.tsx';
