// Who does something: the signed-in member on whose behalf a verb runs.
#pragma once

#include <string>

#include "domain/ids.h"

namespace parley {

struct Actor {
    UserId user;
    std::string username;
    bool is_staff = false;
};

}  // namespace parley
