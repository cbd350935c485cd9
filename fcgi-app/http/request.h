// One request as handlers see it: complete, checked and immutable.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "fcgi-app/http/form.h"

namespace parley::http {

// The CGI parameters (RFC 3875) by which the web server describes a request.
using CgiParameters = std::map<std::string, std::string, std::less<>>;

struct Request {
    std::string method;  // upper case
    std::string path;    // raw: still percent-encoded, begins with '/'
    std::string query;   // raw, without '?'
    std::string scheme = "http";
    std::string host;  // with the port, if there is one
    std::string remote_addr;
    std::string request_id;  // [0-9a-f]; in the log and on error pages
    std::map<std::string, std::string, std::less<>> headers;  // names in lower case
    std::map<std::string, std::string, std::less<>> cookies;
    std::vector<std::pair<std::string, std::string>> query_fields;
    Form form;

    bool is_get() const { return method == "GET" || method == "HEAD"; }
    bool is_secure() const { return scheme == "https"; }
    std::string origin() const { return scheme + "://" + host; }

    // "" when there is none.
    const std::string& header(std::string_view name) const;
    const std::string& cookie(std::string_view name) const;  // by its plain name, see wire_name()
    const std::string& query_field(std::string_view name) const;
    const std::string& field(std::string_view name) const { return form.field(name); }

    bool has_field(std::string_view name) const { return form.has_field(name); }
    std::vector<std::string> values(std::string_view name) const { return form.values(name); }
    std::vector<const UploadedFile*> files(std::string_view name) const {
        return form.files_of(name);
    }

    // A positive number, for ?before=<id>; nullopt when absent or anything else.
    template <class Id>
    std::optional<Id> query_id(std::string_view name) const {
        const auto number = parse_id(query_field(name));
        if (!number) return std::nullopt;
        return Id{*number};
    }
    // The same of a form field.
    template <class Id>
    std::optional<Id> field_id(std::string_view name) const {
        const auto number = parse_id(field(name));
        if (!number) return std::nullopt;
        return Id{*number};
    }

    // Scripts ask with "Accept: application/json" or "X-Requested-With: XMLHttpRequest".
    bool wants_json() const;

    // A page of another site made the browser send this. By Sec-Fetch-Site, else by Referer.
    bool is_cross_site() const;

    // 1 to 2^63 - 1 in plain digits.
    static std::optional<std::uint64_t> parse_id(std::string_view text);
};

// Fills everything but the form. request_id and headers come first, so that even what is thrown
// then (Error bad_request, too_large) can be answered in the right form.
void read_head(Request& request, const CgiParameters& parameters);

}  // namespace parley::http
