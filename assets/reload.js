// Reloads a previewed page when there is something else to see: asks for a version other than its
// own, is answered when there is one, and asks again, also after the preview was started anew.
const seen = document.currentScript.dataset.version;
const SHORTEST_PAUSE = 250;
const LONGEST_PAUSE = 4000;
let asking = null;

async function ask() {
  asking?.abort();
  const signal = (asking = new AbortController()).signal;
  let pause = SHORTEST_PAUSE;
  while (!signal.aborted) {
    try {
      const answer = await fetch(`/_dateline/version?seen=${seen}`, { cache: "no-store", signal });
      if (!answer.ok) throw new Error(answer.statusText);
      if ((await answer.text()) !== seen) {
        location.reload();
        return;
      }
      pause = SHORTEST_PAUSE;
    } catch {
      await new Promise((resume) => setTimeout(resume, pause));
      pause = Math.min(pause * 2, LONGEST_PAUSE);
    }
  }
}

// A page that nobody sees asks nothing: browsers open only six connections to one host, and a few
// tabs that wait would leave none for the next page.
function attend() {
  if (document.hidden) {
    asking?.abort();
  } else {
    ask();
  }
}

document.addEventListener("visibilitychange", attend);
// A page that waits for an answer can't be kept for the way back; one that comes back asks anew.
addEventListener("pagehide", () => asking?.abort());
addEventListener("pageshow", (event) => {
  if (event.persisted) attend();
});
attend();
