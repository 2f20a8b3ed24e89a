// The sprinkle: everything works without it, except the ticking of boxes and the look at what is new.
"use strict";

const EVERY_MS = 1500;

// Relative times differ at each look and are no news.
const withoutTimes = (html) => html.replace(/<time[^>]*>[^<]*<\/time>/g, "");

function post(action, fields) {
  const form = document.createElement("form");
  form.method = "post";
  form.action = action;
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
}

function addCopyButtons(root) {
  for (const fence of root.querySelectorAll(".fence")) {
    if (fence.querySelector(".copy")) continue;
    const button = document.createElement("button");
    button.type = "button";
    button.className = "copy";
    button.textContent = "Copy";
    button.addEventListener("click", async () => {
      await navigator.clipboard.writeText(fence.querySelector("code").textContent);
      button.textContent = "Copied";
      setTimeout(() => { button.textContent = "Copy"; }, 1200);
    });
    fence.append(button);
  }
}

// What a person has opened or half written stays so when the thread is drawn anew.
function remembered(root) {
  return [...root.querySelectorAll("details")].map((one) => one.open);
}

function isBusy(root) {
  const active = document.activeElement;
  const typing = active && root.contains(active) && ["TEXTAREA", "SELECT", "INPUT"].includes(active.tagName);
  return document.hidden || typing || [...root.querySelectorAll("form.edit")].some((form) => !form.hidden);
}

function watch(id) {
  let last = null;
  setInterval(async () => {
    const root = document.getElementById(id);
    if (isBusy(root)) return;
    let html;
    try {
      const answer = await fetch(root.dataset.live);
      if (!answer.ok) return;
      html = await answer.text();
    } catch {
      return; // The stand-in stopped or is starting again.
    }
    const now = withoutTimes(html);
    const isNews = last !== null && now !== last;
    last = now;
    if (!isNews || isBusy(root)) return;
    const open = remembered(root);
    const fresh = document.createElement("template");
    fresh.innerHTML = html;
    const next = fresh.content.getElementById(id);
    next.querySelectorAll("details").forEach((one, at) => { if (at < open.length) one.open = open[at]; });
    root.replaceWith(next);
    addCopyButtons(next);
  }, EVERY_MS);
}

document.addEventListener("change", (event) => {
  const target = event.target;
  if (target.matches("[data-submits]") && target.value) target.form.requestSubmit();
  if (target.matches("[data-speaker]")) {
    for (const other of document.querySelectorAll("[data-speaker]")) other.value = target.value;
  }
  if (target.matches("input[data-line]")) {
    const body = target.closest("[data-act]");
    if (body) post(`${body.dataset.act}/tick`, { line: target.dataset.line });
  }
});

document.addEventListener("click", (event) => {
  const summary = event.target.closest(".menu summary");
  if (!summary) return;
  event.preventDefault();
  const form = summary.closest(".card-box").querySelector("form.edit");
  form.hidden = !form.hidden;
});

document.addEventListener("keydown", (event) => {
  if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && event.target.matches("textarea")) {
    event.target.form.requestSubmit(event.target.form.querySelector(".primary"));
  }
});

addCopyButtons(document);
for (const live of document.querySelectorAll("[data-live]")) watch(live.id);

// Headings of files carry a prefix, so that no text can take the name of a part of the page.
function goToHeading() {
  const name = decodeURIComponent(location.hash.slice(1));
  if (name && !document.getElementById(name)) document.getElementById(`user-content-${name}`)?.scrollIntoView();
}

window.addEventListener("hashchange", goToHeading);
goToHeading();
