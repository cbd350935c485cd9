// What a page says.
import { unescaped } from "./site.mjs";

// The text that a field of a form is filled with.
export const typed = (html, name) => {
  const area = new RegExp(`<textarea[^>]* name="${name}"[^>]*>([^<]*)</textarea>`, "u").exec(html);
  const input = new RegExp(`<input[^>]* name="${name}"[^>]* value="([^"]*)"`, "u").exec(html);
  return unescaped((area ?? input)[1]);
};

export const errorAt = (html, name) => new RegExp(`id="${name}-error"`, "u").test(html);

export async function postsOf(member) {
  const { text } = await member.get(`/user/profile/${member.username}/`);
  return (text.match(/data-post-id=/gu) ?? []).length;
}
