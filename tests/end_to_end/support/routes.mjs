// The routes of the contract, section 3, with something real in the place of each name and number.
export function routes({ name, post, comment }) {
  const get = (path, extra = {}) => ({ path, methods: ["GET"], isOpen: false, ...extra });
  const both = (path, extra = {}) => get(path, { methods: ["GET", "POST"], ...extra });
  const act = (path) => get(path, { methods: ["POST"] });
  const isOpen = true;
  return [
    get("/", { isOpen }),
    both("/user/register/", { isOpen }),
    both("/user/login/", { isOpen }),
    both("/user/logout/", { isOpen }),
    get(`/user/profile/${name}/`),
    both("/user/edit-profile/"),
    act(`/user/follow/${name}/`),
    act(`/user/unfollow/${name}/`),
    get(`/user/followers/${name}/`),
    get(`/user/following/${name}/`),
    both("/user/password/change/"),
    get("/posts/"),
    both("/posts/create/"),
    get(`/posts/${post}/`),
    both(`/posts/${post}/edit/`),
    act(`/posts/${post}/delete/`),
    act(`/posts/${post}/like/`),
    act(`/posts/${post}/comment/`),
    act(`/posts/comments/${comment}/delete/`),
    get("/posts/notifications/"),
    get("/posts/notifications/unread-count/"),
    act("/posts/notifications/mark-read/"),
    get("/chat/"),
    both(`/chat/room/${name}/`),
    get("/chat/unread-count/"),
  ];
}

export const endsSession = "/user/logout/"; // not for a walk by one who is signed in
