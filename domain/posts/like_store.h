// The table likes.
#pragma once

#include "domain/ids.h"
#include "platform/db/session.h"

namespace parley::posts::like_store {

void insert(db::Session& session, PostId post, UserId user);
bool remove(db::Session& session, PostId post, UserId user);  // false: was not there

}  // namespace parley::posts::like_store
