import type { Child } from 'hono/jsx';
import type { AssetName } from './assets.ts';

/** What a page says of itself, also to those who show a link to it. */
export interface Head {
  readonly title: string;
  readonly description: string;
  /** BCP 47 tag. */
  readonly language: string;
  /** The page's own full address, where it is known. */
  readonly address: string | undefined;
  /** From the page to where the styles and scripts are: `../` or nothing. */
  readonly root: string;
  readonly styles: readonly AssetName[];
  readonly scripts: readonly AssetName[];
  /** For a file, which no server sends with a policy. */
  readonly policy?: string;
}

/** A whole document. */
export function HtmlDocument({
  head,
  children,
}: {
  readonly head: Head;
  readonly children: Child;
}) {
  return (
    <html lang={head.language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        {head.policy !== undefined && (
          <meta http-equiv="Content-Security-Policy" content={head.policy} />
        )}
        <title>{head.title}</title>
        <meta name="description" content={head.description} />
        <meta property="og:type" content="article" />
        <meta property="og:site_name" content={siteName} />
        <meta property="og:title" content={head.title} />
        <meta property="og:description" content={head.description} />
        {head.address !== undefined && <meta property="og:url" content={head.address} />}
        {head.address !== undefined && <link rel="canonical" href={head.address} />}
        <meta name="twitter:card" content="summary" />
        <link rel="icon" href="data:," />
        {head.styles.map((name) => (
          <link rel="stylesheet" href={`${head.root}${name}`} />
        ))}
        {head.scripts.map((name) => (
          <script src={`${head.root}${name}`} defer />
        ))}
      </head>
      <body>{children}</body>
    </html>
  );
}

export const siteName = 'On the Record';
