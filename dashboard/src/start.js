// Puts the page's program in place, or says why it cannot.
(async () => {
  const letters = document.getElementById("program").textContent;
  const bytes = Uint8Array.fromBase64 ? Uint8Array.fromBase64(letters) : Uint8Array.from(atob(letters), (letter) => letter.charCodeAt(0));
  const program = document.createElement("script");
  program.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  document.body.append(program);
})().catch((problem) => {
  document.getElementById("content").textContent = `This page needs a browser of 2023 or later. (${problem.message})`;
});
