export { PageFrame, type NavEntry } from './page-frame.tsx';
export { PageHeading } from './page-heading.tsx';
export { NarrowPage } from './narrow-page.tsx';
export { Section } from './section.tsx';
