import { useVirtualizer } from '@tanstack/react-virtual';
import type { RefObject } from 'react';

/** Rows of a long list of which only those that are seen are drawn: `height` of each in pixels, the head that stays on top as high as one of them. */
export const useVirtualRows = ({ count, height, scroller }: { count: number; height: number; scroller: RefObject<HTMLElement | null> }) =>
  useVirtualizer({ count, getScrollElement: () => scroller.current, estimateSize: () => height, overscan: 10, initialRect: { width: 1_000, height: 480 }, scrollPaddingStart: height });
