// The page that shows every component in both themes, with people and texts made up for it.
#pragma once

#include "fcgi-app/views/view_model.h"
#include "platform/utc_time.h"

namespace parley::views {

ViewModel styleguide_page(UtcTime now);

}  // namespace parley::views
