// Offers to copy a release as plain text, as it is read. Without this script the page lacks the
// button and nothing else.
const button = document.getElementById("copy");
const copied = document.getElementById("copied");
if (button && copied && navigator.clipboard) {
  button.hidden = false;
  button.addEventListener("click", async () => {
    const parts = document.querySelectorAll("[data-copy]");
    const text = Array.from(parts, (part) => part.innerText.trim()).filter(Boolean).join("\n\n");
    try {
      await navigator.clipboard.writeText(text + "\n");
      copied.textContent = copied.dataset.done;
    } catch {
      copied.textContent = copied.dataset.failed;
    }
  });
}
