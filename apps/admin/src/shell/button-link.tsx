import { Button, type ButtonProps } from '@mantine/core';
import { createLink, type LinkComponent } from '@tanstack/react-router';
import type { AnchorHTMLAttributes } from 'react';

type Parts = ButtonProps & Omit<AnchorHTMLAttributes<HTMLAnchorElement>, keyof ButtonProps>;

const Anchor = (parts: Parts) => <Button component="a" {...parts} />;

const Linked = createLink(Anchor);

/** A link to another page that looks like what it is: something to do. */
export const ButtonLink: LinkComponent<typeof Anchor> = (parts) => <Linked {...parts} />;
