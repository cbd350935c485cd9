// A submitted form: fields in the order they came, and files.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace parley::http {

struct UploadedFile {
    std::string field;
    std::string
        filename;  // without any path or control character; may be empty, never to be trusted
    std::string content_type;  // as claimed
    std::string octets;        // empty when too_large
    bool too_large = false;    // over limits::file_bytes_max: what came was thrown away
};

// Names and values are valid UTF-8 without NUL.
struct Form {
    std::vector<std::pair<std::string, std::string>> fields;
    std::vector<UploadedFile> files;  // file inputs that were left empty do not count

    // The first of that name; "" when there is none.
    const std::string& field(std::string_view name) const;
    bool has_field(std::string_view name) const;
    std::vector<std::string> values(std::string_view name) const;
    std::vector<const UploadedFile*> files_of(std::string_view name) const;
};

// application/x-www-form-urlencoded, and query strings. Throws Error bad_request (bad encoding) and
// too_large (more than fields_max, or a value over limits::field_bytes_max). Pure.
std::vector<std::pair<std::string, std::string>> parse_urlencoded(std::string_view text,
                                                                  std::size_t fields_max);

// The text, if it may be a field's name or value. Throws Error too_large, or bad_request when it is
// not valid UTF-8 or contains NUL.
std::string checked_field_text(std::string text, std::size_t bytes_max);

}  // namespace parley::http
