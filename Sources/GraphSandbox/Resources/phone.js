// Makes the phone live: the server says that something changed, the page fetches itself and takes over what differs.
// Without this file everything works by loading pages.
"use strict";

const messages = () => document.querySelector(".messages");

function scrollToEnd() {
  const list = messages();
  if (list) list.scrollTop = list.scrollHeight;
}

function isAtEnd() {
  const list = messages();
  return !list || list.scrollHeight - list.scrollTop - list.clientHeight < 80;
}

function adopt(html) {
  const page = new DOMParser().parseFromString(html, "text/html");
  const follow = isAtEnd();
  for (const part of document.querySelectorAll("[data-live]")) {
    const fresh = page.querySelector(`[data-live="${part.dataset.live}"]`);
    if (!fresh || fresh.innerHTML === part.innerHTML) continue;
    if (part === messages()) {
      adoptItems(part, fresh);
    } else if (!part.contains(document.activeElement)) {
      part.innerHTML = fresh.innerHTML;
    }
  }
  if (follow) scrollToEnd();
}

// Keeps unchanged bubbles, so that only new ones appear anew and a selection in an old one survives.
function adoptItems(list, fresh) {
  const items = [...fresh.children];
  items.forEach((item, index) => {
    const old = list.children[index];
    if (!old) {
      item.classList.add("arriving");
      item.addEventListener("animationend", () => item.classList.remove("arriving"), { once: true });
      list.append(item);
    } else {
      keepOpen(old, item);
      if (old.outerHTML !== item.outerHTML) old.replaceWith(item);
    }
  });
  while (list.children.length > items.length) list.lastElementChild.remove();
}

// What the person has unfolded stays unfolded.
function keepOpen(old, item) {
  const before = old.querySelectorAll("details");
  item.querySelectorAll("details").forEach((part, index) => { if (before[index]?.open) part.open = true; });
}

let running = null;
let again = false;

async function refresh() {
  if (running) { again = true; return running; }
  running = (async () => {
    do {
      again = false;
      try {
        const answer = await fetch(location.href, { headers: { Accept: "text/html" } });
        if (answer.ok) adopt(await answer.text());
      } catch { /* The server is away; the event source comes back by itself and asks again. */ }
    } while (again);
  })();
  try { await running; } finally { running = null; }
}

let events = null;

// A hidden page is a phone in a pocket: it reads nothing.
function listen() {
  if (document.hidden) {
    events?.close();
    events = null;
  } else if (!events) {
    events = new EventSource(document.body.dataset.events);
    events.addEventListener("change", refresh);
  }
}

function setUpComposer(form) {
  const field = form.elements.text;
  field.addEventListener("keydown", (event) => {
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const text = field.value;
    const hasFile = form.elements.file.files.length > 0;
    if (!text.trim() && !hasFile) return;
    const body = new FormData(form);
    field.value = "";
    form.elements.file.value = "";
    form.querySelector("details").open = false;
    try {
      const answer = await fetch(form.action, { method: "POST", body });
      if (!answer.ok) throw new Error();
      // What it answered is answered now.
      if (location.search) { location.replace(location.pathname); return; }
      scrollToEnd();
      adopt(await answer.text());
      scrollToEnd();
    } catch {
      // The plain form shows what is wrong and keeps the text.
      field.value = text;
      form.submit();
    }
    field.focus();
  });
}

// Buttons of messages, reactions and the like: the page stays where it is.
document.addEventListener("submit", async (event) => {
  const form = event.target;
  if (!form.matches("[data-act]")) return;
  event.preventDefault();
  const body = new URLSearchParams(new FormData(form, event.submitter));
  form.closest("details")?.removeAttribute("open");
  document.querySelector(".attach")?.removeAttribute("open");
  try {
    const answer = await fetch(form.action, { method: "POST", body });
    if (answer.ok) { adopt(await answer.text()); scrollToEnd(); }
  } catch { /* The server is away; nothing was done. */ }
});

document.addEventListener("visibilitychange", listen);
window.addEventListener("pagehide", () => { events?.close(); events = null; });
window.addEventListener("pageshow", listen);
listen();
for (const form of document.querySelectorAll("[data-compose]")) {
  setUpComposer(form);
  form.elements.file.addEventListener("change", () => form.requestSubmit());
}
scrollToEnd();
