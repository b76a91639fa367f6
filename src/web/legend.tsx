/** What the marks mean, each shown as it is drawn. */
export function Legend() {
  return (
    <p class="legend">
      <span class="source">who speaks</span> <span class="cue">the word that tells it</span>{' '}
      <span class="content direct h1">“word for word”</span>{' '}
      <span class="content reported h1">reported speech</span>{' '}
      <span class="content held h1">said to think it</span>{' '}
      <span class="content reported h2">
        reported by one, <span class="content reported h1">said by another</span>
      </span>
    </p>
  );
}
