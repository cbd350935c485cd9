// What handlers of forms have in common.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "domain/error.h"
#include "fcgi-app/http/context.h"
#include "fcgi-app/http/response.h"

namespace parley::pages {

// Runs `submit`; when it refuses the form as invalid, answers with `show_again(errors)`, which is
// the page with status 422 and the form filled in. Scripts get the errors as JSON instead.
template <class Submit, class ShowAgain>
http::Response answer_form(const http::Context& c, Submit&& submit, ShowAgain&& show_again) {
    try {
        return submit();
    } catch (const Error& error) {
        if (error.kind != ErrorKind::invalid || c.request.wants_json()) throw;
        return show_again(error.fields);
    }
}

inline void require_none(FieldErrors errors) {
    if (!errors.empty()) throw Error::invalid(std::move(errors));
}

// A text as it is stored: with Unix newlines, trimmed.
std::string text_field(const http::Request& request, std::string_view name);

// ?before=: absent, or a positive number. Throws Error not_found on anything else.
template <class Id>
std::optional<Id> before_id(const http::Request& request) {
    const auto id = request.query_id<Id>("before");
    if (!id && !request.query_field("before").empty())
        throw Error(ErrorKind::not_found, "There is no such page of this list.");
    return id;
}

// 303, with a sentence for the page that follows.
http::Response redirect_with_flash(std::string location, const char* flash_key);

// The page whose form was sent, for buttons that stand on many pages: by the field `next`, else by
// Referer when that is a list or a profile of this site; else the fallback.
std::string way_back(const http::Request& request, std::string fallback);

}  // namespace parley::pages
