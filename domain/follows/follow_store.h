// The table follows.
#pragma once

#include <optional>
#include <vector>

#include "domain/follows/follows.h"

namespace parley::follows::follow_store {

bool exists(db::Session& session, UserId follower, UserId followed);
bool insert(db::Session& session, UserId follower, UserId followed, bool mutual);
bool remove(db::Session& session, UserId follower, UserId followed);
void set_mutual(db::Session& session, UserId follower, UserId followed, bool mutual);
bool is_mutual(db::Session& session, UserId follower, UserId followed);

// One more than a page, newest first.
std::vector<ListedPerson> followers(db::Session& session, UserId viewer, UserId of,
                                    FollowId before);
std::vector<ListedPerson> following(db::Session& session, UserId viewer, UserId of,
                                    FollowId before);

}  // namespace parley::follows::follow_store
