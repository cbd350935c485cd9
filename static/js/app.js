// The one script of every page: each feature looks for its own markup and listens.
import "bootstrap/js/src/collapse.js";

import { startAvatarCrop } from "./avatar_crop.js";
import { startBadges } from "./badges.js";
import { startChatList } from "./chat_list.js";
import { startChatRoom } from "./chat_room.js";
import { startComments } from "./comments.js";
import { startComposer } from "./composer.js";
import { startContinuedLists } from "./continued_lists.js";
import { startCounters } from "./counters.js";
import { startDeletions } from "./deletions.js";
import { startDrafts } from "./drafts.js";
import { startFollows } from "./follows.js";
import { startFormDrafts } from "./form_drafts.js";
import { startForms } from "./forms.js";
import { startGrowing } from "./growing.js";
import { startLikes } from "./likes.js";
import { startMenus } from "./menus.js";
import { startNewPosts } from "./new_posts.js";
import { startNotifications } from "./notifications.js";
import { startOfflineLine } from "./offline_line.js";
import { startOfflinePage } from "./offline_page.js";
import { startThemeSwitch } from "./theme_switch.js";
import { startTimes } from "./times.js";
import { startViewer } from "./viewer.js";

const features = [
  startTimes,
  startThemeSwitch,
  startMenus,
  startDrafts,
  startFormDrafts,
  startGrowing,
  startCounters,
  startForms,
  startLikes,
  startFollows,
  startComments,
  startDeletions,
  startComposer,
  startAvatarCrop,
  startNotifications,
  startContinuedLists,
  startNewPosts,
  startViewer,
  startChatRoom,
  startChatList,
  startBadges,
  startOfflineLine,
  startOfflinePage,
];

// One feature that fails must not take the others with it.
for (const start of features) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
