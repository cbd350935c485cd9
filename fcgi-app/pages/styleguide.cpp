#include "fcgi-app/pages/styleguide.h"

#include "fcgi-app/pages/page.h"
#include "fcgi-app/views/styleguide_view.h"

namespace parley::pages {

Response styleguide(Context& c) {
    return page(c, 200, "styleguide/index", {.title = "Style guide"},
                views::styleguide_page(utc_now()));
}

}  // namespace parley::pages
