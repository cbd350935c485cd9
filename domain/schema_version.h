// Programs refuse to start on a schema older than they need.
#pragma once

#include "platform/db/session.h"

namespace parley {

// Throws std::runtime_error that names the first file of schema/ that was not applied.
void require_current_schema(db::Session& session);

}  // namespace parley
