// The one script of every page: each feature looks for its own markup and listens.
import "bootstrap/js/src/collapse.js";

import { startBadges } from "./badges.js";
import { startChatList } from "./chat_list.js";
import { startChatRoom } from "./chat_room.js";
import { startComments } from "./comments.js";
import { startComposer } from "./composer.js";
import { startCounters } from "./counters.js";
import { startDeletions } from "./deletions.js";
import { startDrafts } from "./drafts.js";
import { startFollows } from "./follows.js";
import { startForms } from "./forms.js";
import { startGrowing } from "./growing.js";
import { startLikes } from "./likes.js";
import { startMenus } from "./menus.js";
import { startNotifications } from "./notifications.js";
import { startThemeSwitch } from "./theme_switch.js";
import { startTimes } from "./times.js";

const features = [
  startTimes,
  startThemeSwitch,
  startMenus,
  startDrafts,
  startGrowing,
  startCounters,
  startForms,
  startLikes,
  startFollows,
  startComments,
  startDeletions,
  startComposer,
  startNotifications,
  startChatRoom,
  startChatList,
  startBadges,
];

// One feature that fails must not take the others with it.
for (const start of features) {
  try {
    start();
  } catch (error) {
    console.error(error);
  }
}
