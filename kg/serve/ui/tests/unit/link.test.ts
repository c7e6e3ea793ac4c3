import { expect, test } from "vitest";

import { safe } from "../../src/parts/link";

test.each(["https://news.example/a?b=1&c=2", "http://news.example/", "HTTPS://NEWS.example/x"])("%s may be followed", (address) => {
  expect(safe(address)).toMatch(/^https?:\/\/news\.example\//);
});

test.each([
  "javascript:alert(1)", " javascript:alert(1)", "java\nscript:alert(1)", "JAVASCRIPT:alert(1)", "data:text/html,<script>1</script>",
  "file:///etc/passwd", "vbscript:x", "//news.example", "/a", "news.example", "", null, undefined, "blob:https://news.example/x",
])("%s may not", (address) => {
  expect(safe(address)).toBeNull();
});
