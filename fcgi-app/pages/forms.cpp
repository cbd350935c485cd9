#include "fcgi-app/pages/forms.h"

#include <algorithm>
#include <array>

#include "fcgi-app/http/safe_next.h"
#include "platform/text.h"

namespace parley::pages {

namespace {

// Pages that can be asked for with GET under the very address: a form shown again with 422 may not
// be.
bool is_page_to_go_back_to(std::string_view target) {
    constexpr std::array<std::string_view, 5> prefixes{"/user/profile/", "/user/followers/",
                                                       "/user/following/", "/chat/", "/posts/?"};
    return target == "/posts/" || std::any_of(prefixes.begin(), prefixes.end(), [&](auto prefix) {
               return target.starts_with(prefix);
           });
}

std::string_view target_of_referer(const http::Request& request) {
    std::string_view referer = request.header("referer");
    const std::string origin = request.origin();
    if (!referer.starts_with(origin)) return {};
    referer.remove_prefix(origin.size());
    return referer.substr(0, referer.find('#'));
}

}  // namespace

std::string text_field(const http::Request& request, std::string_view name) {
    return std::string(text::trimmed(text::with_unix_newlines(request.field(name))));
}

http::Response redirect_with_flash(std::string location, const char* flash_key) {
    http::Response response = http::redirect(std::move(location));
    http::set_flash(response, flash_key);
    return response;
}

std::string way_back(const http::Request& request, std::string fallback) {
    if (const std::string& next = request.field("next"); !next.empty())
        return http::safe_next(next);
    const std::string_view target = target_of_referer(request);
    if (is_page_to_go_back_to(target) && http::safe_next(target) == target)
        return std::string(target);
    return fallback;
}

}  // namespace parley::pages
