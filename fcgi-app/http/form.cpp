#include "fcgi-app/http/form.h"

#include <algorithm>

#include "domain/error.h"
#include "fcgi-app/http/limits.h"
#include "fcgi-app/http/percent_encoding.h"
#include "platform/text.h"

namespace parley::http {
namespace {

const std::string nothing;

}  // namespace

std::string checked_field_text(std::string text, std::size_t bytes_max) {
    if (text.size() > bytes_max) throw Error(ErrorKind::too_large, "A field is too long.");
    if (text.find('\0') != std::string::npos || !text::is_valid_utf8(text))
        throw Error(ErrorKind::bad_request, "The form is not valid UTF-8 text.");
    return text;
}

const std::string& Form::field(std::string_view name) const {
    const auto found = std::ranges::find(
        fields, name, [](const auto& field) { return std::string_view(field.first); });
    return found == fields.end() ? nothing : found->second;
}

bool Form::has_field(std::string_view name) const {
    return std::ranges::any_of(fields, [&](const auto& field) { return field.first == name; });
}

std::vector<std::string> Form::values(std::string_view name) const {
    std::vector<std::string> out;
    for (const auto& [key, value] : fields)
        if (key == name) out.push_back(value);
    return out;
}

std::vector<const UploadedFile*> Form::files_of(std::string_view name) const {
    std::vector<const UploadedFile*> out;
    for (const UploadedFile& file : files)
        if (file.field == name) out.push_back(&file);
    return out;
}

std::vector<std::pair<std::string, std::string>> parse_urlencoded(std::string_view text,
                                                                  std::size_t fields_max) {
    std::vector<std::pair<std::string, std::string>> out;
    while (!text.empty()) {
        const std::string_view pair = text.substr(0, text.find('&'));
        text.remove_prefix(std::min(pair.size() + 1, text.size()));
        if (pair.empty()) continue;
        if (out.size() == fields_max)
            throw Error(ErrorKind::too_large, "The form has too many fields.");
        const std::string_view name = pair.substr(0, pair.find('='));
        const std::string_view value = pair.substr(std::min(name.size() + 1, pair.size()));
        out.emplace_back(checked_field_text(decode_form_text(name), limits::field_name_bytes_max),
                         checked_field_text(decode_form_text(value), limits::field_bytes_max));
    }
    return out;
}

}  // namespace parley::http
