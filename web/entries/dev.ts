/**
 * Development only: reloads the page when its exhibit was saved, and shows the issues over it when the save does not
 * load. The scroll position survives, since the browser restores it.
 */
interface DevIssue {
  file: string;
  line: number;
  column: number;
  severity: string;
  code: string;
  message: string;
  remedy: string;
  suggestion?: string;
}

const source = new EventSource('/api/dev/events');
let wasConnected = false;

source.addEventListener('hello', (event) => {
  const hashes = JSON.parse((event as MessageEvent<string>).data) as Record<string, string>;
  const page = JSON.parse(document.getElementById('lantai-page')?.textContent ?? '{}') as {
    exhibit?: string | null;
    hash?: string | null;
  };
  const isOld = page.exhibit != null && hashes[page.exhibit] !== undefined && hashes[page.exhibit] !== page.hash;
  // Saved before this line was open, or the server came back after its code changed: show what it makes now.
  if (isOld || wasConnected) location.reload();
  wasConnected = true;
});
source.addEventListener('changed', () => location.reload());
source.addEventListener('issues', (event) => {
  const { exhibit, issues } = JSON.parse((event as MessageEvent<string>).data) as {
    exhibit: string;
    issues: DevIssue[];
  };
  showIssues(exhibit, issues);
});

function showIssues(exhibit: string, issues: DevIssue[]): void {
  document.getElementById('lantai-issues')?.remove();
  const overlay = document.createElement('section');
  overlay.id = 'lantai-issues';
  overlay.setAttribute('role', 'alert');
  overlay.setAttribute('lang', 'en');
  overlay.style.cssText =
    'position:fixed;inset:auto 0 0 0;max-height:60vh;overflow:auto;z-index:1000;padding:24px 32px;' +
    'background:var(--paper-raised);color:var(--ink);border-top:3px solid var(--cinnabar)';
  const heading = document.createElement('h2');
  heading.textContent = `${exhibit}: ${issues.length} ${issues.length === 1 ? 'issue' : 'issues'}; the last good version is shown`;
  overlay.append(heading, ...issues.map(describe));
  document.body.append(overlay);
}

function describe(issue: DevIssue): HTMLElement {
  const line = document.createElement('p');
  const place = document.createElement('code');
  place.textContent = `${issue.file}:${issue.line}:${issue.column}`;
  const guess = issue.suggestion ? ` Did you mean “${issue.suggestion}”?` : '';
  line.append(place, ` ${issue.code} — ${issue.message} ${issue.remedy}${guess}`);
  return line;
}
