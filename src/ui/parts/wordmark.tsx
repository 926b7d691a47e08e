/** The name and its sign: two records of one machine, overlapping. */
export function Wordmark() {
  return (
    <span class="wordmark">
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true">
        <rect x="1.5" y="1.5" width="11.5" height="11.5" rx="3" class="wordmark-first" />
        <rect x="7" y="7" width="11.5" height="11.5" rx="3" class="wordmark-second" />
      </svg>
      <span>Doublet</span>
    </span>
  );
}
