// Answering with a page: the handler's part of the view data, and around it what every page shows.
#pragma once

#include <string>
#include <string_view>

#include "fcgi-app/http/context.h"
#include "fcgi-app/http/response.h"
#include "fcgi-app/views/shell_view.h"
#include "fcgi-app/views/view_model.h"

namespace parley::pages {

using http::Context;
using http::Response;

inline constexpr std::size_t suggestions_max = 3;
inline constexpr std::size_t newcomer_suggestions_max = 8;
inline constexpr std::size_t recent_chats_max = 4;

// At most this many statements make a page, the look-up of the session included; a test counts.
inline constexpr std::size_t page_queries_max = 8;

enum class Side {
    none,
    aside,     // the right column
    newcomer,  // no column, but people to follow, within the page
};

struct Frame {
    std::string title;
    views::Place place = views::Place::none;
    Side side = Side::none;
};

// Badges, flash and right column of the visitor, for show(). Takes the flash.
views::Shell load_shell(Context& c, const Frame& frame);

Response show(Context& c, int status, std::string_view template_name, const views::Shell& shell,
              views::ViewModel model);

// Both at once.
Response page(Context& c, int status, std::string_view template_name, const Frame& frame,
              views::ViewModel model);

}  // namespace parley::pages
