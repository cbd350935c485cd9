// Who is signed in on this page; "" for a visitor.
export const me = () => document.body.dataset.me ?? "";
