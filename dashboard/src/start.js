// Puts the page's program in place, or says why it cannot.
(async () => {
  const packed = atob(document.getElementById("program").textContent), bytes = Uint8Array.from(packed, (letter) => letter.charCodeAt(0));
  const program = document.createElement("script");
  program.textContent = await new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
  document.body.append(program);
})().catch((problem) => {
  document.getElementById("content").textContent = `This page needs a browser of 2023 or later. (${problem.message})`;
});
