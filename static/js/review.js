// The review page by keyboard and by selecting words. Without it every button is there all the same.
const text = document.getElementById("text");
const chosen = document.getElementById("chosen");
const cards = [...document.querySelectorAll(".card")];
let current = null;

const KEYS = {
  a: "accept", r: "reject", u: "undo",
  "[": "end:-1", "]": "end:1", "{": "start:-1", "}": "start:1",
};

function show(card) {
  current = card;
  for (const mark of text.querySelectorAll(".is-current")) mark.classList.remove("is-current");
  const marks = text.querySelectorAll(`mark.of-${card.dataset.pk}`);
  for (const mark of marks) mark.classList.add("is-current");
  if (marks.length) marks[0].scrollIntoView({ block: "nearest" });
  offer();
}

function go(card) {
  if (card) card.focus();
}

function step(by) {
  go(cards[Math.min(cards.length - 1, Math.max(0, cards.indexOf(current) + by))]);
}

for (const card of cards) {
  card.addEventListener("focusin", () => { if (current !== card) show(card); });
}

// Single keys act only while a card has the focus, and never while one types.
document.addEventListener("keydown", (event) => {
  const at = event.target;
  if (event.ctrlKey || event.metaKey || event.altKey || !at.closest?.(".card")) return;
  if (at.matches("input, textarea, select")) return;
  if (event.key === "j") step(1);
  else if (event.key === "k") step(-1);
  else if (event.key === "n") {
    const later = cards.slice(cards.indexOf(current) + 1).concat(cards);
    go(later.find((card) => card.classList.contains("is-proposed")));
  } else if (event.key === "e") {
    const form = current.querySelector(".correct");
    if (!form) return;
    form.open = true;
    form.querySelector("textarea, input:not([type=hidden])").focus();
  } else if (KEYS[event.key]) {
    current.querySelector(`button[value="${KEYS[event.key]}"]`)?.click();
  } else return;
  event.preventDefault();
});

// Out of the form again: Escape goes back to the card, Ctrl and Enter save, with Shift accept too.
document.addEventListener("keydown", (event) => {
  if (event.key === "Escape") event.target.closest?.(".card")?.focus();
  if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey)) return;
  const deed = event.shiftKey ? "correct:accept" : "correct";
  event.target.closest?.(".correct form")?.querySelector(`button[value="${deed}"]`)?.click();
});

// --- words selected in the text ---

// How many code points stand before a place in a paragraph: Python counts them, the browser units.
function offset(node, at) {
  const paragraph = (node.nodeType === Node.TEXT_NODE ? node.parentElement : node).closest("p[data-start]");
  if (!paragraph) return null;
  const range = document.createRange();
  range.selectNodeContents(paragraph);
  range.setEnd(node, at);
  return Number(paragraph.dataset.start) + [...range.toString()].length;
}

function selected() {
  const selection = document.getSelection();
  if (!selection.rangeCount || selection.isCollapsed) return null;
  const range = selection.getRangeAt(0);
  if (!text.contains(range.startContainer) || !text.contains(range.endContainer)) return null;
  const from = offset(range.startContainer, range.startOffset);
  const to = offset(range.endContainer, range.endOffset);
  return from === null || to === null || from === to ? null : { from, to };
}

function offer() {
  const place = selected();
  if (!place) {
    if (!chosen.contains(document.activeElement)) chosen.hidden = true;
    return;
  }
  chosen.elements.from.value = place.from;
  chosen.elements.to.value = place.to;
  chosen.elements.statement.value = current?.dataset.pk ?? "";
  chosen.elements.version.value = current?.dataset.version ?? "";
  for (const button of chosen.querySelectorAll("[data-of]")) {
    button.hidden = !current;
    button.textContent = `${button.textContent.split(" of")[0]} of ${current?.dataset.number ?? ""}`;
  }
  chosen.hidden = false;
}

document.addEventListener("selectionchange", offer);

// A drag over a link would drag the link. With a script its words are plain, and a click goes on.
for (const link of text.querySelectorAll("mark a")) {
  const card = document.querySelector(`.card${link.hash}`);
  link.parentElement.addEventListener("click", () => { if (!selected()) go(card); });
  link.replaceWith(...link.childNodes);
}

// Others are told that somebody has this article open, while the page is in sight.
function here() {
  if (document.hidden) return;
  const said = new FormData();
  said.set("csrfmiddlewaretoken", chosen.elements.csrfmiddlewaretoken.value);
  said.set("deed", "here");
  fetch(location.pathname, { method: "POST", body: said }).catch(() => {});
}
here();
setInterval(here, 60_000);

// Begin where the address points, else at the first that waits.
const target = location.hash && document.querySelector(`.card${location.hash}`);
const first = target || document.querySelector(".card:has(.correct[open])")
  || document.querySelector(".card.is-proposed");
if (first && (target || !location.hash)) first.focus({ preventScroll: !target });
