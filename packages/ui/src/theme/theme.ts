import { createTheme, type MantineColorsTuple } from '@mantine/core';

/** The one accent: a quiet blue green. White on shade 7 and shade 7 on white have a contrast of more than 7. */
const accent: MantineColorsTuple = ['#eef6f8', '#dcebef', '#b9d6de', '#92bfcc', '#6aa6b8', '#458da2', '#27748b', '#155a70', '#104859', '#0b3643'];

/** Colours, type scale and corners of the product. Sizes are rem, so that they follow the reader's own size. */
export const theme = createTheme({
  primaryColor: 'accent',
  primaryShade: 7,
  colors: { accent },
  fontFamily: "'Inter Variable', 'Inter fallback', system-ui, sans-serif",
  headings: { fontFamily: "'Inter Variable', 'Inter fallback', system-ui, sans-serif", fontWeight: '650' },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.25rem' },
  defaultRadius: 'sm',
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
});
